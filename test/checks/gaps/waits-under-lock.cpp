// Every call that waits under a lock is reported, not only the famous ones.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

std::mutex m;


using namespace std::chrono_literals;

void sendBad(int fd, const char *data) {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'send' waits for the network{{.*}}blocking-under-lock
  send(fd, data, 1, 0);
}

void writeBad(int fd, const char *data) {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'write' {{.*}}while 'm' is held{{.*}}blocking-under-lock
  write(fd, data, 1);
}

void usleepBad() {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'usleep' sleeps, for 200 ms{{.*}}blocking-under-lock
  usleep(200000);
}

void pollBad(pollfd *fds) {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'poll' {{.*}}without limit{{.*}}blocking-under-lock
  poll(fds, 1, -1);
}

void systemBad() {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'system' waits for another process{{.*}}blocking-under-lock
  system("date");
}

void sleepForBad() {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::this_thread::sleep_for' sleeps, for 2 s{{.*}}blocking-under-lock
  std::this_thread::sleep_for(2s);
}

void shortOk(pollfd *fds) {
  std::lock_guard lock(m);
  usleep(10);
  poll(fds, 1, 0);
}
