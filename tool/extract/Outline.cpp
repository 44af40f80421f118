//===- extract/Outline.cpp - the statements of a body ---------------------===//
#include "extract/Outline.h"

#include "extract/Directives.h"
#include "extract/Values.h"

using namespace clang;

namespace waitwise {

/// Marks the expressions whose results nobody uses below one statement.
static void markDiscarded(Body &B, const Expr *Root) {
  llvm::SmallVector<const Expr *, 4> Work{Root};
  while (!Work.empty()) {
    const Expr *E = peel(Work.pop_back_val());
    if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
      if (Op->getOpcode() == BO_Comma)
        Work.push_back(Op->getLHS());
      if (Op->getOpcode() == BO_Comma || Op->isLogicalOp())
        Work.push_back(Op->getRHS());
    } else if (const auto *C = dyn_cast<ConditionalOperator>(E)) {
      Work.push_back(C->getTrueExpr());
      Work.push_back(C->getFalseExpr());
    } else {
      B.Discarded.insert(E);
    }
  }
}

/// Pushes the statements that stand directly in \p S.
static void pushStatements(const Stmt *S,
                           llvm::SmallVectorImpl<const Stmt *> &Work) {
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    Work.append({If->getElse(), If->getThen(), If->getInit()});
  } else if (const auto *For = dyn_cast<ForStmt>(S)) {
    Work.append({For->getBody(), For->getInc(), For->getInit()});
  } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(S)) {
    Work.append({Range->getBody(), Range->getInit()});
  } else if (const auto *While = dyn_cast<WhileStmt>(S)) {
    Work.push_back(While->getBody());
  } else if (const auto *Do = dyn_cast<DoStmt>(S)) {
    Work.push_back(Do->getBody());
  } else if (const auto *Switch = dyn_cast<SwitchStmt>(S)) {
    Work.append({Switch->getBody(), Switch->getInit()});
  } else if (const auto *Case = dyn_cast<SwitchCase>(S)) {
    Work.push_back(Case->getSubStmt());
  } else if (const auto *Label = dyn_cast<LabelStmt>(S)) {
    Work.push_back(Label->getSubStmt());
  } else if (const auto *Attributed = dyn_cast<AttributedStmt>(S)) {
    Work.push_back(Attributed->getSubStmt());
  } else if (const auto *Catch = dyn_cast<CXXCatchStmt>(S)) {
    Work.push_back(Catch->getHandlerBlock());
  } else if (const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(S)) {
    Work.push_back(Coroutine->getBody());
  } else if (const auto *D = dyn_cast<OMPExecutableDirective>(S)) {
    if (D->hasAssociatedStmt() && !isOutlined(D))
      Work.push_back(D->getRawStmt());
  } else if (isa<CompoundStmt, CXXTryStmt>(S)) {
    size_t First = Work.size();
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
    std::reverse(Work.begin() + First, Work.end());
  }
}

Outline outline(Body &B, const Stmt *Root) {
  Outline Result;
  llvm::SmallVector<const Stmt *, 32> Work{Root};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    if (const auto *E = dyn_cast<Expr>(S)) {
      markDiscarded(B, E);
      continue;
    }
    if (const auto *Try = dyn_cast<CXXTryStmt>(S))
      Result.Tries.push_back(Try);
    if (const auto *D = dyn_cast<OMPExecutableDirective>(S))
      Result.Directives.push_back(D);
    pushStatements(S, Work);
  }
  return Result;
}

} // namespace waitwise
