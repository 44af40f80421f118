//===- model/Constructs.h - constructs at fault ---------------------------===//
//
// What is wrong wherever it runs: no call that blocks in a context that cannot
// bear it, but a result that is thrown away, a loop that spins, … Plain data
// for the checks of the same names.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_CONSTRUCTS_H
#define WAITWISE_MODEL_CONSTRUCTS_H

#include "model/Effect.h"
#include "model/Steps.h"

namespace waitwise {

/// The result of starting work, thrown away: work that is waited for at once,
/// or that never runs.
struct DroppedResult {
  enum Fate : uint8_t {
    Discarded,   ///< Nobody takes it.
    Unused,      ///< A local holds it, and nobody looks at that.
    Overwritten, ///< Each turn of a loop puts it where the last one is.
  };
  Site At;                ///< The call whose result it is.
  Fate How = Discarded;
  bool NeverRuns = false; ///< Else its end waits for the work.
  bool InLoop = false;
  std::string Starter;    ///< What starts the work, as declared: std::async.
  std::string Holder;     ///< The local or global, if any.
  std::vector<Step> Chain; ///< From At down to where the work is started.
  Confidence Conf = Confidence::High;
  std::string Instead;    ///< As the pack has it.
};

/// What the child of a program with threads does, and cannot rely on.
struct ForkUse {
  enum What : uint8_t {
    Lock,  ///< Takes a lock that another thread may have held.
    Wait,  ///< Waits for a thread that it does not have.
    Start, ///< Starts a thread.
    Loop,  ///< Works on a loop that its parent works on, too.
  };
  Site Fork;               ///< The call that makes the child.
  std::vector<Step> Chain; ///< From the child's first call down to the use.
  What Kind = Lock;
  std::string Primitive;   ///< std::mutex::lock, or the guard.
  std::string Object;      ///< The lock's name, if Kind is Lock.
  Site Thread;             ///< Where a thread is started; F may be None.
  FunctionId Holder = None; ///< Kind Lock: who takes it on another thread.
  Confidence Conf = Confidence::High;
};

/// A worker that waits for work which it queued to its own pool.
struct OwnPoolWait {
  Site Entry;               ///< Where the worker's callable was handed over.
  FunctionId Worker = None; ///< That callable.
  Site Submission;          ///< Where it queues more.
  std::vector<Step> Chain;  ///< From the callable down to the wait.
  ContextKind Kind = ContextKind::AnyPool; ///< Of the pool.
  std::string Pool;         ///< "the workers in 'Pool::work'".
  int64_t Threads = 0;      ///< Of the pool; 0: no one number.
  Confidence Conf = Confidence::High;
  std::string Because;      ///< Of the wait, as the pack has it.
};

/// A coroutine of which nothing can suspend.
struct IdleCoroutine {
  FunctionId F = None;
  uint32_t Await = None; ///< The first await, if there is one: it is ready.
};

/// A loop that waits for another thread by asking again and again.
struct BusyLoop {
  enum What : uint8_t {
    Spins,  ///< Does nothing else.
    Yields, ///< Offers its core to others meanwhile.
    Polls,  ///< Sleeps between.
  };
  FunctionId F = None;
  uint32_t Loop = None;
  What Kind = Spins;
  bool OnLock = false; ///< It tries for a lock, else it reads a flag.
  std::string Flag;    ///< The flag or lock.
  Site Pause;          ///< A call that pauses or sleeps; F may be None.
  Confidence Conf = Confidence::High;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_CONSTRUCTS_H
