//===- bench/ModelSpeed.cpp - one workload under one model ----------------===//
//
//   model-speed WORKLOAD MODEL
//
// Prints the wall time of the work in milliseconds and the peak memory of the
// process and its workers in MiB; CPU time is what wait4(2) says of all of
// them. The workloads:
//
//   cpu          32 times computing for some 20 ms
//   fast-few     16 files of 64 KiB, written to the disk and read back
//   slow-many    200 questions to a peer that takes 20 ms to answer
//   mixed        64 questions to it, and some 5 ms of computing for each
//
//===----------------------------------------------------------------------===//
#include "Await.h"
#include "Spawn.h"
#include "Stream.h"

#include <arpa/inet.h>
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>

using namespace std::chrono_literals;
using namespace waitwise::runtime;

namespace {

constexpr unsigned ManyWorkers = 32;
uint16_t Port; ///< Of the slow peer. Set before anything forks or starts.
InterpreterLock TheLock;
bool Interpreted = false; ///< Every step is one of an interpreter.

/// Computes for about a millisecond so many times.
void compute(int Milliseconds) {
  uint64_t State = 88172645463325252u;
  for (int I = 0; I != Milliseconds; ++I) {
    for (int Step = 0; Step != 500'000; ++Step) {
      State ^= State << 13;
      State ^= State >> 7;
      State ^= State << 17;
    }
    if (Interpreted)
      TheLock.checkpoint();
  }
  asm volatile("" ::"r"(State)); // somebody might want to know
}

/// Runs a call outside of the interpreter, if there is one.
template <class F> void outside(F Call) {
  if (!Interpreted)
    return Call();
  InterpreterLock::Released Let(TheLock);
  Call();
}

/// Asks the slow peer, and waits for it.
void ask() {
  Descriptor Socket(
      checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Address.sin_port = htons(Port);
  checked(::connect(Socket.get(), reinterpret_cast<sockaddr *>(&Address),
                    sizeof(Address)),
          "connect");
  char Byte = '?';
  checked(send(Socket.get(), &Byte, 1, MSG_NOSIGNAL), "send");
  checked(recv(Socket.get(), &Byte, 1, 0), "recv");
}

Task<> askLater() {
  Stream Peer = co_await connect(Port);
  char Byte = '?';
  co_await Peer.write({&Byte, 1});
  co_await Peer.read({&Byte, 1});
}

void writeAndRead() {
  char Name[] = "/tmp/model-speed-XXXXXX";
  Descriptor File(checked(mkstemp(Name), "mkstemp"));
  unlink(Name);
  std::string Bytes(64 << 10, 'x');
  checked(pwrite(File.get(), Bytes.data(), Bytes.size(), 0), "pwrite");
  checked(fdatasync(File.get()), "fdatasync");
  checked(pread(File.get(), Bytes.data(), Bytes.size(), 0), "pread");
}

/// How many pieces a workload has, and what one of them is.
struct Workload {
  std::string_view Name;
  int Pieces;
  void (*Blocking)(int);
  Task<> (*Suspending)();        ///< On a loop, where it does not wait...
  Task<> (*Split)(ThreadPool &); ///< ... or computes there either.
};

void cpuPiece(int) { compute(20); }
void filePiece(int) { outside(writeAndRead); }
void slowPiece(int) { outside(ask); }
void mixedPiece(int) {
  outside(ask);
  compute(5);
}

Task<> cpuOnLoop() {
  compute(20);
  co_return;
}
Task<> filesOnLoop() {
  writeAndRead();
  co_return;
}
Task<> mixedOnLoop() {
  co_await askLater();
  compute(5);
}

Task<> cpuSplit(ThreadPool &Pool) {
  return onPool(Pool, [] { cpuPiece(0); });
}
Task<> filesSplit(ThreadPool &Pool) { return onPool(Pool, writeAndRead); }
Task<> slowSplit(ThreadPool &) { return askLater(); }
Task<> mixedSplit(ThreadPool &Pool) {
  co_await askLater();
  co_await onPool(Pool, [] { compute(5); });
}

const Workload Workloads[] = {
    {"cpu", 32, cpuPiece, cpuOnLoop, cpuSplit},
    {"fast-few", 16, filePiece, filesOnLoop, filesSplit},
    {"slow-many", 200, slowPiece, askLater, slowSplit},
    {"mixed", 64, mixedPiece, mixedOnLoop, mixedSplit},
};

size_t WorkersKiB = 0;
size_t peakKiB(int) { return Census::take().PeakKiB; }

void threadPerTask(const Workload &W) {
  std::vector<std::thread> Threads;
  for (int I = 0; I != W.Pieces; ++I)
    Threads.emplace_back(W.Blocking, I);
  for (std::thread &Thread : Threads)
    Thread.join();
}

void onThreads(ThreadPool &Pool, const Workload &W) {
  Pool.map(W.Blocking, std::vector<int>(size_t(W.Pieces)));
}

void onLoop(std::unique_ptr<Selector> Backend, const Workload &W) {
  Loop L(std::move(Backend));
  std::vector<Task<>> Pieces;
  for (int I = 0; I != W.Pieces; ++I)
    Pieces.push_back(W.Suspending());
  runOn(L, gather(std::move(Pieces)));
}

void split(const Workload &W) {
  Loop L;
  CpuPool Pool;
  std::vector<Task<>> Pieces;
  for (int I = 0; I != W.Pieces; ++I)
    Pieces.push_back(W.Split(Pool));
  runOn(L, gather(std::move(Pieces)));
}

bool run(std::string_view Model, const Workload &W, ForkServer &Server) {
  unsigned Cores = std::max(1u, std::thread::hardware_concurrency());
  if (Model == "inline") {
    for (int I = 0; I != W.Pieces; ++I)
      W.Blocking(I);
  } else if (Model == "thread-per-task") {
    threadPerTask(W);
  } else if (Model == "thread-pool") {
    CpuPool Pool;
    onThreads(Pool, W);
  } else if (Model == "large-thread-pool") {
    IoPool Pool(ManyWorkers);
    onThreads(Pool, W);
  } else if (Model == "interpreter-pool") {
    Interpreted = true;
    InterpreterPool Pool(Cores, TheLock);
    onThreads(Pool, W);
  } else if (Model == "process-pool") {
    ProcessPool Pool(Server, Cores);
    Pool.map(W.Blocking, std::vector<int>(size_t(W.Pieces)));
    for (size_t PeakKiB : Pool.map(peakKiB, std::vector<int>(Cores)))
      WorkersKiB += PeakKiB;
  } else if (Model == "event-loop") {
    onLoop(makeEpollSelector(), W);
  } else if (Model == "event-loop-uv") {
    onLoop(makeUvSelector(), W);
  } else if (Model == "split") {
    split(W);
  } else {
    return false;
  }
  return true;
}

/// The slow peer, in a process of its own, until this one ends.
void servePeer(Link Parent) {
  Loop L;
  Listener On(L);
  auto Answer = [](Stream Client) -> Task<> {
    char Byte;
    co_await Client.read({&Byte, 1});
    co_await sleep(20ms);
    co_await Client.write({&Byte, 1});
  };
  auto Serve = [&]() -> Task<> {
    while (true)
      spawn(L, Answer(co_await On.accept()));
  };
  Message Told;
  put(Told, On.port());
  Parent.send(Told);
  spawn(L, Serve());
  L.onReady(Parent.descriptor(), Readable, [] { _exit(0); });
  L.run();
}

} // namespace

int main(int Argc, char **Argv) {
  auto [Ours, Theirs] = Link::pair();
  if (fork() == 0) {
    Ours.close();
    servePeer(std::move(Theirs));
  }
  Theirs.close();
  Message Told;
  Ours.receive(Told);
  Reader In(Told);
  Port = take<uint16_t>(In);
  ForkServer Server;
  for (const Workload &W : Workloads) {
    if (Argc != 3 || W.Name != Argv[1])
      continue;
    ThreadMeter Meter;
    if (!run(Argv[2], W, Server))
      break;
    double Wall = double(Meter.elapsed().Wall.count()) / 1e6;
    std::printf("%.3f %.1f\n", Wall,
                double(Census::take().PeakKiB + WorkersKiB) / 1024);
    return 0;
  }
  std::fputs("usage: model-speed WORKLOAD MODEL\n", stderr);
  return 2;
}
