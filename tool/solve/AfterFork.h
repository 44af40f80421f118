//===- solve/AfterFork.h - what a forked child must not do ----------------===//
//
//   if (fork() == 0) {        the child has one thread, the one that forked,
//     m.lock();               and a copy of all locks as they were: what
//     execv(…);               another thread held then is held for ever
//   }
//
// From the events that run where the fork's result is 0, down the calls, until
// another program is run or the process ends.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_AFTERFORK_H
#define WAITWISE_SOLVE_AFTERFORK_H

#include "solve/Effects.h"

namespace waitwise {

/// All uses of what a child of a program with threads does not have, by fork.
std::vector<ForkUse> findForkUses(const Analyses &A, const Effects &E,
                                  llvm::ArrayRef<uint32_t> ContextBits,
                                  llvm::ArrayRef<ContextEntry> Entries);

} // namespace waitwise

#endif // WAITWISE_SOLVE_AFTERFORK_H
