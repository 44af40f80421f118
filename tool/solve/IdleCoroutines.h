//===- solve/IdleCoroutines.h - coroutines with nothing to wait for -------===//
#ifndef WAITWISE_SOLVE_IDLECOROUTINES_H
#define WAITWISE_SOLVE_IDLECOROUTINES_H

#include "solve/Analyses.h"

namespace waitwise {

/// Coroutines of which no await or yield can suspend, by function: not those
/// that have to be coroutines because somebody else says so.
std::vector<IdleCoroutine> findIdleCoroutines(const Analyses &A);

} // namespace waitwise

#endif // WAITWISE_SOLVE_IDLECOROUTINES_H
