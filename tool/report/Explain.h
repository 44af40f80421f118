//===- report/Explain.h - why: functions and findings in full -------------===//
#ifndef WAITWISE_REPORT_EXPLAIN_H
#define WAITWISE_REPORT_EXPLAIN_H

#include "model/Solution.h"
#include "report/SourceFiles.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// Tells of the functions called \p Name (qualified, or the end of one
/// qualified name) in which contexts they run, through which calls, and which
/// blocking calls they reach. Fails on a name that nobody or several have,
/// with the names that may have been meant.
llvm::Error explainFunction(const Solution &S, llvm::StringRef Name,
                            llvm::raw_ostream &OS);

/// Tells a finding with its whole chain, all its entries, and what would
/// change it.
void explainFinding(const Finding &F, SourceFiles &Sources,
                    llvm::raw_ostream &OS);

} // namespace waitwise

#endif // WAITWISE_REPORT_EXPLAIN_H
