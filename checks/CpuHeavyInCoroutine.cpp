//===- checks/CpuHeavyInCoroutine.cpp - cpu-heavy-in-coroutine ------------===//
#include "checks/Heavy.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Computing in a coroutine that takes longer than 500 µs between two suspensions:
a library call that is known to be heavy, a loop with very many trips, loops in
loops over sizes that are not known, exponential recursion; in the coroutine
itself or any number of calls down.

## Why it matters

While a coroutine computes, no other one on its thread goes on: connections are
not accepted, answers not read, timers late.

## Example

```cpp
#include <coroutine>
#include <vector>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

void blur(std::vector<int> &pixels, int width, int height) {
  for (int y = 1; y < height; ++y)
    for (int x = 1; x < width; ++x)
      pixels[y * width + x] = (pixels[y * width + x] +
                               pixels[(y - 1) * width + x - 1]) / 2;
}

task show(std::vector<int> &pixels, int width, int height) {
  blur(pixels, width, height); // everybody else waits for every pixel
  co_await std::suspend_always();
}
```

## Instead

```cpp
#include <coroutine>
#include <vector>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

task blur(std::vector<int> &pixels, int width, int height) {
  for (int y = 1; y < height; ++y) {
    for (int x = 1; x < width; ++x)
      pixels[y * width + x] = (pixels[y * width + x] +
                               pixels[(y - 1) * width + x - 1]) / 2;
    co_await std::suspend_always(); // to the end of the queue, row by row
  }
}
```

Or run it on a thread pool that has a thread for each core, and await that.

## Limits

Times are estimates: operations are counted in the source, and a size that is
not known is taken as 1,000. A single pass over a container is reported by the
audit profile only. `cost:` in `.waitwise.yaml` sets sizes and times of
functions.
)";

static void run(const Solution &S, FindingSink Report) {
  reportHeavyWork(S, "cpu-heavy-in-coroutine", ContextKind::Coroutine, Report);
}

namespace waitwise {
extern const Check CpuHeavyInCoroutine;
const Check CpuHeavyInCoroutine = {
    {"cpu-heavy-in-coroutine",
     "a coroutine computes for longer than others on its thread can wait", Doc,
     1322},
    run};
} // namespace waitwise
