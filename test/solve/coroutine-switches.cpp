// What follows an awaited switch runs where it leads, on all paths from there.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %s --check-prefix=IN
// IN-DAG: coroutine backBad (1 events): 'backBad' is a coroutine [a.cpp:31]
// IN-DAG: io-pool backBad {{.*}}: awaited 'x::resume_on' before [a.cpp:32]
// IN-DAG: coroutine backBad {{.*}}: awaited 'x::resume_on' before [a.cpp:34]
// IN-DAG: io-pool innerOk: 'innerOk' is a coroutine
// IN-DAG: any-pool otherOk {{.*}}: awaited 'x::background' before
//--- x.yaml
pack: x
references: [https://example.org]
coroutines: [{type: "x::task", kind: task}]
executors: [{type: "x::pool", context: io-pool}, {type: "x::loop", context: event-loop}]
rules:
  - function: "x::resume_on"
    switches: {to: executor of arg 0, otherwise: coroutine}
  - function: "x::background"
    switches: any-pool
  - function: "x::wait"
    blocks: {kind: wait, latency: slow}
    because: it waits
//--- a.cpp
#include <coroutine>
namespace x {
struct awaiter { bool await_ready(); void await_suspend(std::coroutine_handle<>); void await_resume(); };
struct task : awaiter {
  struct promise_type {
    task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct pool {};
struct loop {};
struct own {};
awaiter resume_on(pool &); awaiter resume_on(loop &); awaiter resume_on(own &);
awaiter background();
void wait(int);
}

x::task innerOk() {
  x::wait(0);
  co_return;
}
x::task lineBad(x::pool &p, x::loop &l) {
  x::wait(1); // CHECK: :[[#@LINE]]:3: {{.*}}'x::wait' {{.*}} blocks coroutine 'lineBad'
  co_await x::resume_on(p);
  x::wait(2);
  co_await innerOk();
}
x::task backBad(x::pool &p, x::loop &l) {
  co_await x::resume_on(p);
  x::wait(2);
  co_await x::resume_on(l);
  x::wait(3); // CHECK: :[[#@LINE]]:3: {{.*}}'x::wait' {{.*}} blocks coroutine 'backBad'
}
x::task pathsBad(x::pool &p, bool b) {
  if (b)
    co_await x::resume_on(p);
  x::wait(4); // CHECK: :[[#@LINE]]:3: {{.*}}'x::wait' {{.*}} blocks coroutine 'pathsBad'
}
x::task bothOk(x::pool &p, bool b) {
  if (b)
    co_await x::resume_on(p);
  else
    co_await x::background();
  x::wait(5);
}
x::task loopBad(x::pool &p) {
  for (;;) {
    x::wait(6); // CHECK: :[[#@LINE]]:5: {{.*}}'x::wait' {{.*}} blocks coroutine 'loopBad'
    co_await x::resume_on(p);
  }
}
x::task storedOk(x::pool &p) {
  auto Switch = x::resume_on(p);
  co_await Switch;
  x::wait(7);
}
x::task unawaitedBad(x::pool &p) {
  x::resume_on(p);
  x::wait(8); // CHECK: :[[#@LINE]]:3: {{.*}}'x::wait' {{.*}} blocks coroutine 'unawaitedBad'
  co_return;
}
x::task unknownBad(x::own &o) {
  co_await x::resume_on(o);
  x::wait(9); // CHECK: :[[#@LINE]]:3: {{.*}}'x::wait' {{.*}} blocks coroutine 'unknownBad'
}
x::task otherOk() {
  co_await x::background();
  x::wait(10);
}
