//===- solve/Solve.h - program and knowledge → solution -------------------===//
#ifndef WAITWISE_SOLVE_SOLVE_H
#define WAITWISE_SOLVE_SOLVE_H

#include "model/Solution.h"
#include "packs/RuleSet.h"

namespace waitwise {

/// Solves \p P with the knowledge in \p R: resolves calls, finds contexts and
/// effects, and holds them against each other. \p P must outlive the result.
/// \p Root is the project root, for places.
Solution solve(const Program &P, const RuleSet &R, std::string Root);

} // namespace waitwise

#endif // WAITWISE_SOLVE_SOLVE_H
