//===- checks/Heavy.h - what the checks of computing share ----------------===//
#ifndef WAITWISE_CHECKS_HEAVY_H
#define WAITWISE_CHECKS_HEAVY_H

#include "checks/Check.h"

namespace waitwise {

/// Reports all work in context kind \p K that takes longer than it bears.
void reportHeavyWork(const Solution &S, llvm::StringRef Check, ContextKind K,
                     FindingSink Report);

} // namespace waitwise

#endif // WAITWISE_CHECKS_HEAVY_H
