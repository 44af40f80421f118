// A coroutine that nothing can suspend is reported by the strict profile, unless
// somebody else makes it a coroutine.
// RUN: waitwise check --profile strict --checks never-suspends --fail-on none \
// RUN:   %s -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --checks never-suspends %s -- -std=c++20 \
// RUN:   | FileCheck %s --check-prefix=DEFAULT --implicit-check-not={{warning|error}}:
// DEFAULT: nothing to report
#include <coroutine>
#include <functional>
#include <thread>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct Generator {
  struct promise_type {
    Generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct Event {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

int total;

// CHECK: :[[#@LINE+1]]:6: warning: coroutine 'countBad' never suspends: it awaits nothing
Task countBad() {
  ++total;
  co_return;
}
// CHECK: :[[#@LINE+1]]:6: warning: coroutine 'readyBad' never suspends: all that it awaits is ready
Task readyBad() {
  co_await std::suspend_never();
  ++total;
}
// CHECK: :[[#@LINE+1]]:6: warning: coroutine 'onlyIdleBad' never suspends
Task onlyIdleBad() {
  co_await countBad();
  co_await readyBad();
}
// CHECK: :[[#@LINE+1]]:6: warning: coroutine 'aroundBad' never suspends
Task aroundBad(int Depth) {
  if (Depth)
    co_await aroundBad(Depth - 1);
}

Task waitsOk(Event &E) { co_await E; }
Task awaitsWaiterOk(Event &E) { co_await waitsOk(E); }
Task somewhereOk(Event &E) {
  if (total)
    co_await E;
}
Generator numbersOk() { co_yield 1; }

struct Handler {
  virtual Task handleOk() { co_return; }
  virtual ~Handler() = default;
};
struct Quiet : Handler {
  Task handleOk() override { co_return; }
};
template <class T> Task policyOk(T) { co_return; }
Task storedOk() { co_return; }
std::function<Task()> Stored = storedOk;
Task uncalledOk() { co_return; }
Task blamedOk() { // blocking-in-coroutine says what it should await
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return;
}

Task all(Event &E, Handler &H) {
  co_await onlyIdleBad();
  co_await aroundBad(3);
  co_await awaitsWaiterOk(E);
  co_await somewhereOk(E);
  numbersOk();
  co_await H.handleOk();
  co_await policyOk(1);
  co_await storedOk();
  co_await blamedOk();
  co_await [] -> Task { co_return; }();
}
