// A std::unique_lock that is unlocked before co_await is silent.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;


task updateOk() {
  std::unique_lock<std::mutex> lock(m);
  lock.unlock();
  co_await awaitable();
}

task againBad() {
  std::unique_lock<std::mutex> lock(m);
  lock.unlock();
  co_await awaitable();
  lock.lock();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  co_await awaitable();
}
