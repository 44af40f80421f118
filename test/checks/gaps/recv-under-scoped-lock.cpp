// Receiving from a peer under a lock is reported.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


void receiveBad(int fd, char *buffer) {
  std::scoped_lock lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'recv' waits for the network, without limit, while 'm' is held{{.*}}blocking-under-lock
  recv(fd, buffer, 1, 0);
}
