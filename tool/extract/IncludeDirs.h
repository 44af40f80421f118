//===- extract/IncludeDirs.h - where commands look for headers ------------===//
#ifndef WAITWISE_EXTRACT_INCLUDEDIRS_H
#define WAITWISE_EXTRACT_INCLUDEDIRS_H

#include "extract/Extract.h"

#include "llvm/ADT/ArrayRef.h"

namespace waitwise {

/// The include directories that the commands of \p Jobs name, absolute, each
/// once and in the order of the commands; behind them those that every
/// compiler for Unix has.
std::vector<std::string> includeDirectories(llvm::ArrayRef<ExtractJob> Jobs);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_INCLUDEDIRS_H
