//===- ConfigContexts.h - `contexts:` in .waitwise.yaml -------------------===//
#ifndef WAITWISE_CONFIGCONTEXTS_H
#define WAITWISE_CONFIGCONTEXTS_H

#include "packs/Read.h"
#include "packs/RuleSet.h"

namespace waitwise {

/// What \p N, the value of `contexts:` in \p File, says of the project's own
/// functions. Errors go to \p R.
std::vector<NamedContext> readContexts(const Node &N, llvm::StringRef File,
                                       Reader &R);

} // namespace waitwise

#endif // WAITWISE_CONFIGCONTEXTS_H
