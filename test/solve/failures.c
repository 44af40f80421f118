// Under a lock, what runs only when a library call fails is not reported.
// RUN: waitwise check --fail-on none %s -- | FileCheck %s --implicit-check-not={{warning|error}}:
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
int own(void);

void negativeOk(int fd) {
  pthread_mutex_lock(&m);
  if (fcntl(fd, F_GETFD) < 0)
    sleep(1);
  int flags = fcntl(fd, F_GETFL);
  if (flags == -1) {
    perror("fcntl");
    sleep(1);
  }
  if (pthread_sigmask(SIG_BLOCK, 0, 0))
    sleep(1);
  if (!malloc(1))
    sleep(1);
  pthread_mutex_unlock(&m);
}
void successBad(int fd) {
  pthread_mutex_lock(&m);
  if (fcntl(fd, F_GETFD) >= 0)
    sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'm' is held
  pthread_mutex_unlock(&m);
}
void bothWaysBad(int fd) {
  pthread_mutex_lock(&m);
  if (fcntl(fd, F_GETFD) < 0)
    fd = 0;
  sleep(2); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s, while 'm' is held
  pthread_mutex_unlock(&m);
}
// A function of the program may mean anything by a negative result.
void ownResultBad(void) {
  pthread_mutex_lock(&m);
  if (own() < 0)
    sleep(3); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s, while 'm' is held
  pthread_mutex_unlock(&m);
}
