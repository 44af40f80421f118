//===- checks/LockAcrossSuspension.cpp - lock-across-suspension -----------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A mutex that belongs to a thread and is held when a coroutine suspends: over
`co_await` or `co_yield`, wherever in an expression they stand, by any standard
guard (with or without deduced template arguments) or by hand. A lock released
before the suspension is silent.

## Why it matters

The coroutine may be resumed on another thread, which then unlocks a mutex that
it does not own: undefined behaviour. Resumed on the same thread it may find
another coroutine waiting for the same mutex, which never gets it: deadlock.

## Example

```cpp
#include <coroutine>
#include <mutex>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

std::mutex m;

task update() {
  std::scoped_lock guard(m);
  co_await std::suspend_always(); // resumed by whom, on which thread?
}
```

## Instead

```cpp
#include <coroutine>
#include <mutex>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

std::mutex m;
int pending;

task update() {
  {
    std::scoped_lock guard(m);
    ++pending;
  }
  co_await std::suspend_always();
}
```

End the lock's scope before suspending, or use the framework's asynchronous
mutex, which suspends instead of blocking.

## Limits

Mutexes that are made for coroutines are not thread-bound and not reported.
)";

static Finding findingFor(const Solution &S, const HeldSuspension &H) {
  const Event &Suspension = S.event(H.Suspension);
  bool Yields = Suspension.Kind == EventKind::Yield;
  std::string Function = S.P->nameOf(H.Suspension.F).str();
  Finding F;
  F.Check = "lock-across-suspension";
  F.Sev = Severity::High;
  F.Conf = H.Conf;
  F.Message = quoted(H.Lock) + " is held across this " +
              (Yields ? "co_yield" : "co_await") + " of coroutine " +
              quoted(Function) +
              ", which may resume on another thread or never get it back";
  F.At = S.place(Suspension.Loc);
  F.HasContext = true;
  F.Context = ContextKind::LockHeld;
  F.ContextBecause = quoted(H.Lock) + " is locked";
  if (!H.Guard.empty())
    F.ContextBecause += " by " + quoted(H.Guard);
  F.ContextAt = S.place(S.event(H.Acquisition).Loc);
  F.Entry = S.named(H.Suspension.F);
  F.Entries = {F.Entry};
  // Not the lock's own name: identities survive renamed parameters and locals.
  EntityId Taker = S.event(H.Acquisition).Callee;
  F.SinkFunction = H.Guard.empty() && Taker != None ? S.P->name(Taker).str()
                                                    : H.Guard;
  F.SinkAt = F.ContextAt;
  F.SinkIn = Function;
  F.Because = "a mutex belongs to the thread that locked it";
  F.Chain = {{Function, F.At, ""}};
  F.Advice = "end the lock's scope before suspending, or use a mutex made for "
             "coroutines, which suspends instead of blocking";
  identify(F);
  return F;
}

static void run(const Solution &S, FindingSink Report) {
  for (const HeldSuspension &H : S.HeldSuspensions)
    Report(findingFor(S, H));
}

namespace waitwise {
extern const Check LockAcrossSuspension;
const Check LockAcrossSuspension = {
    {"lock-across-suspension",
     "a mutex that belongs to a thread is held when a coroutine suspends", Doc,
     667},
    run};
} // namespace waitwise
