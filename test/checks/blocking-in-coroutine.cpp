// Coroutines: what blocks, what only looks so, and where they run.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <functional>
#include <future>
#include <thread>
#include <unistd.h>

template <typename T> struct generator {
  struct promise_type {
    generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  T *begin();
  T *end();
};

// A generator runs in its caller, here a plain function: no context.
generator<int> countOk() {
  sleep(1);
  co_yield 1;
}

void plainOk() {
  for (int i : countOk())
    sleep(i);
}

// A thread of its own may sleep.
task threadOk() {
  std::thread([] { sleep(1); }).detach();
  co_await awaitable();
}

task futureBad(std::future<int> f) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::future::get' waits for another thread, without limit, and blocks coroutine 'futureBad'
  f.get();
  co_return;
}

// A coroutine that another awaits is an entry of its own: reported once.
task innerBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: 'sleep' sleeps, for 1 s, and blocks coroutine 'innerBad'
  sleep(1);
  co_return;
}

task outerOk() {
  innerBad();
  co_await awaitable();
}

struct base {
  virtual ~base() = default;
  virtual void step() = 0;
};
struct quiet : base {
  void step() override {}
};
struct noisy : base {
  void step() override { sleep(1); }
};
struct neverMade : base {
  void step() override { usleep(1000000); }
};

task virtualBad(base &b) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'noisy::step')
  b.step();
  co_return;
}

task storedBad() {
  std::function<void()> work = [] { sleep(3); };
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'storedBad::(lambda:1)') sleeps, for 3 s
  work();
  co_return;
}

// Ends the process: blocks nobody.
[[noreturn]] void die();
task fatalOk(bool broken) {
  if (broken) {
    sleep(1);
    die();
  }
  co_await awaitable();
}

void make() {
  quiet q;
  noisy n;
  virtualBad(q);
  virtualBad(n);
}
