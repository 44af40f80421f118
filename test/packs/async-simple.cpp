// The async-simple pack: waiting inside of stackless and stackful coroutines.
// RUN: waitwise check --fail-on none --require-rules-hit=async-simple %s -- -std=c++20 -isystem %S/Inputs/async_simple \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <async_simple/async_simple.h>
#include <unistd.h>

using namespace async_simple;
using namespace async_simple::coro;
using namespace std::chrono_literals;

Lazy<> waitingBad(Lazy<> other, Future<int> f) {
  syncAwait(other);                     // CHECK: :[[#@LINE]]:{{.*}}'async_simple::coro::syncAwait' waits
  f.get();                              // CHECK: :[[#@LINE]]:{{.*}}'async_simple::Future::get' waits
  usleep(11000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  co_return;
}

Lazy<> waitingOk(Lazy<> other, Mutex &mutex, SpinLock &spin, Executor *ex) {
  co_await dispatch(ex);
  co_await other;
  co_await mutex.coLock();
  co_await spin.coLock();
  spin.unlock();
  co_await coro::sleep(1s);
}

// A generator runs in whoever asks it for the next value.
Generator<int> numbersOk() {
  usleep(12000);
  co_yield 1;
}

struct state {
  SpinLock slow, quick;
  int n = 0;

  void hold() {
    slow.lock();
    usleep(130000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, {{.*}} while 'state::slow' is held
    slow.unlock();
    if (quick.tryLock())
      quick.unlock();
  }
  Lazy<> lockBad() {
    ScopedSpinLock guard(slow); // CHECK: :[[#@LINE]]:{{.*}}'async_simple::coro::ScopedSpinLock::ScopedSpinLock' waits for a lock
    ++n;
    co_return;
  }
  Lazy<> lockOk() {
    ScopedSpinLock guard(quick);
    ++n;
    co_return;
  }
};

// Pools may wait, and so may a coroutine that is started on one.
Lazy<> startedOnPoolOk() {
  usleep(17000);
  co_return;
}
void startOnPool(Executor &ex) { startedOnPoolOk().via(&ex).start([](int) {}); }

void pooledOk(Executor &ex, IOExecutor &io, Future<int> &f, Lazy<> &lazy) {
  ex.schedule([] { usleep(14000); });
  f.thenValue([](int) { usleep(15000); });
  lazy.start([](int) { usleep(16000); });
  io.submitIO(1, 1, nullptr, 1, 0, [](int) { usleep(17000); });
}

void fibersBad(Executor *ex) {
  uthread::async<uthread::Launch::Schedule>([] {
    usleep(18000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  }, ex);
  uthread::async(uthread::Launch::Schedule, {}, [] {
    usleep(19000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
  });
}
void fibersOk(Executor *ex, Future<int> &f) {
  uthread::async<uthread::Launch::Schedule>([&] {
    uthread::await(std::move(f));
    uthread::await(ex, [](int) {});
  }, ex);
}

// Functions of the same names that are the program's own.
struct value {
  int get();
};
Lazy<> lookAlikesOk(value v) {
  v.get();
  co_return;
}
