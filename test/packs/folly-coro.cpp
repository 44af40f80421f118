// The folly-coro pack: futures, coroutines and fibers that wait.
// RUN: waitwise check --fail-on none --require-rules-hit=folly-coro %s -- -std=c++20 -isystem %S/Inputs/folly \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/folly | FileCheck %s --check-prefix=CONTEXT
#include <folly/coro.h>
#include <unistd.h>

using namespace folly;
using namespace std::chrono_literals;

coro::Task<> futuresBad(Future<int> f, SemiFuture<int> s, DrivableExecutor *e) {
  if (f.isReady())
    f.get();
  f.get();                              // CHECK: :[[#@LINE]]:{{.*}}'folly::Future::get' waits
  f.wait();                             // CHECK: :[[#@LINE]]:{{.*}}'folly::Future::wait' waits
  s.get(2s);                            // CHECK: :[[#@LINE]]:{{.*}}'folly::SemiFuture::get' waits
  s.wait(2s);                           // CHECK: :[[#@LINE]]:{{.*}}'folly::SemiFuture::wait' waits
  f.getVia(e);                          // CHECK: :[[#@LINE]]:{{.*}}'folly::Future::getVia' runs a nested event loop
  co_return;
}

coro::Task<> futuresOk(Future<int> f, coro::Baton &baton, coro::Mutex &mutex) {
  f.wait(0ms);
  f.isReady();
  auto pause = futures::sleep(1s);
  co_await coro::sleep(1s);
  co_await baton;
  co_await mutex.co_lock();
}

coro::Task<> waitingBad(coro::Task<> other) {
  coro::blockingWait(other);            // CHECK: :[[#@LINE]]:{{.*}}'folly::coro::blocking_wait_fn::operator()' waits
  co_return;
}

coro::Generator<int> numbersOk() {
  usleep(11000);
  co_yield 1;
}

coro::Task<> onLoopBad() {
  usleep(12000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  co_return;
}
// A pool of threads may wait, and one for computing is another matter.
coro::Task<> onThreadsOk() {
  usleep(13000);
  co_return;
}
coro::Task<> onCoresOk() { co_return; }
void starts(EventBase *base, ThreadedExecutor &threads) {
  coro::co_withExecutor(*base, onLoopBad()).start();
  coro::co_withExecutor(threads, onThreadsOk()).start();
  coro::co_withExecutor(getGlobalCPUExecutor(), onCoresOk()).start();
}

void continuationsBad(EventBase &base) {
  via(base, [] { usleep(14000); });     // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  via(getGlobalIOExecutor(), [] { usleep(15000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
}

// CONTEXT-DAG: cpu-pool continuationsOk::(lambda:1):
// CONTEXT-DAG: any-pool continuationsOk::(lambda:2):
void continuationsOk(Future<int> &f) {
  via(getGlobalCPUExecutor(), [] {});
  f.thenValue([](int) { usleep(16000); });
  makeFutureWith([] { usleep(17000); });
}

void fibersBad(fibers::FiberManager &manager) {
  manager.addTask([] {
    usleep(18000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  });
  fibers::addTaskFinally([] {}, [](auto) {
    usleep(19000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
  });
  fibers::runInMainContext([] {
    usleep(21000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
  });
}

// What waits for a fiber suspends the fiber, and stops everything else.
using RWMutex = fibers::TimedRWMutexImpl<fibers::Baton>;
void fibersOk(fibers::FiberManager &manager, fibers::Baton &baton, fibers::TimedMutex &mutex, RWMutex &rw) {
  manager.addTaskRemote([&] {
    baton.wait();
    baton.timed_wait(1s);
    mutex.lock();
    mutex.unlock();
    rw.lock_shared();
    rw.unlock_shared();
    if (mutex.try_lock())
      mutex.unlock();
    fibers::await([](int) {});
    fibers::yield();
  });
}

coro::Task<> threadBad(fibers::Baton &baton) {
  baton.wait();                         // CHECK: :[[#@LINE]]:{{.*}}'folly::fibers::Baton::wait' waits
  co_return;
}

coro::Task<> invokedBad() {
  co_await coro::co_invoke([]() -> coro::Task<> {
    usleep(22000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms
    co_return;
  });
}

// Functions of the same names that are the program's own.
struct Value {
  int get();
  void wait();
};
coro::Task<> lookAlikesOk(Value v) {
  v.get();
  v.wait();
  co_return;
}
