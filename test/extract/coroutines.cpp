// co_await and co_yield are events in initialisers, conditions and nested calls.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(int);
    void return_value(int);
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
Task get(int);
int plain(int);

// CHECK-LABEL: function inInitialiser [coroutine main-file]
// CHECK: #0 plain (1: int)
// CHECK-NEXT: #1 get (result #0: int) -> Task [awaited]
// CHECK-NEXT: #2 Task::await_ready on result #1: Task () -> bool [implicit]
// CHECK-NEXT: #3 Task::await_suspend on result #1: Task
// CHECK-NEXT: #4 await (result #1: Task) -> int @[[#@LINE+6]]:11
// CHECK-NEXT: #5 Task::await_resume on result #1: Task () -> int [implicit]
// CHECK-NEXT: #6 Task::promise_type::return_value {{.*}}(local x: int) -> void [implicit]
// CHECK: move local x <- result #5
// CHECK: move return <- local x
Task inInitialiser() {
  int x = co_await get(plain(1));
  co_return x;
}

// CHECK-LABEL: function inCondition [coroutine
// CHECK: block 1 -> 2, 3 if result #[[R:[0-9]+]] > 2
// CHECK: get (2: int) -> Task [awaited]
// CHECK: await (result
// CHECK: #[[R]] Task::await_resume
// CHECK: yield (5: int) -> void [discarded]
Task inCondition() {
  if (co_await get(2) > 2)
    co_yield 5;
  co_return 0;
}

// CHECK-LABEL: function nested [coroutine
// CHECK: get (3: int) -> Task [awaited]
// CHECK: await (
// CHECK: #[[IN:[0-9]+]] Task::await_resume
// CHECK: get (result #[[IN]]: int) -> Task [awaited]
// CHECK: await ({{.*}}discarded]
// CHECK: plain (4: int) -> int [discarded]
Task nested() {
  co_await get(co_await get(3));
  plain(4);
  co_return 1;
}

// CHECK-LABEL: function inTemplate [coroutine
// CHECK: await (param t: Task)
template <class T> Task inTemplate(T t) { co_return co_await t; }
Task use(Task t) { return inTemplate(t); }
// CHECK: entity class Task [{{.*}}awaitable
