//===- solve/Contexts.h - which functions run where -----------------------===//
//
// Entries of contexts, from four sources: coroutine bodies, callables that
// packs say are run somewhere, methods that frameworks call, and event loops
// and pools that were discovered.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_CONTEXTS_H
#define WAITWISE_SOLVE_CONTEXTS_H

#include "solve/Wrappers.h"

namespace waitwise {

/// What was found without being declared.
struct Discoveries {
  std::vector<DiscoveredLoop> Loops;
  std::vector<DiscoveredPool> Pools;
};

/// Where executors run things and what hands work on; by what was found.
struct Places {
  const Executors &Execs;
  const Wrappers &Wraps;
};

/// The same in words, sorted.
std::vector<Discovery> describe(const Analyses &A, const Discoveries &D,
                                const Wrappers &Wraps);

/// All entries but held locks, sorted by kind, function and events.
std::vector<ContextEntry> findContexts(const Analyses &A,
                                       const Discoveries &D,
                                       const Places &Where);

/// For every function a bit set of the context kinds it may run in.
std::vector<uint32_t> contextsOfFunctions(const Analyses &A,
                                          llvm::ArrayRef<ContextEntry> Entries);

/// Contract order of entries.
void sortEntries(std::vector<ContextEntry> &Entries);

} // namespace waitwise

#endif // WAITWISE_SOLVE_CONTEXTS_H
