// A lock waits as long as the worst that its holders do; a short one is silent.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>
#include <thread>
#include <unistd.h>

std::mutex quick, slow;
int counter, fd;

void writer() {
  std::lock_guard lock(slow);
  // CHECK: :[[#@LINE+1]]:3: warning: 'fsync' {{.*}}while 'slow' is held, and a coroutine takes it in 'updateBad'
  fsync(fd);
}

void count() {
  std::lock_guard lock(quick);
  ++counter;
}

task updateBad() {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::lock_guard::lock_guard' waits for a lock, up to 1 s in the bad case (held by 'writer' during 'fsync'), and blocks coroutine 'updateBad'
  std::lock_guard lock(slow);
  co_return;
}

task updateOk() {
  std::lock_guard lock(quick);
  co_return;
}

void start() {
  std::thread(writer).detach();
  std::thread(count).detach();
}
