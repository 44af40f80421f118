//===- solve/Dropped.h - work whose result is thrown away -----------------===//
//
//   std::async(work);             its future dies here, and waits for the work
//   { auto f = std::async(work); }          … and so it does at this brace
//   while (…) f = std::async(work);         the last one is waited for first
//   auto t = lazy();  // never awaited      nobody ever starts it
//
// What the end of a result does is said by packs (`dropped`). The program's own
// functions that return such a result hand it on to their callers.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_DROPPED_H
#define WAITWISE_SOLVE_DROPPED_H

#include "solve/Analyses.h"

namespace waitwise {

/// All results thrown away on live paths, by site.
std::vector<DroppedResult> findDropped(const Analyses &A);

} // namespace waitwise

#endif // WAITWISE_SOLVE_DROPPED_H
