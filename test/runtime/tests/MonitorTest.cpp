//===- runtime/tests/MonitorTest.cpp - the instruments tell the truth -----===//
#include "Monitor.h"

#include "Busy.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

TEST(Monitor, ThreadMeterTellsComputingFromWaiting) {
  ThreadMeter Waiting;
  std::this_thread::sleep_for(50ms);
  EXPECT_LT(Waiting.elapsed().share(), 0.5);
  EXPECT_GE(Waiting.elapsed().Wall, 50ms);

  ThreadMeter Computing;
  burn(30ms);
  EXPECT_GE(Computing.elapsed().Cpu, 30ms);
}

TEST(Monitor, TaskMeterAddsUpSlicesOfSeveralThreads) {
  TaskMeter Meter;
  Meter.slice([] { burn(10ms); });
  std::this_thread::sleep_for(20ms); // between slices: wall, not CPU
  std::thread([&] { Meter.slice([] { burn(10ms); }); }).join();
  EXPECT_GE(Meter.elapsed().Cpu, 20ms);
  EXPECT_GE(Meter.elapsed().Wall, 40ms);
}

TEST(Monitor, TaskMeterCountsASliceThatThrows) {
  TaskMeter Meter;
  EXPECT_THROW(Meter.slice([] {
    burn(5ms);
    throw 1;
  }),
               int);
  EXPECT_GE(Meter.elapsed().Cpu, 5ms);
}

TEST(Monitor, StallMeterKeepsTheLongestAbsence) {
  StallMeter Meter;
  Meter.leave();
  std::this_thread::sleep_for(20ms);
  EXPECT_GE(Meter.longest(), 20ms) << "also while it lasts";
  Meter.enter();
  Meter.leave();
  Meter.enter();
  EXPECT_GE(Meter.longest(), 20ms);
  Meter.reset();
  EXPECT_EQ(Meter.longest(), 0ns);
}

TEST(Monitor, HoldMeterKnowsHoldsAndWaits) {
  HoldMeter<> Lock;
  std::atomic<bool> Held = false;
  std::thread Holder([&] {
    std::lock_guard Guard(Lock);
    Held = true;
    // NOLINTNEXTLINE(waitwise-blocking-under-lock): it is what is measured
    std::this_thread::sleep_for(30ms);
  });
  while (!Held)
    std::this_thread::yield();
  EXPECT_FALSE(Lock.try_lock());
  {
    std::lock_guard Guard(Lock);
  }
  Holder.join();
  EXPECT_GE(Lock.longestHold(), 30ms);
  EXPECT_GT(Lock.longestWait(), 0ns);
}

TEST(Monitor, CensusCountsThreadsAndDescriptors) {
  Census Before = Census::take();
  int Fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
  std::atomic<bool> Done = false;
  std::thread Extra([&] { Done.wait(false); });
  Census During = Census::take();
  Done = true;
  Done.notify_one();
  Extra.join();
  close(Fd);
  EXPECT_EQ(During.Threads, Before.Threads + 1);
  EXPECT_EQ(During.Descriptors, Before.Descriptors + 1);
  EXPECT_GT(Before.ResidentKiB, 0u);
  EXPECT_GE(Before.PeakKiB, Before.ResidentKiB);
}
