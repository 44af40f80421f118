//===- checks/CpuHeavyInEventLoop.cpp - cpu-heavy-in-event-loop -----------===//
#include "checks/Heavy.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Computing on an event loop that takes longer than 500 µs before control goes
back to the loop: a library call that is known to be heavy, a loop with very
many trips, loops in loops over sizes that are not known, exponential recursion;
in the callback itself or any number of calls down.

## Why it matters

A loop serves one callback at a time. While that computes, connections are not
accepted, answers not read, timers late, for all clients.

## Example

```cpp
#include <uv.h>

static unsigned sum;

void on_timer(uv_timer_t *) {
  for (unsigned i = 0; i < 1u << 24; ++i) // 16 million trips
    sum += i * 31;
}

void start(uv_timer_t *timer) { uv_timer_start(timer, on_timer, 0, 1000); }
```

## Instead

```cpp
#include <uv.h>

static unsigned sum;

void compute(uv_work_t *) {
  for (unsigned i = 0; i < 1u << 24; ++i)
    sum += i * 31;
}
void on_done(uv_work_t *, int) {}

void on_timer(uv_timer_t *timer) {
  static uv_work_t work;
  uv_queue_work(timer->loop, &work, compute, on_done);
}

void start(uv_timer_t *timer) { uv_timer_start(timer, on_timer, 0, 1000); }
```

Or do it in slices, one for each turn of the loop.

## Limits

Times are estimates: operations are counted in the source, and a size that is
not known is taken as 1,000. A single pass over a container is reported by the
audit profile only. `cost:` in `.waitwise.yaml` sets sizes and times of
functions.
)";

static void run(const Solution &S, FindingSink Report) {
  reportHeavyWork(S, "cpu-heavy-in-event-loop", ContextKind::EventLoop, Report);
}

namespace waitwise {
extern const Check CpuHeavyInEventLoop;
const Check CpuHeavyInEventLoop = {
    {"cpu-heavy-in-event-loop",
     "an event loop computes for longer than its clients can wait", Doc, 1322},
    run};
} // namespace waitwise
