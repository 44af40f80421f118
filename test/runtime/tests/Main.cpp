//===- runtime/tests/Main.cpp - runs the tests of the models --------------===//
//
// After each test, nothing may be left of what can be leaked: no thread, no
// descriptor, no child process. Ends of threads and processes take a moment to
// be seen in /proc, so the count is given some time to come down.
//
//===----------------------------------------------------------------------===//
#include "Monitor.h"
#include "Selector.h"
#include "Server.h"

#include <gtest/gtest.h>

#include <thread>

using namespace waitwise::runtime;

namespace {

ForkServer *Server;

class LeakCheck : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo &) override {
    Before = Census::take();
  }

  void OnTestEnd(const testing::TestInfo &Test) override {
    Census Now = Census::take();
    for (int Try = 0; Try != 200 && leaks(Now); ++Try) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      Now = Census::take();
    }
    EXPECT_LE(Now.Threads, Before.Threads) << Test.name();
    EXPECT_LE(Now.Descriptors, Before.Descriptors) << Test.name();
    EXPECT_LE(Now.Children, Before.Children) << Test.name();
  }

  bool leaks(const Census &Now) const {
    return Now.Threads > Before.Threads || Now.Children > Before.Children ||
           Now.Descriptors > Before.Descriptors;
  }

  Census Before;
};

} // namespace

ForkServer &waitwise::runtime::forkServer() { return *Server; }

int main(int Argc, char **Argv) {
  testing::InitGoogleTest(&Argc, Argv);
  ForkServer First;
  Server = &First;
  // What comes with the first use and stays: a sanitizer's own thread, the
  // pipe that libuv keeps for signals.
  std::thread([] {}).join();
  makeUvSelector();
  testing::UnitTest::GetInstance()->listeners().Append(new LeakCheck);
  return RUN_ALL_TESTS();
}
