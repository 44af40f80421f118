//===- report/Advice.h - which model suits which work, as a list ----------===//
#ifndef WAITWISE_REPORT_ADVICE_H
#define WAITWISE_REPORT_ADVICE_H

#include "model/Solution.h"

#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// Formats that writeAdvice() knows, the default first.
llvm::ArrayRef<llvm::StringRef> adviceFormats();

/// Writes every place that starts work, by place: JSON has all of them (output
/// contract); text tells those that suit in a line each, of the others why.
void writeAdvice(const Solution &S, llvm::StringRef Format,
                 llvm::raw_ostream &OS);

} // namespace waitwise

#endif // WAITWISE_REPORT_ADVICE_H
