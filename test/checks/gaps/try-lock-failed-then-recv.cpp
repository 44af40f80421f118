// Where try_lock failed the mutex is not held.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


char buffer[8];

void receiveOk(int fd) {
  if (!m.try_lock()) {
    recv(fd, buffer, 1, 0);
    return;
  }
  m.unlock();
}
