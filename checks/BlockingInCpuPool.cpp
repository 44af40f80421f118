//===- checks/BlockingInCpuPool.cpp - blocking-in-cpu-pool ----------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting, made by a worker of a pool that has one
thread per core: a parallel algorithm of the standard library, OpenMP, TBB, any
pool that a pack calls a `cpu-pool`, or one of the project's own with as many
threads as `std::thread::hardware_concurrency` or its like says.

## Why it matters

Such a pool has no worker to spare. While one waits for a disk or a network, its
core does nothing, and the work behind it waits, too. With as many waiting calls
as cores the pool stands still.

## Example

```cpp
#include <algorithm>
#include <execution>
#include <fstream>
#include <string>
#include <vector>

void load(std::vector<std::string> &names, std::vector<char> &first) {
  std::transform(std::execution::par, names.begin(), names.end(), first.begin(),
                 [](const std::string &name) {
                   std::ifstream in(name);
                   return char(in.get());
                 });
}
```

## Instead

```cpp
#include <algorithm>
#include <execution>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

void load(std::vector<std::string> &names, std::vector<std::string> &texts) {
  for (const std::string &name : names) {
    std::ifstream in(name);
    texts.emplace_back(std::istreambuf_iterator<char>(in),
                       std::istreambuf_iterator<char>());
  }
  std::for_each(std::execution::par, texts.begin(), texts.end(),
                [](std::string &text) { std::sort(text.begin(), text.end()); });
}
```

Read first, then compute in parallel; or wait on a pool of its own, with as many
threads as there shall be requests under way.

## Limits

A pool whose size is not seen is no `cpu-pool`: blocking there is not reported.
`waitwise dump contexts` lists the pools that were found, with their sizes.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-in-cpu-pool", ContextKind::CpuPool, Report);
}

namespace waitwise {
extern const Check BlockingInCpuPool;
const Check BlockingInCpuPool = {
    {"blocking-in-cpu-pool",
     "a worker of a pool sized to the cores makes a call that keeps it waiting",
     Doc, 0},
    run};
} // namespace waitwise
