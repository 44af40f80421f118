// A coroutine that calls std::this_thread::sleep_for blocks.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

task serveBad() {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::this_thread::sleep_for' sleeps, for 300 ms, {{.*}}blocking-in-coroutine
  std::this_thread::sleep_for(300ms);
  co_return;
}

task zeroOk() {
  std::this_thread::sleep_for(0ms);
  co_return;
}
