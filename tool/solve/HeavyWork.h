//===- solve/HeavyWork.h - computing that a context cannot bear -----------===//
#ifndef WAITWISE_SOLVE_HEAVYWORK_H
#define WAITWISE_SOLVE_HEAVYWORK_H

#include "solve/Effects.h"

namespace waitwise {

/// Fills \p S.HeavyWork from its costs and contexts: one for each (context
/// kind, function that computes).
void findHeavyWork(const Analyses &A, const Effects &E, Solution &S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_HEAVYWORK_H
