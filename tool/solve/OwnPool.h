//===- solve/OwnPool.h - workers that wait for their own pool -------------===//
//
//   pool.submit([&] {                       runs on a worker …
//     auto part = pool.submit(half);        … queues more to the same pool
//     part.get();                           … and keeps the worker meanwhile
//   });
//
// With all workers there, nobody is left for what they wait for.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_OWNPOOL_H
#define WAITWISE_SOLVE_OWNPOOL_H

#include "solve/Wrappers.h"

namespace waitwise {

/// All of them, sorted by the wait.
std::vector<OwnPoolWait> findOwnPoolWaits(const Analyses &A,
                                          const Wrappers &Wraps);

/// Takes away what else was found at those waits in pools for computing: one
/// mismatch is one finding, under the most specific check.
void dropOwnPoolWaits(Solution &S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_OWNPOOL_H
