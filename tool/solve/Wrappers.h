//===- solve/Wrappers.h - functions that hand work on ---------------------===//
//
//   void offload(Executor ex, Work w) { post(ex, w); }   a wrapper of post
//   future submit(F f) { queue.push(task(f)); }          one of a pool
//
// A callable that is handed to a wrapper runs where the wrapper takes it, not
// where it is handed over; each caller's only where the executor that this
// caller names, or the object it calls, runs things.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_WRAPPERS_H
#define WAITWISE_SOLVE_WRAPPERS_H

#include "solve/Executors.h"

namespace waitwise {

struct Wrapper {
  FunctionId F = None;
  unsigned Callable = 0;          ///< Which parameter is run.
  Site At;                        ///< Where it goes to a library, or …
  const DiscoveredPool *Pool = nullptr; ///< … the pool whose queue it gets to.
  const RunsSpec *Runs = nullptr; ///< What the library does with it.
};

/// A callable that a caller of a wrapper hands over.
struct HandedOver {
  Site Call;
  CallEdge To;
  Executor Where;
  const Wrapper *Through = nullptr;
};

class Wrappers {
public:
  Wrappers(const Analyses &A, const Executors &Execs,
           llvm::ArrayRef<DiscoveredPool> Pools);

  llvm::ArrayRef<Wrapper> all() const { return All; }
  /// What callers hand over, where that is known better than by the wrapper
  /// alone: as each caller's executor or object has it.
  std::vector<HandedOver> handedOver() const;
  /// All work that is handed to pools, also without a wrapper, where it is
  /// seen which pool that is. Callees that are not seen are None.
  std::vector<HandedOver> submissions() const;
  /// True if every callable that this registration gets comes with an executor
  /// that its caller names.
  bool isSettled(Site Registration) const;

private:
  void findPoolWrappers(const DiscoveredPool &Pool);
  void findRegistering(Site S);
  std::optional<Executor> executorFor(const Wrapper &W, Site Call) const;

  const Analyses &A;
  const Executors &Execs;
  std::vector<Wrapper> All;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_WRAPPERS_H
