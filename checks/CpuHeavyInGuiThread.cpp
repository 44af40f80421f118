//===- checks/CpuHeavyInGuiThread.cpp - cpu-heavy-in-gui-thread -----------===//
#include "checks/Heavy.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"doc(
## What it finds

Computing on the thread that draws and reacts to the user, for longer than a
frame (16 ms): a library call that is known to be heavy, a loop with very many
trips, loops in loops over sizes that are not known, exponential recursion.

## Why it matters

The window does not draw, move or react meanwhile. Above some 100 ms people
notice, after seconds the desktop offers to end the program.

## Example

```cpp
#define GUI [[clang::annotate("waitwise::context(gui)")]]

static unsigned sum;

GUI void clicked() {
  for (unsigned i = 0; i < 1u << 27; ++i) // 134 million trips
    sum += i * 31;
}
```

## Instead

```cpp
#include <thread>
#define GUI [[clang::annotate("waitwise::context(gui)")]]

static unsigned sum;
static std::thread worker;

void compute() {
  for (unsigned i = 0; i < 1u << 27; ++i)
    sum += i * 31;
}

GUI void clicked() {
  worker = std::thread(compute); // its result is posted back
}
```

With Qt: `QtConcurrent::run`, and `QFuture::then` with the widget as context.

## Limits

Times are estimates: operations are counted in the source, and a size that is
not known is taken as 1,000. A single pass over a container is reported by the
audit profile only. `cost:` in `.waitwise.yaml` sets sizes and times of
functions.
)doc";

static void run(const Solution &S, FindingSink Report) {
  reportHeavyWork(S, "cpu-heavy-in-gui-thread", ContextKind::Gui, Report);
}

namespace waitwise {
extern const Check CpuHeavyInGuiThread;
const Check CpuHeavyInGuiThread = {
    {"cpu-heavy-in-gui-thread",
     "the GUI thread computes for longer than a frame takes", Doc, 1322},
    run};
} // namespace waitwise
