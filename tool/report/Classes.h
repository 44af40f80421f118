//===- report/Classes.h - what every function does, as a table ------------===//
#ifndef WAITWISE_REPORT_CLASSES_H
#define WAITWISE_REPORT_CLASSES_H

#include "model/Solution.h"

#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// Which functions a table lists, and in which order.
struct ClassSelection {
  std::string Path;        ///< Glob that the file has to match; empty: all.
  bool ByLocation = false; ///< Else those that take longest come first.
};

/// Formats that writeClasses() knows, the default first.
llvm::ArrayRef<llvm::StringRef> classFormats();

/// Writes class, waiting, computing, contexts and evidence of every function
/// that somebody wrote. JSON is always by location (output contract).
void writeClasses(const Solution &S, llvm::StringRef Format,
                  const ClassSelection &Which, llvm::raw_ostream &OS);

/// Why a function has its class: what waits, what computes, what is unknown.
std::vector<std::string> evidenceFor(const Solution &S, FunctionId F);

} // namespace waitwise

#endif // WAITWISE_REPORT_CLASSES_H
