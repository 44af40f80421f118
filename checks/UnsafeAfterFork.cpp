//===- checks/UnsafeAfterFork.cpp - unsafe-after-fork ---------------------===//
#include "checks/Mismatch.h"

#include <map>

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

What the child of `fork` does before it runs another program or ends, and cannot
rely on, because the program has threads when it forks: it takes a lock that
another thread takes, too, waits for a thread, starts one, or works on an event
loop that it shares with its parent. Calls are followed, across files.

A program that forks before it starts threads is silent; the order is known
where the calls from `main` tell it. So are locks that handlers of
`pthread_atfork` put in order, that the forking thread itself holds, or that the
child makes anew.

## Why it matters

The child has one thread, the one that forked, and a copy of every lock as it
was at that moment. A lock that another thread held is never released there: the
child hangs, now and then, under load. Threads it waits for do not exist. A
descriptor of epoll is the parent's own: what the child does to it is done to
the parent.

## Example

```cpp
#include <mutex>
#include <thread>
#include <unistd.h>

std::mutex logMutex;
void log(const char *text) {
  std::lock_guard guard(logMutex);
  (void)!write(2, text, 1);
}
void work() { log("w"); }

int main() {
  std::thread worker(work);
  if (fork() == 0) {
    log("child"); // the worker may have held the mutex when we forked
    _exit(0);
  }
  worker.join();
}
```

## Instead

```cpp
#include <mutex>
#include <spawn.h>
#include <thread>
#include <unistd.h>

std::mutex logMutex;
void log(const char *text) {
  std::lock_guard guard(logMutex);
  (void)!write(2, text, 1);
}
void work() { log("w"); }

int main(int, char **argv, char **environment) {
  std::thread worker(work);
  pid_t child = 0;
  char *program[] = {argv[0], nullptr};
  posix_spawn(&child, "/bin/true", nullptr, nullptr, program, environment);
  log("started");
  worker.join();
}
```

Use `posix_spawn`, or do nothing in the child but calls that are safe in signal
handlers and then `exec`; or fork a helper process before any thread is started.

## Limits

Memory and the standard streams may be used in the child: the C library puts
their locks in order. Locks inside libraries are not known. Who calls a function
that nothing here calls, and when, is not known: threads are taken to run by
then, with medium confidence. What the child reaches by a chain of more than six
calls is reported by the audit profile only, and calls through a slot that may
hold several functions are not followed.
)";

static std::string messageFor(const Solution &S, const ForkUse &U) {
  std::string Text = "the child of " +
                     quoted(S.P->name(S.event(U.Fork).Callee)) + " ";
  std::string Name = quoted(U.Primitive);
  switch (U.Kind) {
  case ForkUse::Lock:
    Text += "takes " + quoted(U.Object) + " by " + Name;
    if (U.Holder != None)
      Text += ", which " + quoted(S.P->nameOf(U.Holder)) +
              " may hold on another thread when it forks";
    return Text + ": no thread of the child will release it";
  case ForkUse::Wait:
    return Text + "waits in " + Name + " for another thread, which it does "
                  "not have";
  case ForkUse::Start:
    return Text + "starts a thread by " + Name + ", but has only a copy of "
                  "what the other threads were in the middle of";
  case ForkUse::Loop:
    return Text + "works by " + Name + " on an event loop that it shares with "
                  "its parent";
  }
  return Text;
}

static Finding findingFor(const Solution &S, const ForkUse &U) {
  const Site &Use = U.Chain.back().At;
  bool Hangs = U.Kind == ForkUse::Lock || U.Kind == ForkUse::Wait;
  Finding F;
  F.Check = "unsafe-after-fork";
  F.Sev = Hangs ? Severity::High : Severity::Medium;
  F.Conf = U.Conf;
  F.Message = messageFor(S, U);
  F.At = S.place(S.event(U.Chain.front().At).Loc);
  F.HasContext = true;
  F.Context = ContextKind::ForkedChild;
  F.ContextBecause = "the child of a fork runs here";
  F.ContextAt = S.place(S.event(U.Fork).Loc);
  F.Entry = S.named(U.Fork.F);
  F.Entries = {F.Entry};
  F.SinkFunction = U.Primitive;
  F.SinkAt = S.place(S.event(Use).Loc);
  F.SinkIn = S.P->nameOf(Use.F).str();
  if (U.Thread.F != None) {
    Place Started = S.place(S.event(U.Thread).Loc);
    F.Because = "the program has threads by then: one is started in " +
                quoted(S.P->nameOf(U.Thread.F)) + " at " + Started.File + ":" +
                std::to_string(Started.Line);
  }
  for (const Step &Next : U.Chain)
    F.Chain.push_back({S.P->nameOf(Next.At.F).str(),
                       S.place(S.event(Next.At).Loc),
                       toString(Next.How).str()});
  F.Advice = "use posix_spawn, let the child only call exec, or fork a helper "
             "process before threads are started";
  identify(F);
  return F;
}

static void run(const Solution &S, FindingSink Report) {
  // One finding for what several forks lead to.
  std::map<std::pair<Site, std::string>, Finding> BySink;
  for (const ForkUse &U : S.ForkUses) {
    auto [It, New] = BySink.try_emplace({U.Chain.back().At, U.Object});
    Finding &F = It->second;
    if (New)
      F = findingFor(S, U);
    else if (F.Entries.back().Function != S.P->nameOf(U.Fork.F))
      F.Entries.push_back(S.named(U.Fork.F));
    F.EntryCount = F.Entries.size();
  }
  for (auto &[Sink, F] : BySink)
    Report(std::move(F));
}

namespace waitwise {
extern const Check UnsafeAfterFork;
const Check UnsafeAfterFork = {
    {"unsafe-after-fork",
     "the child of a program with threads uses what the fork left broken", Doc,
     833},
    run};
} // namespace waitwise
