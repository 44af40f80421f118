//===- solve/Cost.h - what running each function costs, bottom-up ---------===//
//
//   cost of a function = the heaviest way through it
//   cost of a block    = (operations + calls) · trips of the loops around it
//
// Callees come first, with their parameters replaced by what is passed to them.
// Two costs are kept: of the whole call, and of its longest stretch between two
// yields, which is what a context has to bear.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_COST_H
#define WAITWISE_SOLVE_COST_H

#include "solve/CallOrder.h"
#include "solve/Sinks.h"
#include "solve/Sizes.h"

namespace waitwise {

/// Fills \p S.Costs and \p S.Sizes. \p Sinks: every call that may block, by
/// site.
void computeCosts(const Analyses &A, llvm::ArrayRef<Sink> Sinks, Solution &S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_COST_H
