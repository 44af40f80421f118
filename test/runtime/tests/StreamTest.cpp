//===- runtime/tests/StreamTest.cpp - sockets, pipes, signals -------------===//
#include "Stream.h"

#include "Await.h"
#include "LoopFixture.h"
#include "Server.h"
#include "Spawn.h"

#include <csignal>
#include <sys/resource.h>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

using StreamTest = LoopTest;
ON_BOTH_BACKENDS(StreamTest);

namespace {

Task<std::string> readAll(Stream &From) {
  std::string Whole;
  char Chunk[4096];
  while (size_t Count = co_await From.read(Chunk))
    Whole.append(Chunk, Count);
  co_return Whole;
}

Task<> echo(Stream Peer) {
  char Chunk[256];
  while (size_t Count = co_await Peer.read(Chunk))
    co_await Peer.write({Chunk, Count});
}

Task<> serveEcho(Loop &L, Listener &On) {
  while (true)
    spawn(L, echo(co_await On.accept()));
}

/// One question and its answer, while the connection stays open.
Task<> ask(Stream &Peer) {
  char Byte;
  co_await Peer.write("?");
  if (co_await Peer.read({&Byte, 1}) != 1)
    throw std::runtime_error("no answer");
}

/// Allows as many descriptors as the system does; whether that is enough.
bool allowDescriptors(size_t Wanted) {
  rlimit Limit;
  getrlimit(RLIMIT_NOFILE, &Limit);
  Limit.rlim_cur = Limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &Limit);
  return Limit.rlim_cur >= Wanted;
}

Task<> askTwice(uint16_t Port, size_t Connections) {
  std::vector<Stream> Clients;
  while (Clients.size() != Connections)
    Clients.push_back(co_await connect(Port));
  for (int Round = 0; Round != 2; ++Round) {
    std::vector<Task<>> Questions;
    for (Stream &Client : Clients)
      Questions.push_back(ask(Client));
    co_await gather(std::move(Questions));
  }
}

/// In a process of its own, since each end needs a descriptor.
void askFromHere(uint16_t Port, size_t Connections) {
  allowDescriptors(Connections);
  Loop L;
  runOn(L, askTwice(Port, Connections));
}

} // namespace

TEST_P(StreamTest, BytesGoThroughAPipeLargerThanItsBuffer) {
  auto [Out, In] = makePipe(L);
  std::string Large(1 << 20, 'x');
  auto Writing = [](Stream To, const std::string &Bytes) -> Task<> {
    co_await To.write(Bytes); // and closes it
  };
  auto Main = [&](Stream From, Stream To) -> Task<size_t> {
    spawn(L, Writing(std::move(To), Large));
    co_return (co_await readAll(From)).size();
  };
  EXPECT_EQ(runOn(L, Main(std::move(Out), std::move(In))), Large.size());
}

TEST_P(StreamTest, ConnectAcceptAndHalfClose) {
  Listener Server(L);
  auto Main = [&]() -> Task<std::string> {
    spawn(L, serveEcho(L, Server));
    Stream Client = co_await connect(Server.port());
    co_await Client.write("hello");
    Client.shutdownWrite();
    co_return co_await readAll(Client);
  };
  EXPECT_EQ(runOn(L, Main()), "hello");
}

TEST_P(StreamTest, ARefusedConnectionThrows) {
  uint16_t Nobody = Listener(L).port(); // closed again
  auto Main = [&]() -> Task<> { co_await connect(Nobody); };
  EXPECT_THROW(runOn(L, Main()), std::system_error);
}

TEST_P(StreamTest, WritingToAClosedPeerThrows) {
  auto [Out, In] = makePipe(L);
  Out.close();
  auto Main = [](Stream To) -> Task<> { co_await To.write("lost"); };
  EXPECT_THROW(runOn(L, Main(std::move(In))), std::system_error);
}

TEST_P(StreamTest, AReaderIsCancelled) {
  auto [Out, In] = makePipe(L);
  auto Reading = [&](Stream From) -> Task<> {
    EXPECT_THROW(co_await within(5ms, readAll(From)), TimedOut);
  };
  runOn(L, Reading(std::move(Out)));
}

TEST_P(StreamTest, SignalsAreAwaited) {
  auto Main = [&]() -> Task<int> {
    Signals Coming(L, {SIGUSR1, SIGTERM});
    L.after(2ms, [] { raise(SIGUSR1); });
    co_return co_await within(10s, Coming.next());
  };
  EXPECT_EQ(runOn(L, Main()), SIGUSR1);
  sigset_t Now;
  pthread_sigmask(SIG_BLOCK, nullptr, &Now);
  EXPECT_FALSE(sigismember(&Now, SIGUSR1)) << "as it was before";
}

TEST_P(StreamTest, TenThousandConnectionsOnOneThread) {
  constexpr size_t Connections = 10'000;
  if (!allowDescriptors(Connections + 100))
    GTEST_SKIP() << "the system allows too few descriptors";
  ProcessPool Clients(forkServer(), 1);
  size_t Threads = Census::take().Threads, Most = 0;
  Listener Server(L);
  auto Peer = [&](Stream Client) -> Task<> {
    Most = std::max(Most, L.tasks());
    co_await echo(std::move(Client));
  };
  auto Serve = [&]() -> Task<> {
    while (true)
      spawn(L, Peer(co_await Server.accept()));
  };
  auto Main = [&]() -> Task<> {
    spawn(L, Serve());
    co_await onProcess(Clients, askFromHere, Server.port(), Connections);
  };
  runOn(L, Main());
  EXPECT_GE(Most, Connections) << "each has a task that serves it";
  EXPECT_EQ(Census::take().Threads, Threads);
}
