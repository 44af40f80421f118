// Coroutines compute for less than others can wait; a yield ends a stretch.
// RUN: waitwise check --fail-on none --checks 'cpu-heavy-*' %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <coroutine>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
static unsigned mixed;
static void mix(unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i)
    mixed = mixed * 31 + i;
}

task computeBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: 'mix' computes about {{.*}} in coroutine 'computeBad' [waitwise-cpu-heavy-in-coroutine]
  mix(1 << 22);
  co_await std::suspend_always();
}
task slicesOk() {
  for (int i = 0; i < 1 << 16; ++i) {
    mix(64);
    co_await std::suspend_always();
  }
}
task neverSuspendsBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: 'neverSuspendsBad' computes about {{.*}} in coroutine 'neverSuspendsBad'
  for (int i = 0; i < 1 << 16; ++i) {
    mix(64);
    co_await std::suspend_never();
  }
}
