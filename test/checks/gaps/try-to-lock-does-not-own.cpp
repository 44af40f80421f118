// Where owns_lock() is false the mutex is not held.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <sys/socket.h>

std::mutex m;


char buffer[8];
int waiting;

// Somebody waits for the lock; where all only try, nobody would.
void waitOk() {
  std::lock_guard<std::mutex> guard(m);
  ++waiting;
}

void receiveOk(int fd) {
  std::unique_lock lock(m, std::try_to_lock);
  if (!lock.owns_lock())
    recv(fd, buffer, 1, 0);
}

void receiveBad(int peer) {
  std::unique_lock lock(m, std::try_to_lock);
  if (lock.owns_lock())
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'recv' {{.*}}while 'm' is held{{.*}}blocking-under-lock
    recv(peer, buffer, 1, 0);
}

void convertedBad(int peer) {
  std::unique_lock lock(m, std::try_to_lock);
  if (!lock)
    return;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'recv' {{.*}}while 'm' is held{{.*}}blocking-under-lock
  recv(peer, buffer, 1, 0);
}
