// A descriptor's mode is followed through fields, helpers and parameters.
// RUN: waitwise check --fail-on none --profile strict %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/ioctl.h>
#include <unistd.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
struct peer { int fd; };
struct other { int fd; };
static char buffer[16];

static int makeNonblocking(int fd) {
  int flags = fcntl(fd, F_GETFL);
  return fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

void connectPeer(struct peer *p) {
  p->fd = socket(AF_INET, SOCK_STREAM, 0);
  makeNonblocking(p->fd);
}

void readPeerOk(struct peer *p) {
  pthread_mutex_lock(&m);
  recv(p->fd, buffer, sizeof buffer, 0);
  pthread_mutex_unlock(&m);
}

void connectOther(struct other *o) { o->fd = socket(AF_INET, SOCK_STREAM, 0); }

void readOtherBad(struct other *o) {
  pthread_mutex_lock(&m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'recv' waits for the network, without limit, while 'm' is held
  recv(o->fd, buffer, sizeof buffer, 0);
  pthread_mutex_unlock(&m);
}

void ioctlOk(void) {
  int one = 1, fd = socket(AF_INET, SOCK_DGRAM, 0);
  ioctl(fd, FIONBIO, &one);
  pthread_mutex_lock(&m);
  recv(fd, buffer, sizeof buffer, 0);
  pthread_mutex_unlock(&m);
}

void pipeBad(void) {
  int ends[2];
  pipe(ends);
  pthread_mutex_lock(&m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'read' waits for a peer process, {{.*}}while 'm' is held
  read(ends[0], buffer, sizeof buffer);
  pthread_mutex_unlock(&m);
}

void pipeOk(void) {
  int ends[2];
  pipe2(ends, O_NONBLOCK | O_CLOEXEC);
  pthread_mutex_lock(&m);
  read(ends[0], buffer, sizeof buffer);
  pthread_mutex_unlock(&m);
}
