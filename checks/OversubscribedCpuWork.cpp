//===- checks/OversubscribedCpuWork.cpp - oversubscribed-cpu-work ---------===//
#include "checks/Mismatch.h"
#include "checks/Starts.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

More threads that compute than there are cores: a number of threads written in
the program that few machines have cores for, and parallel work inside parallel
work, where each thread of one library's pool starts a thread for each core of
another's.

## Why it matters

The threads take turns on the cores: nothing is done sooner, and each turn costs
a switch and a cold cache. Barriers and spinning locks of parallel libraries
become many times slower when their threads do not run at the same time.

## Example

```cpp
#include <thread>
#include <vector>

void multiply(float *a, const float *b, int n) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      a[i * n + k] *= b[k * n + i];
}

void all(float *a, const float *b) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 256; ++i)
    threads.push_back(std::thread(multiply, a, b, 4096));
  for (std::thread &t : threads)
    t.join();
}
```

## Instead

```cpp
#include <thread>
#include <vector>

void multiply(float *a, const float *b, int n) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      a[i * n + k] *= b[k * n + i];
}

void all(float *a, const float *b) {
  unsigned cores = std::thread::hardware_concurrency();
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < cores; ++i)
    threads.push_back(std::thread(multiply, a, b, 4096));
  for (std::thread &t : threads)
    t.join();
}
```

One pool with a thread for each core, and all computing on that: parallelise
the outermost loop, or give the inner library one thread.

## Limits

Libraries that are known to share their threads may be nested. How many threads
a number read from a configuration makes is not known.
)";

static void run(const Solution &S, FindingSink Report) {
  for (const WorkStart &W : S.Starts) {
    if (W.Oversubscribed.empty())
      continue;
    Finding F = findingAt(S, W, "oversubscribed-cpu-work");
    F.Sev = Severity::Medium;
    F.Conf = Confidence::Medium;
    F.Message = quoted(W.Starts) + " in " + quoted(F.SinkIn) + " runs " +
                workOf(W) + ": " + W.Oversubscribed;
    F.Because = "more computing threads than cores take turns on them";
    F.Advice = "as many threads as there are cores, for all that computes";
    if (W.NestedIn != None) {
      const ContextEntry &In = S.Contexts[W.NestedIn];
      F.HasContext = true;
      F.Context = In.Kind;
      F.ContextBecause = In.Because;
      F.ContextAt = S.place(In.At);
      F.Advice = "parallelise one of the two levels, mostly the outer one, and "
                 "let the other run in the thread that calls it";
    }
    identify(F);
    Report(std::move(F));
  }
}

namespace waitwise {
extern const Check OversubscribedCpuWork;
const Check OversubscribedCpuWork = {
    {"oversubscribed-cpu-work", "more threads compute than there are cores",
     Doc, 400, Profile::Strict},
    run};
} // namespace waitwise
