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

/// True if the awaiter's await_ready does nothing but return true. (Bodies of
/// constexpr functions are parsed in system headers, too: suspend_never.)
static bool isAlwaysReady(const CoroutineSuspendExpr *E, ASTContext &Ctx) {
  const auto *Call = dyn_cast<CallExpr>(peel(E->getReadyExpr()));
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (F && !F->hasBody())
    F = F->getTemplateInstantiationPattern();
  const Stmt *Body = F ? F->getBody() : nullptr;
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Body);
  if (!Block || Block->size() != 1)
    return false;
  const auto *Return = dyn_cast<ReturnStmt>(Block->body_front());
  const Expr *Value = Return ? Return->getRetValue() : nullptr;
  bool Ready = false;
  return Value && !Value->isValueDependent() &&
         Value->EvaluateAsBooleanCondition(Ready, Ctx) && Ready;
}

static void recordSuspend(Body &B, const Expr *E) {
  if (B.EventOf.count(E))
    return;
  bool Ready = isAlwaysReady(cast<CoroutineSuspendExpr>(E), B.U.Ctx);
  addEvent(B, isa<CoyieldExpr>(E) ? EventKind::Yield : EventKind::Await, E,
           Ready ? EVF_Ready : 0);
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
