//===- solve/Failures.h - what runs only when a library call fails --------===//
//
//   if (pthread_sigmask(…))       the branch behind a failed call of a library:
//     log("cannot block signals");  what it does is no ordinary path
//
// A call fails by a negative result or null, or as its rule says (`fails:`).
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_FAILURES_H
#define WAITWISE_SOLVE_FAILURES_H

#include "solve/Analyses.h"

namespace waitwise {

/// By block of \p F: true if every way there leads over a failed library call.
std::vector<bool> failureBlocks(const Analyses &A, FunctionId F);

} // namespace waitwise

#endif // WAITWISE_SOLVE_FAILURES_H
