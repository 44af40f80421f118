// The libev pack: the loop, and what the macros store in watchers.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=libev %s %S/libev-classes.cpp --
#include <ev.h>
#include <unistd.h>

static ev_io io;
static ev_timer timer;
static ev_stat watched;

static void ioBad(EV_P_ ev_io *w, int events) {
  usleep(11000);                 // CHECK: :[[#@LINE]]:{{.*}}11 ms
  ev_run(EV_A_ 0);               // CHECK: :[[#@LINE]]:{{.*}}'ev_run' runs a nested event loop
  ev_sleep(0.5);                 // CHECK: :[[#@LINE]]:{{.*}}'ev_sleep' sleeps
  ev_stat_start(EV_A_ &watched); // CHECK: :[[#@LINE]]:{{.*}}'ev_stat_start' waits for the disk
}

static void timerOk(EV_P_ ev_timer *w, int events) {
  ev_run(EV_A_ EVRUN_NOWAIT);
  ev_timer_start(EV_A_ w);
  ev_break(EV_A_ EVBREAK_ALL);
}

static void statBad(EV_P_ ev_stat *w, int events) { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void onceBad(int events, void *unused) { usleep(13000); }     // CHECK: :[[#@LINE]]:{{.*}}13 ms
static void pendingBad(EV_P) { usleep(14000); }                      // CHECK: :[[#@LINE]]:{{.*}}14 ms

int main(void) {
  struct ev_loop *loop = EV_DEFAULT;
  ev_io_init(&io, ioBad, 0, EV_READ);
  ev_timer_init(&timer, timerOk, 1., 0.);
  ev_stat_init(&watched, statBad, "f", 0.);
  ev_once(loop, 0, EV_READ, 1., onceBad, NULL);
  ev_set_invoke_pending_cb(loop, pendingBad);
  return ev_run(loop, 0);
}
