//===- solve/Coverage.h - what was analysed, and what nobody knows --------===//
#ifndef WAITWISE_SOLVE_COVERAGE_H
#define WAITWISE_SOLVE_COVERAGE_H

#include "solve/Analyses.h"

namespace waitwise {

/// Fills \p S.Cov and \p S.Unknowns: calls whose target is not known, all of
/// them and those that run in each kind of context that \p S.Contexts enters.
void measureCoverage(const Analyses &A, Solution &S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_COVERAGE_H
