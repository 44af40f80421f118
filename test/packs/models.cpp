// The pack beside the headers of the reference models is read, and knows them.
// RUN: rm -rf %t && mkdir %t && echo "trusted-packs: ['%source/test/runtime']" >%t/config.yaml
// RUN: waitwise check --config %t/config.yaml --root %t --fail-on none \
// RUN:   --require-rules-hit=waitwise-runtime %s -- -std=c++20 \
// RUN:   -I%source/test/runtime 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Await.h"
#include "Deferred.h"
#include "Http.h"
#include "Monitor.h"
#include "Stream.h"

using namespace waitwise::runtime;
using namespace std::chrono_literals;

Task<> sleeping() { co_await sleep(1s); }
int quick(int I) { return I; }
// CHECK: [[#@LINE+2]]:{{.*}}warning: 'fread' waits {{.*}}blocks a worker
// CHECK: [[#@LINE+1]]:{{.*}}warning: 'fopen' waits {{.*}}blocks a worker
int load() { return int(fread(nullptr, 1, 1, fopen("data", "r"))); }

Task<> askBad(CpuPool &Pool, ProcessPool &Processes, std::vector<int> Items) {
  auto Queued = Pool.submit([] { return quick(1); });
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}ThreadPool::submit' waits
  (void)Queued.get();
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}Future::get' waits
  (void)Queued.waitFor(20ms);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}Future::waitFor' waits
  Pool.map(quick, Items);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}ThreadPool::map' waits
  (void)Processes.submit(quick, 1);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}ProcessPool::submit' waits
  Processes.map(quick, Items);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}ProcessPool::map' waits
  Processes.shutdown();
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}ProcessPool::shutdown' waits
  std::vector<Future<int>> Several{Queued};
  wait(Several, Until::All);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}wait' waits
  Completions<int> Arrivals(Several);
  (void)Arrivals.next();
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}Completions::next' waits
  co_return;
}

Task<> nestedBad(Loop &Inner, Task<> Body) {
  runOn(Inner, std::move(Body));
  // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}runOn' runs a nested
  IoPool Short(1);
  co_return;
} // CHECK: [[#@LINE-1]]:{{.*}}warning: '{{.*}}~IoPool' waits

Task<> askOk(CpuPool &Pool, IoPool &Files, ProcessPool &Processes) {
  co_await onPool(Pool, [] { return quick(1); });
  co_await onPool(Files, load);
  co_await onProcess(Processes, quick, 1);
  if (auto Queued = Files.trySubmit(load))
    co_await ready(std::move(*Queued));
  (void)Processes.trySubmit({}, quick, 1);
  co_await sleep(1s);
  co_await yieldNow();
}

// One finding for what all these reach.
void callbacksBad(Loop &L, IoPool &Files, Stream &S) {
  L.inbox()->post([] { load(); });
  // CHECK: [[#@LINE-1]]:{{.*}}warning: 'fopen' {{.*}}blocks the event loop
  // CHECK: also reached from 'callbacksBad::(lambda:2)'{{.*}}more entries
  L.post([] { load(); });
  L.after(1s, [] { load(); });
  L.onReady(S.fd(), Readable, [] { load(); });
  TimerGuard Alarm(L, 1s, [] { load(); });
  deferOnPool(L, Files, load).then([](int) { load(); });
  spawn(L, sleeping()).onDone([] { load(); });
}

void workersOk(CpuPool &Pool, IoPool &Files) {
  Pool.onRoom([] { quick(1); });
  auto Queued = Files.submit(load); // may wait
  Queued.onReady([] { quick(1); });
  (void)Queued.ready();
}

void workersBad(CpuPool &Pool) { Pool.submit(load); }

void interpreterBad(InterpreterPool &Pool, InterpreterLock &Lock) {
  Pool.submit([] { load(); });
  // CHECK: [[#@LINE-1]]:{{.*}}warning: 'fopen' {{.*}}interpreter lock is held
  Pool.submit([&] {
    InterpreterLock::Released Outside(Lock);
    load();
  });
  InterpreterLock::Held Again(Lock);
  Lock.checkpoint();
  Lock.release();
  Lock.acquire();
}

// A mutex that measures is a mutex: what is done while it is held counts.
HoldMeter<> Metered;
void meteredBad() {
  Metered.lock();
  std::this_thread::sleep_for(1s);
  // CHECK: [[#@LINE-1]]:{{.*}}warning: 'std::this_thread::sleep_for' sleeps{{.*}} is held
  Metered.unlock();
}
void triesOk() {
  if (!Metered.try_lock())
    return;
  Metered.unlock();
  std::this_thread::sleep_for(1s);
}

Task<> serveOk(Listener &On, Handler &H) { co_await serveHttp(On, H); }
