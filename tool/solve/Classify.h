//===- solve/Classify.h - CPU-bound or I/O-bound? -------------------------===//
#ifndef WAITWISE_SOLVE_CLASSIFY_H
#define WAITWISE_SOLVE_CLASSIFY_H

#include "model/Solution.h"

namespace waitwise {

/// Sets the class of every function from what it waits and computes.
void classify(Solution &S);

/// The class of what waits and computes as \p C says.
WorkClass classOf(const FunctionCost &C, const CostTable &Table);

} // namespace waitwise

#endif // WAITWISE_SOLVE_CLASSIFY_H
