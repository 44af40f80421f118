//===- checks/BlockingInCoroutine.cpp - blocking-in-coroutine -------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting (it sleeps, reads a file, looks up a name,
waits for a peer, a lock or another thread) and that a coroutine makes, itself
or through any number of functions, files, stored callables and virtual calls.
Coroutines that are known to run on a thread pool may wait there and are not
reported; neither are generators, which run in their caller.

## Why it matters

Many coroutines share few threads. While one of them blocks, none of the others
on that thread goes on: a name server that answers after five seconds stalls
every connection for five seconds.

## Example

```cpp
#include <coroutine>
#include <unistd.h>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

void backOff() { sleep(1); }

task serve() {
  backOff(); // every coroutine of this thread waits with it
  co_await std::suspend_always();
}
```

## Instead

```cpp
#include <coroutine>

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

struct timer {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>);
  void await_resume() {}
};

task serve() {
  co_await timer(); // the thread goes on with others
}
```

Await the asynchronous operation that the framework offers, or run the call on
a thread pool and await its result.

## Limits

What a library's own function does is known from its rule pack, not from its
source: a blocking function that no pack names is silent.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-in-coroutine", ContextKind::Coroutine, Report);
  reportMismatches(S, "blocking-in-coroutine", ContextKind::Fiber, Report);
}

namespace waitwise {
extern const Check BlockingInCoroutine;
const Check BlockingInCoroutine = {
    {"blocking-in-coroutine",
     "a coroutine makes a call that keeps its thread waiting", Doc, 1322},
    run};
} // namespace waitwise
