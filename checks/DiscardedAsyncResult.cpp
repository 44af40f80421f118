//===- checks/DiscardedAsyncResult.cpp - discarded-async-result -----------===//
#include "checks/Mismatch.h"

#include <set>

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Work that is started and whose result is thrown away, where that undoes the
start. The future of `std::async` waits for the work when it ends, so the work
runs as if it had been called in place: where the future is not kept, where a
local that nobody asks ends at once, and where every turn of a loop puts the
next future in the place of the last. Work that is deferred, and a coroutine
that starts when it is awaited, never run at all.

A future that is returned, moved, stored, asked, or that lives while something
else is done is silent, and so are functions whose results do not wait. The
program's own functions that return such a result are seen through.

## Why it matters

What was meant to run beside runs one after the other, with a new thread for
each step; what was meant to run later never does. No compiler says so where
the result is cast to void or held by a variable.

## Example

```cpp
#include <future>

void save();
void flush();

void onExit() {
  std::async(std::launch::async, save); // waits here until all is saved
  (void)std::async(std::launch::deferred, flush); // nothing is flushed
}
```

## Instead

```cpp
#include <future>

void save();
void flush();
void report();

void onExit() {
  std::future<void> saved = std::async(std::launch::async, save);
  flush();
  report();
  saved.get();
}
```

Keep the future and ask it where the result is needed. Work that nobody waits
for belongs to a thread pool. Call in place what need not run beside.

## Limits

A future in a field or in a container is taken to be asked elsewhere. Where a
loop does other work while a future is pending, replacing it is reported by the
audit profile only. Which results wait and which coroutines start late is said
by packs (`dropped`). A start that waits in a context which cannot bear that is
reported there, as a call that blocks.
)";

static std::string whatHappens(const DroppedResult &D) {
  std::string Holder = quoted(D.Holder);
  if (D.NeverRuns)
    return D.How == DroppedResult::Unused
               ? "is kept in " + Holder + ", which nobody asks or awaits, so " +
                     "the work never runs"
               : "is thrown away, so the work never runs";
  if (D.How == DroppedResult::Unused)
    return "is kept in " + Holder + ", which ends at once and waits until the "
           "work is done: nothing runs beside it";
  if (D.How == DroppedResult::Overwritten)
    return "replaces that of the turn before in " + Holder +
           ", which waits until its work is done: the turns run one after the "
           "other";
  return "is thrown away, and its end waits until the work is done: nothing "
         "runs beside it";
}

static std::string adviceFor(const DroppedResult &D) {
  if (D.NeverRuns)
    return "await or ask the result, start the work on an executor, or leave "
           "it out";
  if (D.How == DroppedResult::Overwritten)
    return "keep the futures in a container and ask them behind the loop, or "
           "hand the work to a thread pool";
  return D.Instead.empty() ? "keep the result, or call the function in place"
                           : D.Instead;
}

static Finding findingFor(const Solution &S, const DroppedResult &D) {
  Finding F;
  F.Check = "discarded-async-result";
  F.Sev = D.NeverRuns || D.InLoop ? Severity::High : Severity::Medium;
  F.Conf = D.Conf;
  const Event &Call = S.event(D.Chain.front().At);
  std::string Called = S.P->name(Call.Callee).str();
  F.Message = "the result of " + quoted(Called) + " " + whatHappens(D);
  F.At = S.place(Call.Loc);
  F.Entry = S.named(D.At.F);
  F.Entries = {F.Entry};
  F.SinkFunction = D.Starter;
  F.SinkAt = S.place(S.event(D.Chain.back().At).Loc);
  F.SinkIn = S.P->nameOf(D.Chain.back().At.F).str();
  for (const Step &Next : D.Chain)
    F.Chain.push_back({S.P->nameOf(Next.At.F).str(),
                       S.place(S.event(Next.At).Loc),
                       toString(Next.How).str()});
  F.Advice = adviceFor(D);
  identify(F);
  return F;
}

/// Starts that some context is blamed for because they wait: said already.
static std::set<Site> blamed(const Solution &S) {
  std::set<Site> Found;
  for (const Mismatch &M : S.Mismatches)
    if (M.Sev >= Severity::Medium && M.Conf >= Confidence::Medium)
      Found.insert(S.Sinks[M.SinkIndex].At);
  return Found;
}

static void run(const Solution &S, FindingSink Report) {
  std::set<Site> Blamed = blamed(S);
  for (const DroppedResult &D : S.DroppedResults)
    if (D.NeverRuns || !Blamed.count(D.Chain.back().At))
      Report(findingFor(S, D));
}

namespace waitwise {
extern const Check DiscardedAsyncResult;
const Check DiscardedAsyncResult = {
    {"discarded-async-result",
     "work is started and its result thrown away: it runs in place, or never",
     Doc},
    run};
} // namespace waitwise
