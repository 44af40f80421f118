//===- extract/Coroutines.cpp - suspensions -------------------------------===//
#include "extract/Coroutines.h"

#include "extract/Events.h"
#include "extract/Values.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

const Expr *suspendedOperand(const CoroutineSuspendExpr *E) {
  const Expr *Operand = E->getOperand();
  if (!isa<CoyieldExpr>(E))
    return Operand;
  // The operand of a co_yield is the call of yield_value that it becomes.
  const auto *Call = dyn_cast<CallExpr>(peel(Operand));
  return Call && Call->getNumArgs() ? Call->getArg(0) : Operand;
}

static bool isProtocol(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F)
    return false;
  if (F->getOverloadedOperator() == OO_Coawait)
    return true;
  if (!F->getIdentifier())
    return false;
  StringRef Name = F->getName();
  return Name == "await_ready" || Name == "await_suspend" ||
         Name == "await_resume" || Name == "await_transform" ||
         Name == "yield_value" || Name == "return_value" ||
         Name == "return_void";
}

/// Sorts what stands below \p Root but not below \p Operand.
static void sortCalls(Body &B, const Expr *Root, const Expr *Operand) {
  llvm::SmallVector<const Stmt *, 16> Work{Root};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S || S == Operand || isa<OpaqueValueExpr>(S))
      continue;
    if (const auto *Call = dyn_cast<CallExpr>(S); Call && isProtocol(Call))
      B.Protocol.insert(Call);
    else if (isa<CallExpr, CXXConstructExpr>(S))
      B.Machinery.insert(S);
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
  }
}

void prepareSuspension(Body &B, const CoroutineSuspendExpr *E) {
  const Expr *Operand = suspendedOperand(E);
  sortCalls(B, E->getCommonExpr(), Operand);
  if (E->getOperand() != Operand)
    sortCalls(B, E->getOperand(), Operand);
  sortCalls(B, E->getReadyExpr(), Operand);
  sortCalls(B, E->getSuspendExpr(), Operand);
  sortCalls(B, E->getResumeExpr(), Operand);
  B.ResumeOf.try_emplace(peel(E->getResumeExpr()), E);
  if (isa<CoawaitExpr>(E))
    B.Awaited.insert(peel(Operand));
}

void prepareReturn(Body &B, const CoreturnStmt *S) {
  if (S->getPromiseCall())
    sortCalls(B, S->getPromiseCall(), S->getOperand());
}

static void recordSuspend(Body &B, const Expr *E) {
  if (!B.EventOf.count(E))
    addEvent(B, isa<CoyieldExpr>(E) ? EventKind::Yield : EventKind::Await, E);
}

bool recordSuspension(Body &B, const Expr *E) {
  if (isa<CoroutineSuspendExpr>(E)) {
    recordSuspend(B, E);
    return true;
  }
  if (B.Machinery.contains(E))
    return true;
  if (!B.Protocol.contains(E))
    return false;
  if (auto It = B.ResumeOf.find(E); It != B.ResumeOf.end())
    recordSuspend(B, It->second);
  const FunctionDecl *F = cast<CallExpr>(E)->getDirectCallee();
  if (F && !B.U.Src.isSystem(F->getCanonicalDecl()->getLocation()))
    addEvent(B, EventKind::Call, E, EVF_Implicit);
  return true;
}

} // namespace waitwise
