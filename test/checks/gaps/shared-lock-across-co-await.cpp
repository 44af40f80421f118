// A std::shared_lock held across co_await is reported.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <shared_mutex>

std::shared_mutex m;

task readBad() {
  std::shared_lock<std::shared_mutex> lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  co_await awaitable();
}
