//===- runtime/tests/ProcessPoolTest.cpp - what the process pool promises -===//
#include "ProcessPool.h"

#include "Busy.h"
#include "Server.h"

#include <gtest/gtest.h>

#include <csignal>
#include <numeric>
#include <sys/wait.h>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

namespace {

int add(int A, int B) { return A + B; }
pid_t whoAmI() { return getpid(); }
void hang() {
  while (true)
    pause();
}
void crash() {
  std::signal(SIGSEGV, SIG_DFL); // not the sanitizer's
  raise(SIGSEGV);
}
void leave(int Status) { _exit(Status); }
int Global = 1;
int countUp() { return ++Global; }
std::string repeat(const std::string &What, size_t Times) {
  std::string Whole;
  while (Times--)
    Whole += What;
  return Whole;
}
int oddThrows(int I) {
  if (I % 2)
    throw std::out_of_range(std::to_string(I));
  return I * I;
}
void throwInt() { throw 7; }
void fill(const SharedBuffer &Buffer, int Value) {
  for (int &Slot : Buffer.as<int>())
    Slot = Value;
}
size_t openDescriptors() { return Census::take().Descriptors; }

/// Until a pool has as many workers at work.
void settle() { std::this_thread::sleep_for(20ms); }

} // namespace

TEST(ProcessPool, CallsRunInOtherProcesses) {
  ProcessPool Pool(forkServer(), 2);
  EXPECT_EQ(Pool.submit(add, 2, 3).get(), 5);
  EXPECT_NE(Pool.submit(whoAmI).get(), getpid());
  Pool.submit(countUp).get();
  EXPECT_EQ(Global, 1) << "nothing is shared";
}

TEST(ProcessPool, LargeArgumentsAndResultsArrive) {
  ProcessPool Pool(forkServer(), 1);
  std::string Mebibyte(1 << 20, 'x');
  EXPECT_EQ(Pool.submit(repeat, Mebibyte, 3).get().size(), 3u << 20);
}

TEST(ProcessPool, MapKeepsTheOrderAndThrowsTheFirstFailure) {
  ProcessPool Pool(forkServer(), 2, 2);
  std::vector<int> Even{0, 2, 4, 6, 8};
  EXPECT_EQ(Pool.map(oddThrows, Even), (std::vector<int>{0, 4, 16, 36, 64}));
  try {
    Pool.map(oddThrows, std::vector<int>{0, 1, 2, 3});
    ADD_FAILURE() << "nothing was thrown";
  } catch (const RemoteError &E) {
    EXPECT_EQ(E.Type, "std::out_of_range");
    EXPECT_STREQ(E.what(), "1");
  }
}

TEST(ProcessPool, ExceptionsOfAnyTypeAreCarriedBack) {
  ProcessPool Pool(forkServer(), 1);
  try {
    Pool.submit(throwInt).get();
    ADD_FAILURE() << "nothing was thrown";
  } catch (const RemoteError &E) {
    EXPECT_EQ(E.Type, "int");
  }
  EXPECT_EQ(Pool.submit(add, 1, 1).get(), 2) << "the worker lives on";
}

TEST(ProcessPool, ASharedBufferIsTheSameMemoryThere) {
  ProcessPool Pool(forkServer(), 1);
  SharedBuffer Buffer(1000 * sizeof(int));
  Pool.submit(fill, Buffer, 7).get();
  EXPECT_EQ(
      std::accumulate(Buffer.as<int>().begin(), Buffer.as<int>().end(), 0),
      7000);
}

TEST(ProcessPool, ACrashIsReportedAndTheWorkerReplaced) {
  ProcessPool Pool(forkServer(), 1);
  pid_t Before = Pool.submit(whoAmI).get();
  try {
    Pool.submit(crash).get();
    ADD_FAILURE() << "nothing was thrown";
  } catch (const WorkerDied &E) {
    EXPECT_TRUE(WIFSIGNALED(E.Status) && WTERMSIG(E.Status) == SIGSEGV);
  }
  EXPECT_NE(Pool.submit(whoAmI).get(), Before);
  EXPECT_THROW(Pool.submit(leave, 3).get(), WorkerDied);
  EXPECT_EQ(Pool.submit(add, 1, 1).get(), 2);
}

TEST(ProcessPool, AWorkerThatDiedIdleIsReplaced) {
  ProcessPool Pool(forkServer(), 1);
  pid_t Before = Pool.submit(whoAmI).get();
  kill(Before, SIGKILL);
  settle();
  EXPECT_NE(Pool.submit(whoAmI).get(), Before);
}

TEST(ProcessPool, ACallThatTakesTooLongIsKilled) {
  ProcessPool Pool(forkServer(), 1);
  auto Hung = Pool.submit({.Limit = 30ms, .Stop = {}}, hang);
  EXPECT_THROW(Hung.get(), TimedOut);
  EXPECT_EQ(Pool.submit(add, 1, 1).get(), 2);
}

TEST(ProcessPool, ACallIsStoppedInTheMidst) {
  ProcessPool Pool(forkServer(), 1);
  std::stop_source Stop;
  auto Hung = Pool.submit({.Limit = {}, .Stop = Stop.get_token()}, hang);
  settle();
  Stop.request_stop();
  EXPECT_THROW(Hung.get(), Cancelled);
  EXPECT_EQ(Pool.submit(add, 1, 1).get(), 2);
}

TEST(ProcessPool, TheQueueIsBounded) {
  ProcessPool Pool(forkServer(), 1, 1);
  std::stop_source Stop;
  CallOptions Options{.Limit = {}, .Stop = Stop.get_token()};
  auto Hung = Pool.submit(Options, hang);
  settle();
  EXPECT_TRUE(Pool.trySubmit({}, whoAmI));
  EXPECT_FALSE(Pool.trySubmit({}, whoAmI));
  Stop.request_stop();
  EXPECT_THROW(Hung.get(), Cancelled);
}

TEST(ProcessPool, TerminateDoesNotWaitForWhatRuns) {
  ProcessPool Pool(forkServer(), 2);
  auto A = Pool.submit(hang), B = Pool.submit(hang), C = Pool.submit(hang);
  settle();
  Pool.terminate();
  EXPECT_THROW(A.get(), Cancelled);
  EXPECT_THROW(B.get(), Cancelled);
  EXPECT_THROW(C.get(), Cancelled);
  EXPECT_TRUE(Pool.workers().empty());
  EXPECT_THROW(Pool.submit(whoAmI), Closed);
}

TEST(ProcessPool, WorkersInheritNothingButStandardDescriptors) {
  Descriptor Ours(checked(open("/dev/null", O_RDONLY), "open"));
  ProcessPool Pool(forkServer(), 2);
  for (int I = 0; I != 4; ++I)
    EXPECT_EQ(Pool.submit(openDescriptors).get(), 4u) << "0, 1, 2, channel";
}

TEST(ProcessPool, NothingIsLeftOfManyFailures) {
  ProcessPool Pool(forkServer(), 2);
  Pool.submit(whoAmI).get();
  Census Before = Census::take();
  for (int I = 0; I != 10; ++I) {
    EXPECT_THROW(Pool.submit(leave, I).get(), WorkerDied);
    EXPECT_THROW(Pool.submit({.Limit = 1ms, .Stop = {}}, hang).get(), TimedOut);
  }
  Pool.submit(whoAmI).get();
  Census After = Census::take();
  EXPECT_LE(After.Descriptors, Before.Descriptors);
  EXPECT_EQ(After.Threads, Before.Threads);
  EXPECT_LE(Pool.workers().size(), 2u);
}

TEST(ForkServer, IsStartedBeforeThreads) {
  std::stop_source Stop;
  std::jthread Other([](std::stop_token Token) {
    while (!Token.stop_requested())
      std::this_thread::sleep_for(1ms);
  });
  EXPECT_THROW(ForkServer(), std::logic_error);
}

TEST(ForkServer, TakesItsWorkersWithIt) {
  WorkerProcess Worker;
  {
    ForkServer Server;
    Worker = Server.start();
  }
  Message Nothing;
  EXPECT_EQ(Worker.Channel.receive(Nothing), LinkState::Ended);
}

TEST(ForkServer, TheKernelEndsWorkersOfAKilledServer) {
  ForkServer Server;
  WorkerProcess Worker = Server.start();
  kill(Server.pid(), SIGKILL);
  Message Nothing;
  EXPECT_EQ(Worker.Channel.receive(Nothing), LinkState::Ended);
  EXPECT_THROW(Server.start(), std::runtime_error);
}

TEST(ForkServer, APoolOutlivesItsKilledServer) {
  ForkServer Server;
  ProcessPool Pool(Server, 1);
  kill(Server.pid(), SIGKILL);
  settle();
  EXPECT_THROW(Pool.submit(whoAmI).get(), std::runtime_error);
}
