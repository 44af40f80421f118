//===- checks/WaitOnOwnPool.cpp - wait-on-own-pool ------------------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A worker of a pool that queues more work to its own pool and then waits for it,
by the future that it got, or by a latch that the work counts down. Pools of
libraries count, where it is seen which one is meant, and those of the project.

## Why it matters

A worker that waits does no work. Once every worker waits for work that is still
in the queue, none is left to do it, and the program stands still. With one
thread that happens at once; with many, under load, and never in a test.

## Example

```cpp
#include <boost/asio.hpp>
#include <future>
#include <thread>

int half();

void start() {
  boost::asio::thread_pool pool(std::thread::hardware_concurrency());
  boost::asio::post(pool, [&pool] {
    std::packaged_task<int()> work(half);
    std::future<int> part = work.get_future();
    boost::asio::post(pool, std::move(work));
    part.get(); // on the worker that may be the only one free
  });
  pool.join();
}
```

## Instead

```cpp
#include <boost/asio.hpp>
#include <thread>

int half();
void finish(int part);

void start() {
  boost::asio::thread_pool pool(std::thread::hardware_concurrency());
  boost::asio::post(pool, [&pool] {
    boost::asio::post(pool, [] { finish(half()); });
  });
}
```

Queue what comes afterwards as work of its own, do the part in place, or use a
pool whose waiting workers help (`tbb::task_group::wait`).

## Limits

Followed are direct and virtual calls from what was queued. Two objects of one
class are two pools; where it is not seen which object is meant, nothing is
reported. A wait with a limit of time is no deadlock.
)";

static std::string atStake(const OwnPoolWait &W) {
  if (W.Threads == 1)
    return "its only thread is this one, and nobody does that work";
  return "with all workers here, none is left to do that work";
}

static Finding findingFor(const Solution &S, const OwnPoolWait &W) {
  Finding F;
  const Event &Wait = S.event(W.Chain.back().At);
  const Event &More = S.event(W.Submission);
  std::string Submit = S.P->name(More.Callee).str();
  F.Check = "wait-on-own-pool";
  F.Sev = Severity::High;
  F.Conf = W.Conf;
  F.SinkFunction = S.P->name(Wait.Callee).str();
  F.Message = quoted(F.SinkFunction) + " waits for what " + quoted(Submit) +
              " queued to " + W.Pool + ", on a worker of it; " + atStake(W);
  F.At = S.place(S.event(W.Chain.front().At).Loc);
  F.HasContext = true;
  F.Context = W.Kind;
  F.ContextBecause =
      "handed over by " + quoted(S.P->name(S.event(W.Entry).Callee));
  F.ContextAt = S.place(S.event(W.Entry).Loc);
  F.Entry = S.named(W.Worker);
  F.Entries = {F.Entry};
  F.SinkAt = S.place(Wait.Loc);
  F.SinkIn = S.P->nameOf(W.Chain.back().At.F).str();
  F.SinkKind = EffectKind::Wait;
  Place Queued = S.place(More.Loc);
  F.Because = W.Because + "; the work is queued at " + Queued.File + ":" +
              std::to_string(Queued.Line);
  for (const Step &Next : W.Chain)
    F.Chain.push_back({S.P->nameOf(Next.At.F).str(),
                       S.place(S.event(Next.At).Loc),
                       toString(Next.How).str()});
  F.Advice = "queue what comes after as work of its own, or do it in place";
  identify(F);
  return F;
}

static void run(const Solution &S, FindingSink Report) {
  for (const OwnPoolWait &W : S.OwnPoolWaits)
    Report(findingFor(S, W));
}

namespace waitwise {
extern const Check WaitOnOwnPool;
const Check WaitOnOwnPool = {
    {"wait-on-own-pool",
     "a worker waits for work that it queued to its own pool", Doc, 833},
    run};
} // namespace waitwise
