// A lock is not held across a co_await that never suspends: an awaiter that is
// always ready, by its own code or by what a pack says of its class.
// RUN: split-file %s %t
// RUN: waitwise check --checks lock-across-suspension --fail-on none \
// RUN:   --config %t/waitwise.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:

//--- waitwise.yaml
packs: [ours.yaml]

//--- ours.yaml
pack: ours
references: ["cache.h"]
coroutines:
  - {type: cached, kind: ready}

//--- a.cpp
#include <coroutine>
#include <mutex>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
template <bool Ready> struct value {
  bool await_ready() const noexcept { return Ready; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return 1; }
};
struct cached {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};

std::mutex m;

task neverOk() {
  std::lock_guard guard(m);
  co_await std::suspend_never();
}
task readyOk() {
  std::lock_guard guard(m);
  int sum = 1 + co_await value<true>();
  (void)sum;
}
task cachedOk() {
  std::lock_guard guard(m);
  co_await cached();
}
task mayWaitBad() {
  std::lock_guard guard(m);
  // CHECK: :[[#@LINE+1]]:17: warning: 'm' is held across this co_await of coroutine 'mayWaitBad'
  int sum = 1 + co_await value<false>();
  (void)sum;
}
task yieldsBad() {
  std::lock_guard guard(m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'm' is held across this co_yield of coroutine 'yieldsBad'
  co_yield 1;
}
