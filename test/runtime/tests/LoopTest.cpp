//===- runtime/tests/LoopTest.cpp - callbacks, timers, tasks --------------===//
#include "LoopFixture.h"

#include "Busy.h"
#include "Spawn.h"

#include <thread>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

ON_BOTH_BACKENDS(LoopTest);

namespace {

/// Says when it is unwound.
struct Trace {
  explicit Trace(int &C) : Count(C) {}
  ~Trace() { ++Count; }
  Trace(const Trace &) = delete;
  int &Count;
};

Task<int> later(Nanoseconds Delay, int Value) {
  co_await sleep(Delay);
  co_return Value;
}

Task<int> fails(Nanoseconds Delay) {
  co_await sleep(Delay);
  throw std::out_of_range("late");
}

Task<int> forever(int &Unwound) {
  Trace T(Unwound);
  co_await sleep(1h);
  co_return 0;
}

Task<std::string> text() { co_return "text"; }

} // namespace

TEST_P(LoopTest, CallbacksRunInOrderAndTimersByTime) {
  std::string Order;
  L.after(20ms, [&] {
    Order += 'c';
    L.stop();
  });
  L.after(5ms, [&] { Order += 'b'; });
  Loop::Timer Dropped = L.after(1ms, [&] { Order += 'x'; });
  L.cancel(Dropped);
  L.post([&] { Order += 'a'; });
  L.run();
  EXPECT_EQ(Order, "abc");
}

TEST_P(LoopTest, OtherThreadsPostAndWakeIt) {
  std::thread::id Where;
  std::thread Other([&, Mail = L.inbox()] {
    std::this_thread::sleep_for(5ms);
    Mail->post([&] {
      Where = std::this_thread::get_id();
      L.stop();
    });
  });
  L.run(); // without a limit
  Other.join();
  EXPECT_EQ(Where, std::this_thread::get_id());
}

TEST_P(LoopTest, AnInboxOutlivesItsLoop) {
  std::shared_ptr<Inbox> Mail;
  {
    Loop Short(GetParam()());
    Mail = Short.inbox();
  }
  EXPECT_FALSE(Mail->post([] {}));
}

TEST_P(LoopTest, ATaskAwaitsOthersAndReturnsOrThrows) {
  auto Sum = [](bool Fail) -> Task<int> {
    int A = co_await later(1ms, 1);
    int B = co_await later(1ms, 2);
    co_return A + B + (Fail ? co_await fails(1ms) : 0);
  };
  EXPECT_EQ(runOn(L, Sum(false)), 3);
  EXPECT_THROW(runOn(L, Sum(true)), std::out_of_range);
}

TEST_P(LoopTest, SpawnedTasksRunBesideEachOther) {
  auto Main = [&]() -> Task<Nanoseconds> {
    ThreadMeter Meter;
    Spawned<int> A = spawn(L, later(60ms, 1)), B = spawn(L, later(60ms, 2));
    EXPECT_EQ(co_await A.join() + co_await B.join(), 3);
    co_return Meter.elapsed().Wall;
  };
  EXPECT_LT(runOn(L, Main()), 110ms) << "not one after the other";
}

TEST_P(LoopTest, GatherKeepsTheOrder) {
  auto Main = []() -> Task<> {
    std::vector<Task<int>> Tasks;
    for (int I = 0; I != 10; ++I)
      Tasks.push_back(later(std::chrono::milliseconds(10 - I), I));
    std::vector<int> Values = co_await gather(std::move(Tasks));
    for (int I = 0; I != 10; ++I)
      EXPECT_EQ(Values[size_t(I)], I);
    auto [Number, Text] = co_await gather(later(1ms, 4), text());
    EXPECT_EQ(Number, 4);
    EXPECT_EQ(Text, "text");
  };
  runOn(L, Main());
}

TEST_P(LoopTest, AFailureCancelsTheRestOfAGather) {
  int Unwound = 0;
  auto Main = [&]() -> Task<> {
    try {
      co_await gather(forever(Unwound), fails(1ms), forever(Unwound));
      ADD_FAILURE() << "nothing was thrown";
    } catch (const std::out_of_range &) {
      EXPECT_EQ(Unwound, 2) << "before the failure is seen";
    }
  };
  runOn(L, Main());
}

TEST_P(LoopTest, CancellingUnwindsAllThatIsAwaited) {
  int Unwound = 0;
  auto Outer = [&]() -> Task<int> {
    Trace T(Unwound);
    auto [A, B] = co_await gather(forever(Unwound), forever(Unwound));
    co_return A + B;
  };
  auto Main = [&]() -> Task<> {
    Spawned<int> Victim = spawn(L, Outer());
    co_await sleep(5ms);
    Victim.cancel();
    Victim.cancel(); // once is enough
    EXPECT_THROW(co_await Victim.join(), Cancelled);
    EXPECT_EQ(Unwound, 3);
  };
  runOn(L, Main());
}

TEST_P(LoopTest, ATaskMayCleanUpAfterItWasCancelled) {
  bool Cleaned = false;
  auto Victim = [&]() -> Task<> {
    bool Wanted = false;
    try {
      co_await sleep(1h);
    } catch (const Cancelled &) {
      Wanted = true;
    }
    co_await sleep(1ms); // not cancelled again
    Cleaned = Wanted;
  };
  auto Main = [&]() -> Task<> {
    Spawned<void> Running = spawn(L, Victim());
    co_await sleep(1ms);
    Running.cancel();
    co_await Running.join();
  };
  EXPECT_NO_THROW(runOn(L, Main()));
  EXPECT_TRUE(Cleaned);
}

TEST_P(LoopTest, ATaskCancelledBeforeItWaitsSeesItThere) {
  int Unwound = 0;
  auto Main = [&]() -> Task<> {
    Spawned<int> Victim = spawn(L, forever(Unwound));
    Victim.cancel(); // it has not begun
    EXPECT_THROW(co_await Victim.join(), Cancelled);
  };
  runOn(L, Main());
  EXPECT_EQ(Unwound, 1);
}

TEST_P(LoopTest, WithinThrowsWhenTheLimitHasPassed) {
  int Unwound = 0;
  auto Main = [&]() -> Task<> {
    EXPECT_EQ(co_await within(1h, later(1ms, 7)), 7);
    EXPECT_THROW(co_await within(5ms, forever(Unwound)), TimedOut);
    EXPECT_THROW(co_await within(1h, fails(1ms)), std::out_of_range);
    Spawned<int> Outer = spawn(L, within(1h, forever(Unwound)));
    co_await sleep(1ms);
    Outer.cancel();
    EXPECT_THROW(co_await Outer.join(), Cancelled) << "not TimedOut";
  };
  runOn(L, Main());
  EXPECT_EQ(Unwound, 2);
}

TEST_P(LoopTest, TheMainTaskTakesTheOthersWithIt) {
  int Unwound = 0;
  auto Main = [&]() -> Task<> {
    spawn(L, forever(Unwound));
    co_await sleep(1ms);
  };
  runOn(L, Main());
  EXPECT_EQ(Unwound, 1);
  EXPECT_EQ(L.tasks(), 0u);
}

TEST_P(LoopTest, ADestroyedLoopDestroysItsTasks) {
  int Unwound = 0;
  {
    Loop Short(GetParam()());
    spawn(Short, forever(Unwound));
    Short.after(2ms, [&] { Short.stop(); });
    Short.run();
    spawn(Short, forever(Unwound)); // never begun: nothing to unwind
  }
  EXPECT_EQ(Unwound, 1);
}

TEST_P(LoopTest, TensOfThousandsOfTasks) {
  auto Main = []() -> Task<size_t> {
    std::vector<Task<int>> Tasks;
    for (int I = 0; I != 30'000; ++I)
      Tasks.push_back(later(1ms, 1));
    co_return (co_await gather(std::move(Tasks))).size();
  };
  EXPECT_EQ(runOn(L, Main()), 30'000u);
}

TEST_P(LoopTest, StallsAndTasksAreMeasured) {
  auto Main = [&]() -> Task<> {
    co_await sleep(1ms);
    EXPECT_LT(L.stalls().longest(), 1s) << "waiting is no stall";
    auto Work = []() -> Task<> {
      burn(30ms);
      co_await sleep(30ms);
    };
    Spawned<void> Busy = spawn(L, Work());
    co_await Busy.join();
    EXPECT_GE(L.stalls().longest(), 30ms);
    EXPECT_GE(Busy.times().Cpu, 30ms);
    EXPECT_GE(Busy.times().Wall, 60ms);
  };
  runOn(L, Main());
}

TEST_P(LoopTest, ALongComputationYields) {
  std::string Order;
  auto Long = [&]() -> Task<> {
    for (int I = 0; I != 3; ++I) {
      Order += 'a';
      co_await yieldNow();
    }
  };
  auto Main = [&]() -> Task<> {
    Spawned<void> Running = spawn(L, Long());
    for (int I = 0; I != 2; ++I) {
      Order += 'b';
      co_await yieldNow();
    }
    co_await Running.join();
  };
  runOn(L, Main());
  EXPECT_NE(Order.find("aba"), std::string::npos) << Order;
}
