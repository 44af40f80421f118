// A std::unique_lock that is unlocked first is silent.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


char buffer[8];

void receiveOk(int fd) {
  std::unique_lock lock(m);
  lock.unlock();
  recv(fd, buffer, 1, 0);
}
