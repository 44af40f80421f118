//===- extract/Directives.h - pragmas that say where code runs ------------===//
//
//   #pragma omp parallel for          outer: call #pragma omp parallel for
//   for (…)                     ──▶          with the function below
//     work(x);                        outer::(omp parallel for:1): for (…) …
//
// A directive becomes a call of a function of its name, so that packs can say
// what it does. The block behind it is a function of its own where the language
// may hand it to other threads; what it captures are fields, as those of a
// closure are. Other blocks stay in their function. A critical section begins
// with the call that takes its lock, and ends with "#pragma omp end critical".
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_DIRECTIVES_H
#define WAITWISE_EXTRACT_DIRECTIVES_H

#include "extract/Body.h"

#include "clang/AST/StmtOpenMP.h"

namespace waitwise {

/// True if the block behind \p D is a function of its own.
bool isOutlined(const clang::OMPExecutableDirective *D);

/// Pass one, at the end of the block behind \p D: the call that it is, and the
/// region that it hands over.
void recordDirective(Body &B, const clang::OMPExecutableDirective *D);
/// At the beginning of a block: \p Begin stands in B.BeginOf.
void recordBegin(Body &B, const clang::Stmt *Begin);

/// While it lives, a control-flow graph of what stands around directives has
/// none of the blocks that are functions of their own, and a statement at the
/// beginning of each critical section, listed in B.BeginOf.
class WithoutOutlined {
public:
  WithoutOutlined(Body &B,
                 llvm::ArrayRef<const clang::OMPExecutableDirective *> Among);
  ~WithoutOutlined();
  WithoutOutlined(const WithoutOutlined &) = delete;
  WithoutOutlined &operator=(const WithoutOutlined &) = delete;

private:
  /// Where a block hangs in its directive, and what hung there.
  std::vector<std::pair<clang::Stmt **, clang::Stmt *>> Changed;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_DIRECTIVES_H
