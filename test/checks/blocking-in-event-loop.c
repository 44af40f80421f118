// A home-made epoll loop with a table of callbacks: found without configuration.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=gnu17 | FileCheck %s --check-prefix=CTX
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct connection;
typedef void callback(struct connection *c);
struct connection { int fd; callback *readable; callback *writable; };

static struct connection connections[64];

static void resolve(const char *name) {
  struct addrinfo *found;
  // CHECK-DAG: :[[#@LINE+14]]:3: warning: 'getaddrinfo' (reached through 'resolve') waits for a name server{{.*}}and blocks the event loop
  getaddrinfo(name, "80", 0, &found);
}

static void startupOk(void) { sleep(1); }

static void receiveOk(struct connection *c) {
  char buffer[64];
  if (read(c->fd, buffer, sizeof buffer) < 0)
    exit(sleep(1));
}

static void connectBad(struct connection *c) {
  (void)c;
  resolve("upstream");
}

static void setNonblocking(int fd) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static void acceptOne(struct connection *listener) {
  int fd = accept(listener->fd, 0, 0);
  setNonblocking(fd);
  connections[fd].fd = fd;
  connections[fd].readable = receiveOk;
  connections[fd].writable = connectBad;
}

static int poller;

static int turn(void) {
  struct epoll_event events[16];
  int n = epoll_wait(poller, events, 16, -1);
  for (int i = 0; i < n; i++) {
    struct connection *c = &connections[events[i].data.fd];
    if (events[i].events & EPOLLIN)
      c->readable(c);
    else
      c->writable(c);
  }
  return n;
}

// CTX: event-loop acceptOne: called by the event loop in 'main'
// CTX: event-loop connectBad: called by the event loop in 'main'
// CTX: event-loop main ({{[0-9]+}} events): the event loop in 'main' {{.*}} discovered
// CTX: event-loop receiveOk: called by the event loop in 'main'
int main(void) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  startupOk();
  connections[listener].fd = listener;
  connections[listener].readable = acceptOne;
  for (;;)
    if (turn() < 0)
      break;
  sleep(1); // after the loop: nobody waits
}
