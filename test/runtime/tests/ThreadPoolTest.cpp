//===- runtime/tests/ThreadPoolTest.cpp - what the thread pool promises ---===//
#include "ThreadPool.h"

#include "Busy.h"

#include <gtest/gtest.h>

#include <latch>
#include <numeric>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

namespace {

/// A pool whose one worker is busy until let go, so that the queue fills.
struct Stopped {
  explicit Stopped(size_t QueueLimit) : Pool(1, QueueLimit) {
    First.emplace(Pool.submit([this] {
      Begun.count_down();
      Gate.wait();
    }));
    Begun.wait();
  }
  ~Stopped() { letGo(); }
  void letGo() {
    if (!Gate.try_wait())
      Gate.count_down();
  }

  std::latch Begun{1}, Gate{1};
  IoPool Pool;
  std::optional<Future<void>> First;
};

} // namespace

TEST(ThreadPool, SubmitGivesTheValueOrTheException) {
  CpuPool Pool;
  EXPECT_EQ(Pool.submit([] { return 42; }).get(), 42);
  auto Moved = Pool.submit(
      [P = std::make_unique<int>(7)]() mutable { return std::move(P); });
  EXPECT_EQ(*Moved.get(), 7);
  auto Failed = Pool.submit([]() -> int { throw std::out_of_range("far"); });
  EXPECT_THROW(Failed.get(), std::out_of_range);
}

TEST(ThreadPool, WorkRunsInParallel) {
  IoPool Pool(2);
  std::latch Both(2); // each waits for the other: one worker would hang
  auto Meet = [&] { Both.arrive_and_wait(); };
  auto A = Pool.submit(Meet), B = Pool.submit(Meet);
  A.get();
  B.get();
}

TEST(ThreadPool, MapKeepsTheOrderAndThrowsTheFirstFailure) {
  IoPool Pool(3, 4); // fewer places than items
  std::vector<int> Items(100);
  std::iota(Items.begin(), Items.end(), 0);
  std::vector<int> Squares = Pool.map([](int I) { return I * I; }, Items);
  ASSERT_EQ(Squares.size(), 100u);
  for (int I : Items)
    EXPECT_EQ(Squares[I], I * I);
  auto Odd = [](int I) {
    if (I % 2)
      throw std::runtime_error(std::to_string(I));
  };
  try {
    Pool.map(Odd, Items);
    ADD_FAILURE() << "nothing was thrown";
  } catch (const std::runtime_error &E) {
    EXPECT_STREQ(E.what(), "1");
  }
}

TEST(ThreadPool, AsCompletedYieldsInOrderOfCompletion) {
  IoPool Pool(3);
  std::latch Gates[3]{std::latch(1), std::latch(1), std::latch(1)};
  std::vector<Future<int>> Futures;
  for (int I = 0; I != 3; ++I)
    Futures.push_back(Pool.submit([&, I] {
      Gates[I].wait();
      return I;
    }));
  Gates[2].count_down();
  int Next[] = {2, 0, 1};
  size_t Turn = 0;
  for (Future<int> &F : asCompleted(Futures)) {
    EXPECT_EQ(F.get(), Next[Turn]);
    if (++Turn != 3)
      Gates[Next[Turn]].count_down();
  }
  EXPECT_EQ(Turn, 3u);
}

TEST(ThreadPool, WaitReturnsAtTheFirstAtAllOrAtTheLimit) {
  std::latch Gate(1);
  IoPool Pool(2);
  std::vector<Future<void>> Futures;
  Futures.push_back(Pool.submit([&] { Gate.wait(); }));
  EXPECT_TRUE(wait(Futures, Until::All, 5ms).empty());
  Futures.push_back(Pool.submit([] {}));
  EXPECT_EQ(wait(Futures, Until::First), std::vector<size_t>{1});
  Gate.count_down();
  EXPECT_EQ(wait(Futures, Until::All).size(), 2u);
}

TEST(ThreadPool, TheQueueIsBounded) {
  Stopped S(2);
  ASSERT_TRUE(S.Pool.trySubmit([] {}));
  ASSERT_TRUE(S.Pool.trySubmit([] {}));
  EXPECT_FALSE(S.Pool.trySubmit([] {}));
  std::atomic<bool> Room = false, Queued = false;
  S.Pool.onRoom([&] { Room = true; });
  std::thread Producer([&] {
    S.Pool.submit([] {});
    Queued = true;
  });
  std::this_thread::sleep_for(20ms);
  EXPECT_FALSE(Room || Queued);
  S.letGo();
  Producer.join();
  S.Pool.shutdown(); // after the callback, which its worker calls
  EXPECT_TRUE(Room && Queued);
}

TEST(ThreadPool, AWorkerDoesNotWaitForItsOwnPool) {
  IoPool Pool(1, 1);
  auto Inner = Pool.submit([&] {
    EXPECT_TRUE(Pool.trySubmit([] {}));
    Pool.submit([] {}); // would wait for room that only this worker makes
  });
  EXPECT_THROW(Inner.get(), std::logic_error);
  EXPECT_THROW(Pool.submit([&] { Pool.shutdown(); }).get(), std::logic_error);
}

TEST(ThreadPool, WorkThatHasNotBegunIsCancelled) {
  Stopped S(8);
  bool Ran = false;
  auto Waiting = S.Pool.submit([&] { Ran = true; });
  EXPECT_FALSE(S.First->cancel()) << "it has begun";
  EXPECT_TRUE(Waiting.cancel());
  S.letGo();
  EXPECT_THROW(Waiting.get(), Cancelled);
  S.First->get();
  S.Pool.shutdown();
  EXPECT_FALSE(Ran);
}

TEST(ThreadPool, ShutdownRunsOrCancelsWhatHasNotBegun) {
  for (Unbegun What : {Unbegun::Run, Unbegun::Cancel}) {
    Stopped S(8);
    auto Waiting = S.Pool.submit([] { return 1; });
    std::thread LetGo([&] {
      std::this_thread::sleep_for(10ms);
      S.letGo();
    });
    S.Pool.shutdown(What);
    LetGo.join();
    if (What == Unbegun::Run)
      EXPECT_EQ(Waiting.get(), 1);
    else
      EXPECT_THROW(Waiting.get(), Cancelled);
    S.First->get();
    EXPECT_THROW(S.Pool.submit([] {}), Closed);
    EXPECT_THROW(S.Pool.trySubmit([] {}), Closed);
  }
}

TEST(ThreadPool, ProducersThatWaitForRoomHearOfAShutdown) {
  Stopped S(1);
  S.Pool.submit([] {});
  std::thread Producer([&] { EXPECT_THROW(S.Pool.submit([] {}), Closed); });
  std::this_thread::sleep_for(10ms);
  std::thread LetGo([&] {
    std::this_thread::sleep_for(10ms);
    S.letGo();
  });
  S.Pool.shutdown(Unbegun::Cancel);
  Producer.join();
  LetGo.join();
}

TEST(InterpreterPool, OneWorkerAtATimeHoldsTheLock) {
  InterpreterLock Lock;
  InterpreterPool Pool(4, Lock);
  std::atomic<int> Inside = 0, Most = 0;
  Pool.map(
      [&](int) {
        for (int I = 0; I != 10; ++I) {
          int Now = ++Inside;
          Most = std::max<int>(Most, Now);
          burn(100us);
          --Inside;
          Lock.checkpoint();
        }
      },
      std::vector<int>(16));
  EXPECT_EQ(Most, 1);
}

TEST(InterpreterPool, CallsThatLetGoRunInParallel) {
  InterpreterLock Lock;
  InterpreterPool Pool(2, Lock);
  std::latch Both(2);
  Pool.map(
      [&](int) {
        InterpreterLock::Released Outside(Lock);
        Both.arrive_and_wait();
      },
      std::vector<int>(2));
}

TEST(InterpreterPool, ALongComputationTakesTurns) {
  InterpreterLock Lock;
  InterpreterPool Pool(2, Lock);
  std::atomic<bool> Stop = false;
  auto Long = Pool.submit([&] {
    while (!Stop)
      Lock.checkpoint();
  });
  Pool.submit([&] { Stop = true; }).get(); // runs although Long has the lock
  Long.get();
}
