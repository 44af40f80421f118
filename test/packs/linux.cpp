// The linux pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=linux %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

char buffer[8];

task blockingBad() {
  int pair[2];
  pipe(pair);
  read(pair[0], buffer, 1);           // CHECK: :[[#@LINE]]:{{.*}}'read' waits for a peer process
  eventfd_t count;
  eventfd_read(eventfd(0, 0), &count); // CHECK: :[[#@LINE]]:{{.*}}'eventfd_read' waits
  co_return;
}

task timerBad() {
  read(timerfd_create(CLOCK_MONOTONIC, 0), buffer, 8); // CHECK: :[[#@LINE]]:{{.*}}'read' waits
  co_return;
}

task watchBad() {
  read(inotify_init(), buffer, 8);    // CHECK: :[[#@LINE]]:{{.*}}'read' waits
  co_return;
}

task nonblockingOk(const sigset_t *signals) {
  int pair[2];
  pipe2(pair, O_CLOEXEC | O_NONBLOCK);
  read(pair[0], buffer, 1);
  read(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), buffer, 8);
  read(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), buffer, 8);
  read(signalfd(-1, signals, SFD_NONBLOCK), buffer, 8);
  read(inotify_init1(IN_NONBLOCK), buffer, 8);
  read(fanotify_init(FAN_NONBLOCK, 0), buffer, 8);
  eventfd_write(eventfd(0, EFD_NONBLOCK), 1);
  co_return;
}

// Made non-blocking later, also by a function of the program.
void setNonblocking(int fd) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL, 0) | O_NONBLOCK);
}

task laterOk() {
  int pair[2];
  pipe(pair);
  setNonblocking(pair[0]);
  read(pair[0], buffer, 1);
  co_return;
}
