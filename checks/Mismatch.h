//===- checks/Mismatch.h - what the blocking checks share -----------------===//
//
// The solver has already held contexts against sinks; a blocking check picks
// the mismatches of its context kinds and words them. This is the wording.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_CHECKS_MISMATCH_H
#define WAITWISE_CHECKS_MISMATCH_H

#include "checks/Check.h"

namespace waitwise {

/// Reports every mismatch of context kind \p K as a finding of \p Check.
void reportMismatches(const Solution &S, llvm::StringRef Check, ContextKind K,
                      FindingSink Report);

/// A name in the quotes of messages.
std::string quoted(llvm::StringRef Name);

} // namespace waitwise

#endif // WAITWISE_CHECKS_MISMATCH_H
