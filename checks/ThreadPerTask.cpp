//===- checks/ThreadPerTask.cpp - thread-per-task -------------------------===//
#include "checks/Mismatch.h"
#include "checks/Starts.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A thread, or a process, that is started for each connection, for each item of
a container or in a loop that nothing ends, so that others decide how many there
are: directly or through helpers, detached or kept. It is silent where a
constant, a configured number or the cores bound them, where a semaphore or a
counter limits them, and where each is waited for before the next is started.

## Why it matters

Every thread has a stack and takes some 20 us to start; a process takes
milliseconds. A few thousand idle clients, or one large input, then take all
memory or reach the limit of threads, and starting fails for everybody. Threads
that compute do not get faster by being more than there are cores.

## Example

```cpp
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    ;
  close(client);
}

void run(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(serve, client).detach(); // as many as there are clients
  }
}
```

## Instead

```cpp
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    ;
  close(client);
}

void run(int listener) {
  std::vector<std::thread> workers;
  for (int i = 0; i < 16; ++i) // each serves one client after the other
    workers.emplace_back([listener] {
      while (int client = accept(listener, nullptr, nullptr))
        serve(client);
    });
  for (std::thread &worker : workers)
    worker.join();
}
```

A fixed number of threads that take work from a queue bounds what clients can
make the program use. Where most of the work is waiting, an event loop or
coroutines wait for all clients at once.

## Limits

A limit that is compared with a variable (`if (count >= maximum)`) is not seen.
Loops more than three calls above the start are not looked at.
)";

static llvm::StringRef eachOf(HowMany Many) {
  switch (Many) {
  case HowMany::PerConnection:
    return "for each connection";
  case HowMany::PerItem:
    return "for each item";
  default:
    return "in an endless loop";
  }
}

static Confidence confidenceOf(const WorkStart &W) {
  if (W.Times.Many == HowMany::PerItem && W.Class == WorkClass::Unknown)
    return Confidence::Low;
  bool Sure = W.Times.Many == HowMany::PerConnection ||
              W.Times.Through.empty();
  return Sure ? Confidence::High : Confidence::Medium;
}

static void run(const Solution &S, FindingSink Report) {
  for (const WorkStart &W : S.Starts) {
    Severity Sev = perTaskSeverity(W);
    if (Sev == Severity::None)
      continue;
    bool Threads = W.Model == WorkModel::ThreadPerTask;
    std::string What = Threads ? "thread" : "process";
    Finding F = findingAt(S, W, "thread-per-task");
    F.Sev = Sev;
    F.Conf = confidenceOf(W);
    F.Message = quoted(W.Starts) + " starts a " + What + " " +
                eachOf(W.Times.Many).str() + ", to run " + workOf(W) +
                ": nothing bounds how many there are";
    if (F.Advice.empty())
      F.Advice = Threads ? "a fixed number of threads that take work from a "
                           "queue, or an event loop where it mostly waits"
                         : "a fixed number of worker processes that are "
                           "started early, or a limit on how many run";
    identify(F);
    Report(std::move(F));
  }
}

namespace waitwise {
extern const Check ThreadPerTask;
const Check ThreadPerTask = {
    {"thread-per-task",
     "a thread or process for each connection or item, as many as there are",
     Doc, 770},
    run};
} // namespace waitwise
