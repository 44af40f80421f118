//===- checks/BlockingInRealtime.cpp - blocking-in-realtime ---------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that may keep its thread waiting, reached from a function that must not:
one that is declared `[[clang::nonblocking]]`, or a callback that a pack calls
`realtime`, such as those of audio libraries. The chain may lead through other
files and through calls that the compiler's own analysis cannot see into.

## Why it matters

An audio callback has a millisecond or two for its buffer, again and again. A
lock, an allocation or a file in it works until the day it does not, and then
everybody hears it.

## Example

```cpp
#include <mutex>
#include <unistd.h>

std::mutex settings;

static void save(float gain) {
  std::lock_guard guard(settings);
  usleep(2000); /* writes a file */
  (void)gain;
}

static float applied(float gain) {
  save(gain);
  return gain;
}

void process(float *out, int frames) [[clang::nonblocking]] {
  for (int i = 0; i < frames; ++i)
    out[i] = applied(0.5f);
}
```

## Instead

```cpp
#include <atomic>

std::atomic<float> wanted;

static float applied() { return wanted.load(std::memory_order_relaxed); }

void process(float *out, int frames) [[clang::nonblocking]] {
  for (int i = 0; i < frames; ++i)
    out[i] = applied();
}
```

Hand values over through atomics or a lock-free queue, and do the rest on
another thread.

## Limits

Waiting and blocking are followed, not allocation and exceptions: those the
compiler's `-Wfunction-effects` reports where it can see them.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-in-realtime", ContextKind::Realtime, Report);
}

namespace waitwise {
extern const Check BlockingInRealtime;
const Check BlockingInRealtime = {
    {"blocking-in-realtime",
     "a function that must not wait reaches a call that does",
     Doc, 1322},
    run};
} // namespace waitwise
