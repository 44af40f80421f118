//===- measured/Fixture.h - what the fixtures are made of -----------------===//
//
// A fixture is a program with cases. `program CASE` runs one and prints what it
// measured, in nanoseconds: how long a context was kept waiting at most.
// Whether that is too long is nowhere written here: agreement.py compares it
// with the context's tolerance, and with what waitwise says of the case, which
// is a namespace of its own so that findings can be told apart.
//
//   namespace sleepsHere {
//   Task<> body() { … co_return; }
//   Measured run() { return stallOf(body()); }
//   }
//
// Slow things are slow by themselves: pipes that nobody writes to for a while,
// peers that take their time. Times leave out what the thread waited for a
// core.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MEASURED_FIXTURE_H
#define WAITWISE_MEASURED_FIXTURE_H

#include "Attended.h"
#include "Await.h"
#include "Deferred.h"
#include "Stream.h"

#include <cstdio>
#include <cstring>
#include <span>

namespace fixture {

using namespace waitwise::runtime;
using namespace std::chrono_literals;

/// Long enough to be seen, short enough to be repeated.
inline constexpr auto Delay = 20ms;

using Measured = Nanoseconds;

/// A byte that comes after the delay. The read end blocks.
class SlowPipe {
public:
  SlowPipe() {
    int Ends[2];
    checked(pipe2(Ends, O_CLOEXEC), "pipe");
    Out = Descriptor(Ends[0]);
    In = Descriptor(Ends[1]);
    Writer = std::thread([this] {
      std::this_thread::sleep_for(Delay);
      char Byte = 'x';
      (void)!write(In.get(), &Byte, 1);
    });
  }
  ~SlowPipe() { Writer.join(); }

  int fd() const { return Out.get(); }
  Descriptor take() { return std::move(Out); }

private:
  Descriptor Out, In;
  std::thread Writer;
};

/// Computes for a while.
inline void compute(int Milliseconds) {
  uint64_t State = 88172645463325252u;
  for (int I = 0; I != Milliseconds; ++I)
    for (int Step = 0; Step != 500'000; ++Step) {
      State ^= State << 13;
      State ^= State >> 7;
      State ^= State << 17;
    }
  asm volatile("" ::"r"(State));
}

/// The loop of the process.
inline Loop &theLoop() {
  static Loop L;
  return L;
}

/// The longest stall of the loop while a task runs.
inline Measured stallOf(Task<> Body) {
  Loop &L = theLoop();
  L.stalls().measureWith(attendedNow);
  runOn(L, [](Loop &L, Task<> Body) -> Task<> {
    co_await yieldNow();
    L.stalls().reset();
    co_await std::move(Body);
  }(L, std::move(Body)));
  return L.stalls().longest();
}

/// The longest stall of the loop in the turns after a callback.
inline Measured stallOfCallback(Callback Call) {
  Loop &L = theLoop();
  L.stalls().measureWith(attendedNow);
  L.post([&] {
    L.stalls().reset();
    L.post(std::move(Call));
    L.after(2 * Delay, [&] { L.stop(); });
  });
  L.run();
  return L.stalls().longest();
}

/// How long this thread neither ran nor waited for a core: it waited.
template <class F> Measured waitOf(F Work) {
  Nanoseconds Began = attendedNow();
  ThreadMeter Meter;
  Work();
  return attendedNow() - Began - Meter.elapsed().Cpu;
}

/// How long two threads that update a store hold its lock at most.
template <class Store> Measured longestHold() {
  Store S;
  std::thread Other([&] { S.update(); });
  S.update();
  Other.join();
  return S.Lock.longestHold();
}

struct Case {
  const char *Name;
  Measured (*Run)();
};

inline int runCase(int Argc, char **Argv, std::span<const Case> Cases) {
  for (const Case &C : Cases) {
    if (Argc == 1)
      std::puts(C.Name);
    else if (std::strcmp(C.Name, Argv[1]) == 0)
      return std::printf("%lld\n", (long long)C.Run().count()) < 0;
  }
  return Argc != 1;
}

#define CASE(Name) {#Name, Name::run}

} // namespace fixture

#endif
