//===- extract/Outline.h - the statements of a body -----------------------===//
//
// One walk over the statements (not the expressions) of a body, for what the
// control-flow graph does not tell: whose results are thrown away, and which
// try blocks there are.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_OUTLINE_H
#define WAITWISE_EXTRACT_OUTLINE_H

#include "extract/Body.h"

#include "clang/AST/StmtCXX.h"

namespace waitwise {

struct Outline {
  std::vector<const clang::CXXTryStmt *> Tries; ///< Outer ones first.
  /// Not those in regions of others.
  std::vector<const clang::OMPExecutableDirective *> Directives;
};

/// Fills B.Discarded.
Outline outline(Body &B, const clang::Stmt *Root);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_OUTLINE_H
