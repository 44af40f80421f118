// A lock whose scope has ended, or that was unlocked by hand, is silent.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


char buffer[8];

void scopeOk(int fd) {
  { std::lock_guard lock(m); }
  recv(fd, buffer, 1, 0);
}

void manualOk(int fd) {
  m.lock();
  m.unlock();
  recv(fd, buffer, 1, 0);
}
