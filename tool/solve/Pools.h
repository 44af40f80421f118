//===- solve/Pools.h - worker pools that nobody declared ------------------===//
//
//   for (;;) {                       a loop that a thread runs …
//     wait(condition, lock);         … waits for work, itself or through
//     task = queue.pop();                callees …
//     task();                        … and calls what it took
//   }
//
// The callables that flow there run on the pool. How many threads there are
// says whether it is for computing.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_POOLS_H
#define WAITWISE_SOLVE_POOLS_H

#include "solve/Loops.h"
#include "solve/ThreadCounts.h"

namespace waitwise {

struct DiscoveredPool {
  FunctionId F = None;         ///< The function with the loop.
  uint32_t Loop = None;        ///< Index into its loops.
  Site Wait;                   ///< Where it waits for work.
  std::vector<Site> Starts;    ///< Where its threads are started, sorted.
  EntityId Class = None;       ///< The class whose objects start them, or None.
  /// Calls of what was taken out of the queue, with their targets.
  std::vector<std::pair<Site, CallEdge>> Dispatches;
  ThreadCount Count;           ///< Of all objects of the class.
};

/// Finds all pools, sorted by function and loop. Loops in \p Except are event
/// loops and stay so.
std::vector<DiscoveredPool>
discoverPools(const Analyses &A, const ThreadCounts &Counts,
              llvm::ArrayRef<DiscoveredLoop> Except);

/// The pool that the loops of \p F are, whoever starts it and whatever it waits
/// for, if they call what they were handed.
std::optional<DiscoveredPool> poolIn(const Analyses &A, FunctionId F);

} // namespace waitwise

#endif // WAITWISE_SOLVE_POOLS_H
