//===- checks/BlockingUnderLock.cpp - blocking-under-lock -----------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting while a mutex is held: by a guard object,
by `lock()`, by `pthread_mutex_lock`, on every path that leads there. Released
before the call, not taken because `try_lock` failed, deferred, or waited on by
a condition variable that gives the mutex up meanwhile: silent.

## Why it matters

Whoever wants the mutex waits as long as the call takes. A lock is as urgent as
the most demanding code that takes it: if an event loop does, the loop waits.

## Example

```cpp
#include <mutex>
#include <unistd.h>

std::mutex m;
int attempts;

void retry() {
  std::lock_guard<std::mutex> guard(m);
  ++attempts;
  sleep(1); // and all others who count attempts sleep, too
}
```

## Instead

```cpp
#include <mutex>
#include <unistd.h>

std::mutex m;
int attempts;

void retry() {
  {
    std::lock_guard<std::mutex> guard(m);
    ++attempts;
  }
  sleep(1);
}
```

Copy what the call needs, release the lock, then make the call.

## Limits

Where paths meet, a lock counts as held only if every path holds it.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-under-lock", ContextKind::LockHeld, Report);
}

namespace waitwise {
extern const Check BlockingUnderLock;
const Check BlockingUnderLock = {
    {"blocking-under-lock",
     "a call keeps its thread waiting while a mutex is held", Doc, 667},
    run};
} // namespace waitwise
