// recv with MSG_DONTWAIT does not block, under a lock or elsewhere.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


void receiveOk(int fd, char *buffer) {
  std::lock_guard lock(m);
  recv(fd, buffer, 1, MSG_DONTWAIT);
  recv(fd, buffer, 1, MSG_DONTWAIT | MSG_PEEK);
}

static long receive(int fd, char *buffer, int flags) {
  return recv(fd, buffer, 1, flags);
}

void passedOnOk(int fd, char *buffer) {
  std::lock_guard lock(m);
  receive(fd, buffer, MSG_DONTWAIT);
}

void passedOnBad(int fd, char *buffer) {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'recv' (reached through 'receive') {{.*}}blocking-under-lock
  receive(fd, buffer, 0);
}
