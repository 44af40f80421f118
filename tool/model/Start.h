//===- model/Start.h - a place that starts work ---------------------------===//
//
//   for (;;) {                              many: per connection
//     int fd = accept(listener, …);
//     std::thread(serve, fd).detach();      starts: std::thread, work: serve
//   }
//
// What is started, how many at a time, under which model it runs, and which one
// suits it. Words are those of the output contract.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_START_H
#define WAITWISE_MODEL_START_H

#include "model/Cost.h"
#include "model/Effect.h"
#include "model/Program.h"

namespace waitwise {

/// How work is run.
enum class WorkModel : uint8_t {
  Inline, Thread, ThreadPerTask, ThreadPool, ParallelAlgorithm, Process,
  ProcessPerTask, ProcessPool, EventLoop, Split,
  Keep, ///< Advised only: the model it has.
};
inline constexpr unsigned NumWorkModels = 11;

/// How many run at a time, in order of strength.
enum class HowMany : uint8_t {
  One, PerCore, Bounded, PerItem, Unbounded, PerConnection,
};
inline constexpr unsigned NumHowMany = 6;

llvm::StringRef toString(WorkModel M);
llvm::StringRef toString(HowMany M);
std::optional<WorkModel> parseWorkModel(llvm::StringRef S);
std::optional<HowMany> parseHowMany(llvm::StringRef S);
std::optional<WorkClass> parseWorkClass(llvm::StringRef S);

/// Why there are as many as there are.
struct Multiplicity {
  HowMany Many = HowMany::One;
  int64_t Count = 0;      ///< Of a constant loop; else 0.
  std::string Because;    ///< "a loop that accepts connections", …
  Location At;            ///< Of that loop or call; may be none.
  /// Calls from the function with the loop down to the start, outermost first.
  std::vector<std::pair<FunctionId, uint32_t>> Through;
};

struct WorkStart {
  FunctionId F = None;     ///< Where it stands: this event …
  uint32_t Event = None;   ///< … of this function.
  std::string Starts;      ///< std::thread, fork, …
  std::string Pack;        ///< Whose rule says so.
  std::string Work;        ///< What is run; empty if nobody knows.
  FunctionId Body = None;  ///< The same, where it is one function.
  WorkClass Class = WorkClass::Unknown;
  std::optional<Latency> Waits;  ///< The worst of its waits; none: it has none.
  Multiplicity Times;
  bool Program = false;          ///< It goes on as another program.
  bool InterpreterLock = false;  ///< It holds Python's lock while it works.
  bool OnPool = false;           ///< A coroutine on a pool of threads.
  bool Offloaded = false;        ///< A loop hands it over and goes on.
  bool Serves = false;           ///< It runs until it is told to stop.
  std::vector<std::string> Shared; ///< "writes 'total'", "takes 'mutex_'", …
  bool Changes = false; ///< It changes some of that: a copy would not do.

  /// Why there are more threads computing than cores; empty: there are not.
  std::string Oversubscribed;
  uint32_t NestedIn = None; ///< … because it runs in this one of the contexts.

  WorkModel Model = WorkModel::Thread, Advised = WorkModel::Keep;
  std::string Because, Costs, How; ///< Costs and How: empty for Keep.
};

} // namespace waitwise

#endif // WAITWISE_MODEL_START_H
