//===- solve/BusyWait.h - loops that ask again and again ------------------===//
//
//   while (!done) {}                            burns a core
//   while (!done) std::this_thread::yield();    … and so does this
//   while (!done) usleep(1000);                 late, and awake for nothing
//
// A loop is one if it does nothing but read what another thread sets, or try
// for a lock, and pause, and if nothing else can end it.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_BUSYWAIT_H
#define WAITWISE_SOLVE_BUSYWAIT_H

#include "solve/Analyses.h"

namespace waitwise {

/// All loops that wait for another thread by asking. \p ContextBits as
/// contextsOfFunctions() gives them.
std::vector<BusyLoop> findBusyLoops(const Analyses &A,
                                    llvm::ArrayRef<uint32_t> ContextBits);

} // namespace waitwise

#endif // WAITWISE_SOLVE_BUSYWAIT_H
