// Locks across suspensions: loops, branches, and locks that are made for coroutines.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mutex>

std::mutex m;

struct coroutine_mutex {
  awaitable lock();
  void unlock();
};
coroutine_mutex gentle;

task gentleOk() {
  co_await gentle.lock();
  co_await awaitable();
  gentle.unlock();
}

task loopBad() {
  for (int i = 0; i < 3; ++i) {
    std::lock_guard lock(m);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await of coroutine 'loopBad'
    co_await awaitable();
  }
}

task loopOk() {
  for (int i = 0; i < 3; ++i) {
    { std::lock_guard lock(m); }
    co_await awaitable();
  }
}

task lambdaBad() {
  auto inner = []() -> task {
    std::lock_guard lock(m);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'm' is held across this co_await of coroutine 'lambdaBad::(lambda:1)'
    co_await awaitable();
  };
  inner();
  co_await awaitable();
}

struct server {
  std::mutex state;
  // CHECK: :[[#@LINE+3]]:{{[0-9]+}}: warning: 'server::state' is held across this co_await of coroutine 'server::handleBad'
  task handleBad() {
    std::unique_lock lock(state);
    co_await awaitable();
  }
};
