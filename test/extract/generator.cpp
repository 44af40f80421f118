// A library's awaiters stay behind the scenes; what they wrap is what is awaited.
// RUN: rm -rf %t && split-file %s %t
// RUN: waitwise dump summary %t/main.cpp -- -std=c++23 -isystem %t/lib | FileCheck %s

//--- lib/lib.h
#pragma once
#include <coroutine>
namespace lib {
struct awaiter {
  awaiter(int);
  ~awaiter();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
struct io { int fd; };
template <class T> struct generator {
  struct promise_type {
    generator get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    awaiter await_transform(io);
    void return_void();
    void unhandled_exception();
  };
};
} // namespace lib

//--- main.cpp
#include <lib.h>
int next();
// CHECK-LABEL: function count [coroutine main-file]
// CHECK-NOT: await_
// CHECK: #0 next ()
// CHECK-NEXT: #1 yield (result #0: int) -> void [discarded]
// CHECK: #2 await (param i: lib::io) -> int
// CHECK: #3 next
// CHECK-NOT: promise
// CHECK: {{^$}}
lib::generator<int> count(lib::io i) {
  while (true) {
    co_yield next();
    if (co_await i)
      next();
  }
}
