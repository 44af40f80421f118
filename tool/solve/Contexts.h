//===- solve/Contexts.h - which functions run where -----------------------===//
//
// Entries of contexts, from four sources: coroutine bodies, callables that
// packs say are run somewhere, methods that frameworks call, and event loops
// that were discovered.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_CONTEXTS_H
#define WAITWISE_SOLVE_CONTEXTS_H

#include "solve/Loops.h"

namespace waitwise {

/// All entries but held locks, sorted by kind, function and events.
std::vector<ContextEntry> findContexts(const Analyses &A,
                                       llvm::ArrayRef<DiscoveredLoop> Loops);

/// For every function a bit set of the context kinds it may run in.
std::vector<uint32_t> contextsOfFunctions(const Analyses &A,
                                          llvm::ArrayRef<ContextEntry> Entries);

/// Contract order of entries.
void sortEntries(std::vector<ContextEntry> &Entries);

} // namespace waitwise

#endif // WAITWISE_SOLVE_CONTEXTS_H
