//===- extract/LiveObjects.h - what a throw destroys ----------------------===//
//
// clang's graph destroys nothing on the way out of a throw. Which local objects
// exist at a point does not depend on the path to it, so one visit of each
// block tells; those that exist at the throw and not at its handler end there.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_LIVEOBJECTS_H
#define WAITWISE_EXTRACT_LIVEOBJECTS_H

#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"

#include <vector>

namespace waitwise {

/// The throw that ends this block, or null.
const clang::CXXThrowExpr *throwIn(const clang::CFGBlock &Block);

class LiveObjects {
public:
  LiveObjects(clang::ASTContext &Ctx, const clang::CFG &Graph)
      : Ctx(Ctx), Graph(Graph) {}

  /// \p Handler is reached from before element \p At of \p Block.
  void addHandler(const clang::CFGBlock *Block, unsigned At,
                  const clang::CFGBlock *Handler);
  /// Visits all blocks, if one of them throws.
  void find(llvm::ArrayRef<const clang::CFGBlock *> Blocks);
  /// Objects that the throw at the end of \p Block destroys, last made first.
  std::vector<const clang::VarDecl *> endedBy(const clang::CFGBlock &Block);

private:
  using Live = std::vector<const clang::VarDecl *>;
  void follow(const clang::CFGElement &Element, Live &Now);

  clang::ASTContext &Ctx;
  const clang::CFG &Graph;
  struct Entry {
    unsigned At;
    const clang::CFGBlock *Handler;
  };
  llvm::DenseMap<const clang::CFGBlock *, std::vector<Entry>> Handlers;
  llvm::DenseMap<const clang::CFGBlock *, Live> AtStart;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_LIVEOBJECTS_H
