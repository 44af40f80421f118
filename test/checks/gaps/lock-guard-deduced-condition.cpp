// A suspension in a condition counts, under a guard with deduced arguments.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;


task updateBad() {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  if (co_await awaitable())
    co_return;
}
