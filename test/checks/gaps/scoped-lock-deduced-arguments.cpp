// A std::scoped_lock with deduced arguments, of one mutex or two, is reported.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;


std::mutex other;

task oneBad() {
  std::scoped_lock lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  co_await awaitable();
}

task twoBad() {
  std::scoped_lock lock(m, other);
  // CHECK-DAG: :[[#@LINE+2]]:{{[0-9]+}}: warning: 'm' is held across this co_await
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'other' is held across this co_await
  co_await awaitable();
}

task noneOk() {
  std::scoped_lock<> lock;
  co_await awaitable();
}
