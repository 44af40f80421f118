//===- solve/ThreadOrder.h - are there threads yet? -----------------------===//
//
//   main() { daemonise(); start(pool); serve(); }
//            no thread yet ┘          └ from here on there are
//
// Whether a program may have threads when a call is made: some thread is
// started on a way that leads there, in the function itself or before one of
// its callers calls on. Who calls a function that nothing here calls, and when,
// is not known.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_THREADORDER_H
#define WAITWISE_SOLVE_THREADORDER_H

#include "solve/Analyses.h"
#include "solve/LoopBlocks.h"

namespace waitwise {

/// True if a rule says that the call starts a thread, or work on a pool.
bool startsThread(const Analyses &A, Site S);

/// The blocks from which \p Block can be reached, itself only around a loop.
std::vector<bool> blocksBefore(const Function &Body, uint32_t Block);

/// Bits of the contexts that are a thread of their own.
inline constexpr uint32_t ThreadBits = 1u << unsigned(ContextKind::Thread) |
                                       1u << unsigned(ContextKind::CpuPool) |
                                       1u << unsigned(ContextKind::IoPool) |
                                       1u << unsigned(ContextKind::AnyPool);

class ThreadOrder {
public:
  /// What \p Ignored says of starts does not count: they are in children.
  ThreadOrder(const Analyses &A, llvm::ArrayRef<uint32_t> ContextBits,
              const std::set<Site> &Ignored);

  struct Answer {
    bool Threads = false;
    Confidence Conf = Confidence::High;
    Site Start; ///< A place that starts one before, if there is one.
  };
  Answer before(Site S) const;

private:
  void collect();
  llvm::ArrayRef<Site> callersOf(FunctionId F) const;
  bool onThread(FunctionId F) const;
  uint32_t startBefore(Site S) const;

  const Analyses &A;
  llvm::ArrayRef<uint32_t> ContextBits;
  const std::set<Site> &Ignored;
  std::vector<Site> StartOf;  ///< By function: a start that it leads to.
  Site Any;                   ///< Some start of the program.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_THREADORDER_H
