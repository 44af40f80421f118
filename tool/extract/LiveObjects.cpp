//===- extract/LiveObjects.cpp - what a throw destroys --------------------===//
#include "extract/LiveObjects.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

const CXXThrowExpr *throwIn(const CFGBlock &Block) {
  for (const CFGElement &Element : llvm::reverse(Block))
    if (auto S = Element.getAs<CFGStmt>())
      return dyn_cast<CXXThrowExpr>(S->getStmt());
  return nullptr;
}

void LiveObjects::addHandler(const CFGBlock *Block, unsigned At,
                             const CFGBlock *Handler) {
  Handlers[Block].push_back({At, Handler});
}

/// Follows one element: what it makes exist, what it ends.
void LiveObjects::follow(const CFGElement &Element, Live &Now) {
  if (auto Dtor = Element.getAs<CFGAutomaticObjDtor>()) {
    llvm::erase(Now, Dtor->getVarDecl());
    return;
  }
  auto S = Element.getAs<CFGStmt>();
  const auto *D = S ? dyn_cast<DeclStmt>(S->getStmt()) : nullptr;
  if (!D)
    return;
  for (const Decl *Each : D->decls())
    if (const auto *Var = dyn_cast<VarDecl>(Each))
      if (Var->hasLocalStorage() && !Var->getType()->isReferenceType() &&
          Var->needsDestruction(Ctx) == QualType::DK_cxx_destructor)
        Now.push_back(Var);
}

void LiveObjects::find(ArrayRef<const CFGBlock *> Blocks) {
  if (llvm::none_of(Blocks, [](const CFGBlock *B) { return throwIn(*B); }))
    return;
  llvm::SmallVector<const CFGBlock *, 32> Work{&Graph.getEntry()};
  AtStart[&Graph.getEntry()];
  auto Reach = [&](const CFGBlock *To, const Live &Now) {
    if (To && AtStart.try_emplace(To, Now).second)
      Work.push_back(To);
  };
  while (!Work.empty()) {
    const CFGBlock *Block = Work.pop_back_val();
    Live Now = AtStart.lookup(Block);
    std::vector<Entry> Here = Handlers.lookup(Block);
    auto EnterHandlers = [&](unsigned At) {
      for (const Entry &E : Here)
        if (E.At == At)
          Reach(E.Handler, Now);
    };
    for (unsigned I = 0; I != Block->size(); ++I) {
      EnterHandlers(I);
      follow((*Block)[I], Now);
    }
    for (const CFGBlock::AdjacentBlock &Next : Block->succs())
      Reach(Next.getReachableBlock(), Now);
  }
}

std::vector<const VarDecl *> LiveObjects::endedBy(const CFGBlock &Block) {
  if (AtStart.empty() || !throwIn(Block) || Block.succ_empty())
    return {};
  Live Now = AtStart.lookup(&Block);
  for (const CFGElement &Element : Block)
    follow(Element, Now);
  const CFGBlock *To = Block.succ_begin()->getReachableBlock();
  size_t Kept = To && To != &Graph.getExit() ? AtStart.lookup(To).size() : 0;
  Now.erase(Now.begin(), Now.begin() + std::min(Kept, Now.size()));
  std::reverse(Now.begin(), Now.end());
  return Now;
}

} // namespace waitwise
