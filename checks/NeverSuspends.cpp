//===- checks/NeverSuspends.cpp - never-suspends --------------------------===//
#include "checks/Mismatch.h"

#include <set>

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A coroutine with nothing to wait for: it awaits nothing at all, only what is
always ready, or only coroutines that never suspend themselves.

Coroutines whose shape somebody else decides are silent: overriders, lambdas,
templates, functions whose address is taken, and functions that nothing in the
program calls by name. So are generators, and coroutines that are blamed for
work that they should await.

## Why it matters

A coroutine costs a frame on the heap and a detour through its promise, and its
callers have to be coroutines, too. Where nothing is waited for, that buys
nothing; and a name that promises to be asynchronous hides that the whole body
runs at once, on the thread of whoever resumes it.

## Example

```cpp
#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

Task count(int &total) { // nothing here can suspend
  ++total;
  co_return;
}

Task serve(int &total, Task &other) {
  co_await count(total);
  co_await other;
}
```

## Instead

```cpp
void count(int &total) { ++total; }

void serveOnce(int &total) { count(total); }
```

An ordinary function: who calls it needs no `co_await`. Where the coroutine is
meant to give others a turn, await something that suspends.

## Limits

Reported by the strict and audit profiles. An awaiter whose readiness is decided
at run time counts as one that suspends.
)";

/// Coroutines that a finding says should await something.
static std::set<FunctionId> blamed(const Solution &S) {
  std::set<FunctionId> Found;
  for (const Mismatch &M : S.Mismatches)
    for (uint32_t I : M.Entries)
      Found.insert(S.Contexts[I].F);
  for (const HeavyWork &W : S.HeavyWork)
    for (uint32_t I : W.Entries)
      Found.insert(S.Contexts[I].F);
  return Found;
}

static Finding findingFor(const Solution &S, const IdleCoroutine &I) {
  Finding F;
  F.Check = "never-suspends";
  F.Sev = Severity::Low;
  F.Conf = Confidence::Medium;
  F.Entry = S.named(I.F);
  F.Entries = {F.Entry};
  F.At = F.Entry.At;
  F.SinkFunction = F.SinkIn = F.Entry.Function;
  F.SinkAt = F.At;
  F.Message = "coroutine " + quoted(F.Entry.Function) + " never suspends: ";
  F.Message += I.Await == None
                   ? "it awaits nothing"
                   : "all that it awaits is ready, or never suspends either";
  F.Chain = {{F.SinkIn, F.At, ""}};
  if (I.Await != None)
    F.Chain = {{F.SinkIn, S.place(S.event({I.F, I.Await}).Loc), ""}};
  F.Advice = "make it an ordinary function, and its callers need not await it";
  identify(F);
  return F;
}

static void run(const Solution &S, FindingSink Report) {
  std::set<FunctionId> Blamed = blamed(S);
  for (const IdleCoroutine &I : S.IdleCoroutines)
    if (!Blamed.count(I.F))
      Report(findingFor(S, I));
}

namespace waitwise {
extern const Check NeverSuspends;
const Check NeverSuspends = {
    {"never-suspends", "a coroutine has nothing to wait for", Doc, 0,
     Profile::Strict},
    run};
} // namespace waitwise
