// Operands may be template arguments: of the function, of a method's class, of an operand's type.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 -isystem %t/sys \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 -isystem %t/sys \
// RUN:   | FileCheck %s --check-prefix=CTX --implicit-check-not='{{^[a-z-]+ }}'

// CTX: event-loop Handler::ready: passed to 'x::watch_member'
// CTX: event-loop blocksBad::(lambda:1): passed to 'x::post'
// CTX: event-loop executors::(lambda:1): passed to 'x::post'
// CTX: event-loop free_function: passed to 'x::watch'
// CTX: event-loop silentOk::(lambda:1): passed to 'x::post'
// CTX: thread executors::(lambda:2): passed to 'x::post'
// CTX: thread executors::(lambda:3): passed to 'x::post'

//--- x.yaml
pack: x
references: [https://example.org]
executors:
  - {type: "x::pool", context: thread}
rules:
  - function: "x::queue::push"
    blocks: {kind: wait, latency: slow, unless: [{arg: template-arg 1, is: zero}]}
    because: it waits while the queue is full
  - function: "x::guarded::enter"
    blocks: {kind: lock, latency: slow, unless: [{arg: template-arg 0 of receiver, type: "x::null_lock"}]}
    because: it waits for its lock
  - function: "x::wait"
    blocks: {kind: wait, latency: slow, unless: [{arg: template-arg 0, type: "x::poll"}]}
    because: it waits
  - function: "x::solver::solve"
    blocks: {kind: wait, latency: slow, only-if: [{arg: template-arg 1 of template-arg 0 of receiver, equals: -1}]}
    because: it waits
  - function: "x::solve"
    blocks: {kind: wait, latency: slow, only-if: [{arg: template-arg 1 of arg 0, equals: -1}]}
    because: it waits
  - function: "x::watch"
    runs: [{callable: template-arg 0, in: event-loop}]
  - function: "x::watch_member"
    runs: [{callable: template-arg 1, in: event-loop}]
  - function: "x::post"
    runs: [{callable: arg 1, in: executor of arg 0, otherwise: event-loop}]

//--- sys/x.h
namespace x {
struct block {};
struct poll {};
struct null_lock {};
struct lock {};
template <class T, int Capacity> struct queue { void push(T); };
template <class Lock> struct guarded { void enter(); };
template <class How> void wait();
template <class T, int Rows> struct matrix {};
template <class T> struct solver { void solve(); };
template <class M> void solve(const M &);
template <void (*F)()> void watch();
template <class K, void (K::*M)()> void watch_member(K *);
struct pool {};
struct loop {};
template <class E> struct strand {};
template <class E, class F> void post(E &, F) {}
} // namespace x

//--- a.cpp
#include <x.h>

void blocksBad(x::loop &loop, x::queue<int, 8> &q, x::solver<x::matrix<int, -1>> &s) {
  x::post(loop, [&] {
    q.push(1);                             // CHECK: :[[#@LINE]]:{{.*}}'x::queue::push' waits
    x::guarded<x::lock>().enter();         // CHECK: :[[#@LINE]]:{{.*}}'x::guarded::enter' waits
    x::wait<x::block>();                   // CHECK: :[[#@LINE]]:{{.*}}'x::wait' waits
    s.solve();                             // CHECK: :[[#@LINE]]:{{.*}}'x::solver::solve' waits
    x::solve(x::matrix<int, -1>());        // CHECK: :[[#@LINE]]:{{.*}}'x::solve' waits
  });
}

void silentOk(x::loop &loop, x::queue<int, 0> &q, x::solver<x::matrix<int, 3>> &s) {
  x::post(loop, [&] {
    q.push(1);
    x::guarded<x::null_lock>().enter();
    x::wait<x::poll>();
    s.solve();
    x::solve(x::matrix<int, 3>());
    x::solve(1);
    x::solver<int>().solve();
  });
}

void free_function() {}
struct Handler {
  void ready() {}
  void other() {}
};
void watched(Handler *h) {
  x::watch<free_function>();
  x::watch_member<Handler, &Handler::ready>(h);
}

void executors(x::loop &l, x::pool &p, x::strand<x::pool> &s) {
  x::post(l, [] {});
  x::post(p, [] {});
  x::post(s, [] {});
}
