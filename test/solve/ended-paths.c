// What happens on the way to the end of the process blocks nobody.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

static void report(void) { sleep(1); }
static void die(int code) {
  report();
  exit(code);
}

void fatalOk(int broken) {
  pthread_mutex_lock(&m);
  if (broken) {
    sleep(1);
    die(1);
  }
  pthread_mutex_unlock(&m);
}

void goesOnBad(int slow) {
  pthread_mutex_lock(&m);
  if (slow) {
    // CHECK: :[[#@LINE+1]]:5: warning: 'sleep' (reached through 'report')
    report();
  }
  pthread_mutex_unlock(&m);
}
