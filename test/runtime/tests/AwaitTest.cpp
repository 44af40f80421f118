//===- runtime/tests/AwaitTest.cpp - the loop and the pools together ------===//
#include "Await.h"

#include "Busy.h"
#include "Deferred.h"
#include "LoopFixture.h"
#include "Server.h"

#include <latch>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

using AwaitTest = LoopTest;
using DeferredTest = LoopTest;
ON_BOTH_BACKENDS(AwaitTest);
ON_BOTH_BACKENDS(DeferredTest);

namespace {

int square(int I) { return I * I; }
int throwing() { throw std::out_of_range("far"); }
void hang() {
  while (true)
    pause();
}

} // namespace

TEST_P(AwaitTest, APoolOfThreadsComputesWhileTheLoopTurns) {
  CpuPool Pool;
  auto Main = [&]() -> Task<> {
    L.stalls().reset();
    auto Where = co_await onPool(Pool, [] {
      std::this_thread::sleep_for(100ms);
      return std::this_thread::get_id();
    });
    EXPECT_NE(Where, std::this_thread::get_id());
    EXPECT_LT(L.stalls().longest(), 90ms);
    EXPECT_THROW(co_await onPool(Pool, throwing), std::out_of_range);
  };
  runOn(L, Main());
}

TEST_P(AwaitTest, AFullQueueSuspendsAndDoesNotBlock) {
  IoPool Pool(1, 2);
  auto Main = [&]() -> Task<size_t> {
    std::vector<Task<int>> Work;
    for (int I = 0; I != 50; ++I)
      Work.push_back(onPool(Pool, [I] { return I; }));
    std::vector<int> Values = co_await gather(std::move(Work));
    for (int I = 0; I != 50; ++I)
      EXPECT_EQ(Values[size_t(I)], I);
    co_return Values.size();
  };
  EXPECT_EQ(runOn(L, Main()), 50u);
}

TEST_P(AwaitTest, WorkThatHasNotBegunIsWithdrawn) {
  IoPool Pool(1);
  std::latch Gate(1);
  std::atomic<bool> Ran = false;
  auto Main = [&]() -> Task<> {
    auto First = spawn(L, onPool(Pool, [&] { Gate.wait(); }));
    auto Second = onPool(Pool, [&] { Ran = true; });
    EXPECT_THROW(co_await within(10ms, std::move(Second)), TimedOut);
    Gate.count_down();
    co_await First.join();
  };
  runOn(L, Main());
  Pool.shutdown();
  EXPECT_FALSE(Ran);
}

TEST_P(AwaitTest, AProcessComputesAndIsKilledWhenCancelled) {
  ProcessPool Pool(forkServer(), 1);
  auto Main = [&]() -> Task<> {
    EXPECT_EQ(co_await onProcess(Pool, square, 7), 49);
    pid_t Before = co_await onProcess(Pool, getpid);
    EXPECT_THROW(co_await within(20ms, onProcess(Pool, hang)), TimedOut);
    EXPECT_NE(co_await onProcess(Pool, getpid), Before);
    EXPECT_THROW(co_await onProcess(Pool, throwing), RemoteError);
  };
  runOn(L, Main());
}

TEST_P(AwaitTest, ALoopMayGoBeforeTheWorkIsDone) {
  IoPool Pool(1);
  std::latch Gate(1);
  {
    Loop Short(GetParam()());
    spawn(Short, onPool(Pool, [&] { Gate.wait(); }));
    Short.after(5ms, [&] { Short.stop(); });
    Short.run();
  }
  Gate.count_down();
  Pool.shutdown(); // its callback finds the inbox closed
}

TEST_P(DeferredTest, AChainTransformsTheResult) {
  IoPool Pool(1);
  std::string Result;
  deferOnPool(L, Pool, [] { return 20; })
      .then([](int I) { return I + 1; })
      .then(
          [&](int I) { return deferLater(L, 1ms).then([I] { return I * 2; }); })
      .then([](int I) { return std::to_string(I); })
      .then([&](std::string Text) {
        Result = Text;
        L.stop();
      });
  L.run();
  EXPECT_EQ(Result, "42");
}

TEST_P(DeferredTest, AFailureSkipsToTheNextHandler) {
  IoPool Pool(1);
  int Result = 0;
  bool Skipped = true;
  deferOnPool(L, Pool, throwing)
      .then([&](int I) {
        Skipped = false;
        return I;
      })
      .onError([](std::exception_ptr) { return 7; })
      .then([&](int I) {
        Result = I;
        L.stop();
      });
  L.run();
  EXPECT_TRUE(Skipped);
  EXPECT_EQ(Result, 7);
}

TEST_P(DeferredTest, AResultMayComeBeforeItsCallback) {
  Deferred<int> Early;
  Early.callback(3);
  int Result = 0;
  Early.then([&](int I) { Result = I; });
  EXPECT_EQ(Result, 3);
  EXPECT_THROW(Early.callback(4), std::logic_error);
}

TEST_P(DeferredTest, ACoroutineAwaitsADeferred) {
  auto Main = [&]() -> Task<int> {
    co_await ready(deferLater(L, 1ms));
    Deferred<int> Never;
    auto Wait = [](Deferred<int> D) -> Task<int> {
      co_return co_await ready(D);
    };
    EXPECT_THROW(co_await within(5ms, Wait(Never)), TimedOut);
    Never.callback(1); // nobody waits any more
    co_return co_await ready(deferLater(L, 1ms).then([] { return 5; }));
  };
  EXPECT_EQ(runOn(L, Main()), 5);
}
