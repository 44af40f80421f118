// A call that returns an awaitable never blocks, whatever its name; a coroutine with such a type is a coroutine.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:
//--- x.yaml
pack: x
references: [https://example.org]
coroutines: [{type: "x::future", kind: awaitable}, {type: "x::task", kind: task}]
rules:
  - function: "x::client::*"
    blocks: {kind: net, latency: slow}
    because: it waits for the answer
//--- a.cpp
#include <coroutine>
namespace x {
template <class T> struct future {
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  T wait();
};
template <class T> struct own { bool await_ready(); void await_suspend(std::coroutine_handle<>); T await_resume(); };
struct task : future<int> {};
struct client {
  int fetch();
  future<int> fetch_later();
  own<int> fetch_own();
  task start();
};
}

x::future<int> coroutineBad(x::client &c) {
  c.fetch(); // CHECK: :[[#@LINE]]:{{.*}} 'x::client::fetch' waits for the network, up to 1 s in the bad case, and blocks coroutine 'coroutineBad'
  co_return;
}

x::future<int> startsOk(x::client &c) {
  auto Later = c.fetch_later();
  c.start();
  co_await c.fetch_own();
}
