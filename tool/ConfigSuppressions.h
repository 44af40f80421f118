//===- ConfigSuppressions.h - `suppressions:` in .waitwise.yaml -----------===//
#ifndef WAITWISE_CONFIGSUPPRESSIONS_H
#define WAITWISE_CONFIGSUPPRESSIONS_H

#include "packs/Read.h"
#include "report/Suppress.h"

namespace waitwise {

/// What \p N, the value of `suppressions:` in \p File, permits. Errors go to
/// \p R.
std::vector<Suppression> readSuppressions(const Node &N, llvm::StringRef File,
                                          Reader &R);

/// Today, as Suppression::Until has it.
std::string today();

} // namespace waitwise

#endif // WAITWISE_CONFIGSUPPRESSIONS_H
