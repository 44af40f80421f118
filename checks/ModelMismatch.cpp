//===- checks/ModelMismatch.cpp - model-mismatch --------------------------===//
#include "checks/Mismatch.h"
#include "checks/Starts.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Work that is started under another model than the one that suits it, by the
table that `waitwise advise` uses: many slow waits on a pool of threads, work
that both waits and computes on one pool, computing that Python's interpreter
lock serialises. What another check reports (thread-per-task,
blocking-in-cpu-pool, cpu-heavy-in-coroutine) is not reported again.

## Why it matters

Threads are for working in parallel, asynchronous code is for waiting in
parallel. A pool whose threads wait for the network serves as many clients as it
has threads, and no more, whatever the machine could do.

## Example

```cpp
#include <boost/asio.hpp>
#include <sys/socket.h>
#include <unistd.h>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    ;
  close(client);
}

void run(boost::asio::thread_pool &pool, int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    boost::asio::post(pool, [client] { serve(client); });
  }
}
```

## Instead

```cpp
#include <boost/asio.hpp>

using boost::asio::ip::tcp;

boost::asio::awaitable<void> serve(tcp::socket client) {
  char data[512];
  for (;;)
    co_await client.async_read_some(boost::asio::buffer(data),
                                    boost::asio::use_awaitable);
}

boost::asio::awaitable<void> run(tcp::acceptor &listener) {
  for (;;) {
    auto client = co_await listener.async_accept(boost::asio::use_awaitable);
    boost::asio::co_spawn(listener.get_executor(), serve(std::move(client)),
                          boost::asio::detached);
  }
}
```

Each finding says what the other model costs and how it is written with the
library at hand.

## Limits

What started work does must be known: a call that cannot be resolved makes its
class unknown, and nothing is said of it. The table is data and can be changed
for a project (`advice:` in `.waitwise.yaml`).
)";

/// True if a check of contexts says that the work waits where it must not.
static bool isBlocking(const Solution &S, const WorkStart &W) {
  return llvm::any_of(S.Mismatches, [&](const Mismatch &M) {
    return S.Contexts[M.Context].Kind == ContextKind::CpuPool &&
           llvm::any_of(M.Entries, [&](uint32_t I) {
             return S.Contexts[I].F == W.Body;
           });
  });
}

static void run(const Solution &S, FindingSink Report) {
  for (const WorkStart &W : S.Starts) {
    bool Reported = W.Advised == WorkModel::Keep ||
                    W.Model == WorkModel::EventLoop ||
                    perTaskSeverity(W) != Severity::None ||
                    !W.Oversubscribed.empty() || isBlocking(S, W);
    if (Reported)
      continue;
    Finding F = findingAt(S, W, "model-mismatch");
    F.Sev = W.Class == WorkClass::Light ? Severity::Low : Severity::Medium;
    F.Conf = Confidence::Medium;
    F.Message = workOf(W) + " is " + toString(W.Class).str() + " and runs as " +
                toString(W.Model).str() + " (" + toString(W.Times.Many).str() +
                "): " + W.Because;
    F.Advice = toString(W.Advised).str() + ": " + F.Advice;
    identify(F);
    Report(std::move(F));
  }
}

namespace waitwise {
extern const Check ModelMismatch;
const Check ModelMismatch = {
    {"model-mismatch",
     "work is started under another model than the one that suits it", Doc, 0,
     Profile::Strict},
    run};
} // namespace waitwise
