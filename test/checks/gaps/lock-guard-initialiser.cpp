// A suspension in an initialiser, a nested expression or a co_yield counts.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;


task initialiserBad() {
  std::lock_guard<std::mutex> lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  int x = co_await awaitable();
  (void)x;
}

int twice(int);

task nestedBad() {
  std::lock_guard<std::mutex> lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await{{.*}}lock-across-suspension
  twice(1 + twice(co_await awaitable()));
}

task yieldBad() {
  std::lock_guard<std::mutex> lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_yield{{.*}}lock-across-suspension
  co_yield 1;
}
