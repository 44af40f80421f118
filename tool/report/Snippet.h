//===- report/Snippet.h - a source line with a caret under it -------------===//
#ifndef WAITWISE_REPORT_SNIPPET_H
#define WAITWISE_REPORT_SNIPPET_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace waitwise {

/// A source line as a terminal shows it, and how far the caret is indented.
struct Snippet {
  std::string Text;
  size_t Indent = 0; ///< In terminal columns.
};

/// Renders \p Line around byte column \p Column (from 1): tabs become spaces,
/// what a terminal must not see becomes '?', long lines are cut on both sides.
Snippet renderLine(llvm::StringRef Line, unsigned Column);

} // namespace waitwise

#endif // WAITWISE_REPORT_SNIPPET_H
