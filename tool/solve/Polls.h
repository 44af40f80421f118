//===- solve/Polls.h - what was found ready before it is waited for -------===//
//
//   if (f.wait_for(0s) == std::future_status::ready)   a poll: a wait for no
//     use(f.get());                                    time; this waits no more
//
// Also through a function that polls its parameter and answers yes or no.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_POLLS_H
#define WAITWISE_SOLVE_POLLS_H

#include "solve/Analyses.h"

namespace waitwise {

/// True if every way to the event \p S leads over a poll of its receiver that
/// found it ready.
bool readyBefore(const Analyses &A, Site S);

} // namespace waitwise

#endif // WAITWISE_SOLVE_POLLS_H
