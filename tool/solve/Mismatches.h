//===- solve/Mismatches.h - contexts against the sinks they reach ---------===//
#ifndef WAITWISE_SOLVE_MISMATCHES_H
#define WAITWISE_SOLVE_MISMATCHES_H

#include "solve/Reach.h"

namespace waitwise {

/// Adds entries for held locks to \p S.Contexts, explores every context that
/// can bear less than a thread, and fills \p S.Sinks and \p S.Mismatches: one
/// for each (context kind, function of the sink, primitive).
void findMismatches(const Analyses &A, const Effects &E,
                    llvm::ArrayRef<uint32_t> ContextBits, Solution &S);

/// Fills \p S.HeldSuspensions.
void findHeldSuspensions(const Analyses &A, const Effects &E, Solution &S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_MISMATCHES_H
