//===- store/Bundle.h - several summaries in one file ---------------------===//
//
// What `waitwise link` writes: an ar archive with one stored summary for each
// translation unit, sorted, so that reading it is the same as reading each of
// them. Summaries merge only as a whole program (a name that two programs
// share is told apart by who else is there), hence nothing is merged yet.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_BUNDLE_H
#define WAITWISE_STORE_BUNDLE_H

#include "model/Summary.h"

#include "llvm/Support/Error.h"

namespace waitwise {

/// Writes \p Summaries to \p Path: a bundle, or the summary itself if there
/// is one. The bytes depend on the set only; equal summaries are written once.
llvm::Error writeSummaries(const std::vector<Summary> &Summaries,
                           llvm::StringRef Path);

/// The summaries in \p Path, which is a bundle or a single summary.
llvm::Expected<std::vector<Summary>> readSummaries(llvm::StringRef Path);

} // namespace waitwise

#endif // WAITWISE_STORE_BUNDLE_H
