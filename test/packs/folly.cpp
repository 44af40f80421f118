// The folly pack: what event loops and executors run, and where that waits.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/folly \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/folly | FileCheck %s --check-prefix=CONTEXT
// RUN: waitwise check --fail-on none --require-rules-hit=folly %s %S/folly-waiting.cpp \
// RUN:   -- -std=c++20 -isystem %S/Inputs/folly
#include <folly/io.h>
#include <unistd.h>

using namespace folly;
using namespace std::chrono_literals;

void callbacksBad(EventBase &base, TimeoutManager &timers, HHWheelTimer &wheel) {
  base.runInEventBaseThread([] { usleep(11000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  base.runInLoop([] { usleep(12000); });            // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  timers.runAfterDelay([] { usleep(13000); }, 5);   // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  wheel.scheduleTimeoutFn([] { usleep(14000); }, 5ms); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  auto timeout = AsyncTimeout::schedule(5ms, timers, [] {
    usleep(15000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  });
}

struct Session : AsyncReader::ReadCallback, AsyncTimeout {
  void getReadBuffer(void **, std::size_t *) override {}
  void readDataAvailable(std::size_t) noexcept override {
    usleep(16000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  }
  void readEOF() noexcept override {}
  void readErr(const int &) noexcept override {}
  void timeoutExpired() noexcept override {
    usleep(17000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  }
};

void nestedBad(EventBase &base, EventBase &other) {
  base.runInEventBaseThread([&] {
    other.loopOnce();                               // CHECK: :[[#@LINE]]:{{.*}}'folly::EventBase::loopOnce' runs a nested event loop
    other.loopForever();                            // CHECK: :[[#@LINE]]:{{.*}}'folly::EventBase::loopForever' runs a nested event loop
    other.waitUntilRunning();                       // CHECK: :[[#@LINE]]:{{.*}}'folly::EventBase::waitUntilRunning' waits
    other.runInEventBaseThreadAndWait([] {});       // CHECK: :[[#@LINE]]:{{.*}}'folly::EventBase::runInEventBaseThreadAndWait' waits
  });
}

void nestedOk(EventBase &base, EventBase &other) {
  base.runInEventBaseThread([&] {
    other.loopOnce(EVLOOP_NONBLOCK);
    other.runInEventBaseThread([] {});
  });
}

void executorsBad(EventBase &base, IOThreadPoolExecutor &io, InlineExecutor &same) {
  io.add([] { usleep(18000); });                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  getGlobalIOExecutor()->add([] { usleep(22000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms
  base.runInLoop([&] {
    same.add([] { usleep(23000); });                // CHECK: :[[#@LINE]]:{{.*}}'usleep' {{.*}} sleeps, for 23 ms
  });
}

// A thread of its own may wait; so may a pool that is not known.
void executorsOk(ThreadedExecutor &threads, Executor &any, FunctionScheduler &scheduler) {
  threads.add([] { usleep(24000); });
  any.add([] { usleep(25000); });
  scheduler.addFunction([] { usleep(26000); }, 5ms);
}

// CONTEXT-DAG: cpu-pool pooledOk::(lambda:1):
// CONTEXT-DAG: cpu-pool pooledOk::(lambda:2):
void pooledOk(CPUThreadPoolExecutor &cpu) {
  cpu.add([] {});
  auto pool = getGlobalCPUExecutor();
  pool->add([] {});
}

void computing(const std::string &s) { toJson(parseJson(s)); }

void joiningBad(EventBase &base, CPUThreadPoolExecutor &cpu, ManualExecutor &manual, FunctionScheduler &scheduler) {
  base.runInLoop([&] {
    cpu.join();                                     // CHECK: :[[#@LINE]]:{{.*}}'folly::ThreadPoolExecutor::join' waits
    manual.wait();                                  // CHECK: :[[#@LINE]]:{{.*}}'folly::ManualExecutor::wait' waits
    scheduler.shutdown();                           // CHECK: :[[#@LINE]]:{{.*}}'folly::FunctionScheduler::shutdown' waits
    manual.run();
  });
}
