//===- checks/CpuHeavyUnderLock.cpp - cpu-heavy-under-lock ----------------===//
#include "checks/Heavy.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Computing for longer than 10 ms, or than the most demanding context that takes
the same mutex bears, while it is held.

## Why it matters

Whoever wants the mutex waits. Workers of a pool that compute under one mutex
work one after the other: the other cores are idle.

## Example

```cpp
#include <mutex>

std::mutex m;
unsigned sum;

static void mix() {
  for (unsigned i = 0; i < 1u << 24; ++i)
    sum += i * 31;
}

void work() {
  std::lock_guard guard(m);
  mix(); // one worker at a time
}
```

## Instead

```cpp
#include <mutex>

std::mutex m;
unsigned sum;

static unsigned mix() {
  unsigned mine = 0;
  for (unsigned i = 0; i < 1u << 24; ++i)
    mine += i * 31;
  return mine;
}

void work() {
  unsigned mine = mix();
  std::lock_guard guard(m);
  sum += mine;
}
```

Compute on what is your own, and take the lock to put the result in place.

## Limits

Times are estimates: operations are counted in the source, and a size that is
not known is taken as 1,000. A single pass over a container is reported by the
audit profile only. `cost:` in `.waitwise.yaml` sets sizes and times of
functions.
)";

static void run(const Solution &S, FindingSink Report) {
  reportHeavyWork(S, "cpu-heavy-under-lock", ContextKind::LockHeld, Report);
}

namespace waitwise {
extern const Check CpuHeavyUnderLock;
const Check CpuHeavyUnderLock = {
    {"cpu-heavy-under-lock",
     "a mutex is held while its holder computes for long", Doc, 1322},
    run};
} // namespace waitwise
