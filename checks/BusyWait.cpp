//===- checks/BusyWait.cpp - busy-wait ------------------------------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A loop that waits for another thread by asking: it does nothing but read a flag
that is set elsewhere, or try for a lock, and perhaps yield or sleep between. A
function of the program that only tells the flag's value counts as reading it.

Loops that do anything else are silent: work with a stop flag, calls that are
tried again, a look at a file or at another process. So are loops that something
else can end, such as a number of turns, and flags that a signal handler sets.

## Why it matters

A loop that spins takes a whole core from those it waits for; with more threads
than cores, or on another priority, it may keep them from ever getting there.
One that sleeps is late by half its sleep, and wakes up for nothing until then.

## Example

```cpp
#include <atomic>
#include <chrono>
#include <thread>

std::atomic<bool> ready;
void load() { ready = true; }

void serve() {
  std::thread loader(load);
  while (!ready)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  loader.join();
}
```

## Instead

```cpp
#include <atomic>
#include <thread>

std::atomic<bool> ready;
void load() {
  ready = true;
  ready.notify_one();
}

void serve() {
  std::thread loader(load);
  ready.wait(false);
  loader.join();
}
```

`std::atomic::wait`, a semaphore or a condition variable wakes the waiting
thread at once and costs nothing meanwhile.

## Limits

Only flags in fields and variables are known, and who sets them must be in the
program. A flag of a type that is not atomic counts if one of the two sides is
known to run on a thread of its own.
)";

static std::string messageFor(const Solution &S, const BusyLoop &B) {
  std::string How = B.Kind == BusyLoop::Spins    ? "spins until "
                    : B.Kind == BusyLoop::Yields ? "spins, yielding, until "
                                                 : "polls with sleeps until ";
  std::string For = B.OnLock ? quoted(B.Flag) + " is free"
                             : "another thread changes " + quoted(B.Flag);
  return "this loop of " + quoted(S.P->nameOf(B.F)) + " " + How + For +
         (B.Kind == BusyLoop::Polls
              ? ": it is late each time, and wakes up for nothing"
              : ": it keeps a core busy all the while");
}

static Finding findingFor(const Solution &S, const BusyLoop &B) {
  Finding F;
  F.Check = "busy-wait";
  F.Sev = B.Kind == BusyLoop::Spins && !B.OnLock ? Severity::High
                                                 : Severity::Medium;
  F.Conf = B.Conf;
  F.Message = messageFor(S, B);
  F.At = S.place(S.P->Functions[B.F].Loops[B.Loop].Loc);
  F.Entry = S.named(B.F);
  F.Entries = {F.Entry};
  F.SinkFunction = "loop on " + B.Flag;
  F.SinkAt = F.At;
  F.SinkIn = S.P->nameOf(B.F).str();
  F.Chain = {{F.SinkIn, F.At, ""}};
  F.Advice = B.OnLock ? "take the lock by lock(), which waits until it is free"
                      : "wait: std::atomic::wait, a semaphore, or a condition "
                        "variable that whoever sets it notifies";
  identify(F);
  return F;
}

static void run(const Solution &S, FindingSink Report) {
  for (const BusyLoop &B : S.BusyLoops)
    Report(findingFor(S, B));
}

namespace waitwise {
extern const Check BusyWait;
const Check BusyWait = {
    {"busy-wait",
     "a loop asks again and again for what another thread will do", Doc},
    run};
} // namespace waitwise
