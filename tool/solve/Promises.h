//===- solve/Promises.h - functions whose name says that they do not wait -===//
//
//   connectAsync(host, callback)   a library's entry point: who calls it is not
//                                  here to be seen, but has been told that it
//                                  goes on at once
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_PROMISES_H
#define WAITWISE_SOLVE_PROMISES_H

#include "solve/Analyses.h"

namespace waitwise {

/// Entries for functions that other programs may call and whose names have the
/// word "async". \p ContextBits as contextsOfFunctions() gives them: what is
/// known to run somewhere is judged there.
std::vector<ContextEntry> promisedEntries(const Analyses &A,
                                          llvm::ArrayRef<uint32_t> ContextBits,
                                          const CostTable &Cost);

} // namespace waitwise

#endif // WAITWISE_SOLVE_PROMISES_H
