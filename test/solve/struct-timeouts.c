// Times in structs: zero does not wait, constants limit, the rest is unknown.
// RUN: waitwise check --fail-on none %s -- | FileCheck %s --implicit-check-not={{warning|error}}:
#include <poll.h>
#include <pthread.h>
#include <sys/select.h>
#include <time.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

void zeroOk(fd_set *set) {
  struct timeval none = {0, 0};
  struct timespec never = {0};
  pthread_mutex_lock(&m);
  select(4, set, 0, 0, &none);
  pselect(4, set, 0, 0, &never, 0);
  nanosleep(&never, 0);
  pthread_mutex_unlock(&m);
}
void shortOk(void) {
  struct timespec moment;
  moment.tv_sec = 0;
  moment.tv_nsec = 5000000;
  pthread_mutex_lock(&m);
  nanosleep(&moment, 0);
  pthread_mutex_unlock(&m);
}
void longBad(void) {
  struct timespec pause = {2, 500000000};
  pthread_mutex_lock(&m);
  nanosleep(&pause, 0); // CHECK: :[[#@LINE]]:{{.*}}'nanosleep' sleeps, for 2.5 s, while 'm' is held
  pthread_mutex_unlock(&m);
}
void computedBad(long seconds) {
  struct timespec pause = {seconds, 0};
  pthread_mutex_lock(&m);
  nanosleep(&pause, 0); // CHECK: :[[#@LINE]]:{{.*}}'nanosleep' sleeps, for a computed time (taken as 1 s), while 'm' is held
  pthread_mutex_unlock(&m);
}
void fill(struct timeval *);
void filledByOthersBad(fd_set *set) {
  struct timeval some = {0, 0};
  fill(&some);
  pthread_mutex_lock(&m);
  select(4, set, 0, 0, &some); // CHECK: :[[#@LINE]]:{{.*}}'select' waits for another thread, without limit, while 'm' is held
  pthread_mutex_unlock(&m);
}
void foreverBad(fd_set *set) {
  pthread_mutex_lock(&m);
  select(4, set, 0, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'select' waits for another thread, without limit, while 'm' is held
  pthread_mutex_unlock(&m);
}
