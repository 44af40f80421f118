// A std::lock_guard held across co_await is reported.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;


task updateBad() {
  std::lock_guard<std::mutex> guard(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  co_await awaitable();
}

task scopedOk() {
  { std::lock_guard<std::mutex> guard(m); }
  co_await awaitable();
}
