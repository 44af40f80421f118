// The posix-waiting pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=posix-waiting %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

// Of other systems: only their declarations matter here.
extern "C" {
int kevent(int, const void *, int, void *, int, const timespec *);
int port_get(int, void *, timespec *);
}

timespec moment{1, 0};
timeval delay{1, 0};
sigset_t signals;
timer_t timer;

task sleepingBad() {
  sleep(1);                           // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s
  usleep(20000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms
  nanosleep(&moment, nullptr);        // CHECK: :[[#@LINE]]:{{.*}}'nanosleep' sleeps
  clock_nanosleep(0, 0, &moment, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'clock_nanosleep' sleeps
  clock_nanosleep(0, TIMER_ABSTIME, &moment, 0);
  poll(nullptr, 0, 30);               // CHECK: :[[#@LINE]]:{{.*}}'poll' sleeps, for 30 ms
  select(0, nullptr, nullptr, nullptr, &delay); // CHECK: :[[#@LINE]]:{{.*}}'select' sleeps
  co_return;
}

task sleepingOk() {
  timespec none{0, 0};
  sleep(0);
  usleep(0);
  clock_nanosleep(0, 0, &none, nullptr);
  sigtimedwait(&signals, nullptr, &none);
  co_return;
}

task readinessBad(int fd) {
  pollfd one{fd, POLLIN, 0};
  fd_set set;
  epoll_event event;
  poll(&one, 1, -1);                  // CHECK: :[[#@LINE]]:{{.*}}'poll' waits
  ppoll(&one, 1, nullptr, nullptr);   // CHECK: :[[#@LINE]]:{{.*}}'ppoll' waits
  select(1, &set, 0, 0, 0);           // CHECK: :[[#@LINE]]:{{.*}}'select' waits
  pselect(1, &set, 0, 0, 0, 0);       // CHECK: :[[#@LINE]]:{{.*}}'pselect' waits
  int loop = epoll_create1(0);
  epoll_ctl(loop, EPOLL_CTL_ADD, 0, &event);
  epoll_wait(loop, &event, 1, -1);    // CHECK: :[[#@LINE]]:{{.*}}'epoll_wait' waits
  epoll_pwait2(loop, &event, 1, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'epoll_pwait2' waits
  kevent(loop, 0, 0, &event, 1, 0);   // CHECK: :[[#@LINE]]:{{.*}}'kevent' waits
  port_get(loop, 0, 0);               // CHECK: :[[#@LINE]]:{{.*}}'port_get' waits
  co_return;
}

task readinessOk(int fd) {
  pollfd one{fd, POLLIN, 0};
  epoll_event event;
  poll(&one, 1, 0);
  epoll_wait(fd, &event, 1, 0);
  kevent(fd, &event, 1, nullptr, 0, nullptr);
  co_return;
}

void onSignal(int) { sleep(1); } // Interrupts somebody, runs nowhere.
void onTimer(sigval) { sleep(1); } // Has a thread of its own.

task signalsBad() {
  signal(SIGTERM, onSignal);
  sigevent event{};
  event.sigev_notify_function = onTimer;
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  pause();                            // CHECK: :[[#@LINE]]:{{.*}}'pause' waits
  sigtimedwait(&signals, 0, &moment); // CHECK: :[[#@LINE]]:{{.*}}'sigtimedwait' waits
  co_return;
}

task atExitOk() {
  atexit([] { sleep(1); });
  co_return;
}
