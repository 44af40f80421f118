//===- solve/Loops.h - event loops that nobody declared -------------------===//
//
// An event loop is a loop whose body, itself or through callees, waits for
// readiness of several descriptors and then dispatches: calls on through
// stored callables, or runs over what became ready. What the body calls runs
// on that loop; callables that it dispatches to are its entries.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_LOOPS_H
#define WAITWISE_SOLVE_LOOPS_H

#include "solve/Analyses.h"
#include "solve/LoopBlocks.h"

namespace waitwise {

struct DiscoveredLoop {
  FunctionId F = None;          ///< The function with the loop.
  uint32_t Loop = None;         ///< Index into its loops.
  std::vector<Site> Waits;      ///< The readiness waits it turns around.
  std::vector<uint32_t> Events; ///< Calls in the loop's body.
  /// Calls through stored callables near the loop, with their targets.
  std::vector<std::pair<Site, CallEdge>> Dispatches;
};

/// Finds all loops, sorted by function and loop.
std::vector<DiscoveredLoop> discoverLoops(const Analyses &A);

/// The events in a loop and in those inside it, sorted.
std::vector<uint32_t> eventsInLoop(const Function &Body, uint32_t Loop);

/// True if this event waits for readiness of more than one descriptor.
bool waitsForReadiness(const Analyses &A, Site S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_LOOPS_H
