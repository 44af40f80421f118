//===- report/Baseline.h - findings that are known already ----------------===//
//
//   # waitwise baseline: …
//   ID <tab> check <tab> entry <tab> sink <tab> file        one line a finding
//
// The id decides; the rest is for whoever reads the file or merges two of it.
// Lines are sorted by file, so that changes in different files do not conflict,
// and hold no line numbers, so that edits elsewhere change nothing.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_REPORT_BASELINE_H
#define WAITWISE_REPORT_BASELINE_H

#include "model/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// One finding, as a baseline knows it.
struct KnownFinding {
  std::string Id, Check, Entry, Sink, File;
};

/// Reads a baseline. Errors are "file:line: what was expected", a line each.
llvm::Expected<std::vector<KnownFinding>> readBaseline(llvm::StringRef Path);

/// What a baseline holds of these findings: all that are not suppressed.
std::vector<KnownFinding> knownOf(llvm::ArrayRef<Finding> Findings);

/// Writes a baseline, in its order.
void writeBaseline(std::vector<KnownFinding> Known, llvm::raw_ostream &OS);

/// Sets Finding::Baselined of those that are known, and returns what is known
/// and not found any more.
std::vector<KnownFinding> applyBaseline(llvm::ArrayRef<KnownFinding> Known,
                                        std::vector<Finding> &Findings);

} // namespace waitwise

#endif // WAITWISE_REPORT_BASELINE_H
