// Reading a non-blocking eventfd does not block.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/eventfd.h>
#include <unistd.h>

std::mutex m;


void readOk() {
  int fd = eventfd(0, EFD_NONBLOCK);
  std::lock_guard lock(m);
  long value;
  read(fd, &value, sizeof value);
}

struct waker {
  int fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  void drainOk() {
    std::lock_guard lock(m);
    long value;
    read(fd, &value, sizeof value);
  }
};

void useOk() { waker().drainOk(); }
