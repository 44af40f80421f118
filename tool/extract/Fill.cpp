//===- extract/Fill.cpp - pass two: events get their facts ----------------===//
#include "extract/Coroutines.h"
#include "extract/Events.h"
#include "extract/Values.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace waitwise {

//===- Moves --------------------------------------------------------------===//

void fillTransfers(Body &B) {
  // Indexed: transfers may add transfers.
  for (size_t I = 0; I != B.Transfers.size(); ++I) {
    Transfer T = B.Transfers[I];
    if (T.Target)
      T.To = valueOf(B, T.Target);
    if (T.AddsBits) {
      Value Bits = valueOf(B, T.From);
      if (Bits.Kind == ValueKind::Int)
        Bits.Kind = ValueKind::Bits;
      B.addMove(T.To, Bits);
      continue;
    }
    transfer(B, {T.To, T.Flags}, T.From);
  }
}

//===- Calls --------------------------------------------------------------===//

/// `n - 1` of a parameter n.
static bool isLess(Body &B, const Expr *E) {
  const auto *Minus = dyn_cast<BinaryOperator>(peel(E));
  if (!Minus || Minus->getOpcode() != BO_Sub)
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(peel(Minus->getLHS()));
  std::optional<Value> By = constantOf(B.U, Minus->getRHS());
  return Ref && isa<ParmVarDecl>(Ref->getDecl()) && By &&
         By->Kind == ValueKind::Int && By->Int > 0;
}

static void addArgument(Body &B, Event &Ev, const Expr *E) {
  Argument A;
  A.V = valueOf(B, E);
  A.Type = B.U.Types.of(asWritten(E)->getType());
  if (const auto *C = dyn_cast<CXXConstructExpr>(peel(E));
      C && isConversion(C) && !isa<ExplicitCastExpr>(E->IgnoreImplicit()))
    if (auto It = B.EventOf.find(C); It != B.EventOf.end())
      B.Out.Events[It->second].Flags |= EVF_Implicit;
  A.IsDefault = isa<CXXDefaultArgExpr>(E->IgnoreImpCasts());
  A.IsLess = isLess(B, E);
  Ev.Args.push_back(A);
}

/// Static class of an object before conversion to a base.
static const CXXRecordDecl *classOfObject(const Expr *Object) {
  QualType T = asWritten(Object)->getType();
  if (T->isPointerType())
    T = T->getPointeeType();
  return T->getAsCXXRecordDecl();
}

static void setReceiver(Body &B, Event &Ev, const Expr *Object) {
  Ev.Receiver = valueOf(B, Object);
  if (const CXXRecordDecl *R = classOfObject(Object))
    Ev.ReceiverClass = B.U.Entities.of(R);
}

static bool isFinal(const CXXMethodDecl *M) {
  return M->hasAttr<FinalAttr>() || M->getParent()->hasAttr<FinalAttr>();
}

/// Names the method, or the one that must be meant where the object's dynamic
/// class is plain to see.
static void setMethod(Body &B, Event &Ev, const CXXMethodDecl *M,
                      const Expr *Object, bool IsQualified) {
  if (M->isVirtual() && !IsQualified && !isFinal(M)) {
    const CXXMethodDecl *Known =
        M->getDevirtualizedMethod(Object, /*IsAppleKext=*/false);
    if (Known)
      M = Known;
    else
      Ev.Flags |= EVF_Virtual;
  }
  Ev.Callee = B.U.Entities.of(M);
}

/// The object of a call that is no CXXMemberCallExpr, or null: operators,
/// `this` as an explicit parameter, static operators.
static const Expr *leadingObject(const CallExpr *Call) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  if (!M || Call->getNumArgs() == 0)
    return nullptr;
  if (isa<CXXOperatorCallExpr>(Call) || M->isExplicitObjectMemberFunction())
    return Call->getArg(0);
  return nullptr;
}

/// The function that a name left open by a template must mean, or null.
static const FunctionDecl *onlyCandidate(const Expr *Callee) {
  const auto *Set = dyn_cast<OverloadExpr>(Callee);
  if (!Set || Set->getNumDecls() != 1)
    return nullptr;
  const NamedDecl *D = (*Set->decls_begin())->getUnderlyingDecl();
  return D->getAsFunction();
}

static void setIndirectCallee(Body &B, Event &Ev, const CallExpr *Call) {
  const Expr *Callee = peel(Call->getCallee());
  if (const FunctionDecl *Only = onlyCandidate(Callee)) {
    Ev.Callee = B.U.Entities.of(Only);
    return;
  }
  if (const auto *Op = dyn_cast<BinaryOperator>(Callee); Op && Op->isPtrMemOp())
    Callee = Op->getRHS();
  Value V = valueOf(B, Callee);
  if (V.Kind == ValueKind::Function)
    Ev.Callee = V.Index;
  else
    Ev.Via = V;
}

/// Methods of containers, pointers and iterators that hand out what the
/// object holds.
static bool handsOutContent(const FunctionDecl *F) {
  if (const auto Op = F->getOverloadedOperator(); Op != OO_None)
    return Op == OO_Subscript || Op == OO_Star || Op == OO_Arrow ||
           Op == OO_PlusPlus || Op == OO_MinusMinus || Op == OO_Plus;
  if (!F->getIdentifier())
    return false;
  return llvm::StringSwitch<bool>(F->getName())
      .Cases({"at", "front", "back", "top", "data", "get", "value"}, true)
      .Cases({"begin", "end", "cbegin", "cend", "rbegin", "rend"}, true)
      .Cases({"find", "lower_bound", "upper_bound", "release"}, true)
      .Cases({"lock", "value_or", "operator->"}, true)
      .Default(false);
}

static bool passesOnArgument(const FunctionDecl *F) {
  return F->getIdentifier() && F->isInStdNamespace() &&
         llvm::StringSwitch<bool>(F->getName())
             .Cases({"get", "get_if", "any_cast", "ref", "cref"}, true)
             .Cases({"begin", "end", "next", "prev"}, true)
             .Cases({"static_pointer_cast", "dynamic_pointer_cast",
                     "const_pointer_cast"},
                    true)
             .Default(false);
}

/// An element is its container (see Value.h), also behind library calls.
static void collapseContent(Body &B, const Event &Ev, uint32_t Id,
                            const FunctionDecl *F) {
  if (!F || F->getReturnType()->isVoidType() ||
      !B.U.Src.isSystem(F->getCanonicalDecl()->getLocation()))
    return;
  Value Result = makeValue(ValueKind::Result, Id);
  if (isa<CXXMethodDecl>(F) && handsOutContent(F) && Ev.Receiver.isSlot())
    B.addMove(Result, Ev.Receiver);
  else if (!isa<CXXMethodDecl>(F) && passesOnArgument(F) && !Ev.Args.empty())
    B.addMove(Result, Ev.Args[0].V);
}

static void fillCall(Body &B, uint32_t Id, const CallExpr *Call) {
  Event &Ev = B.Out.Events[Id];
  const FunctionDecl *F = Call->getDirectCallee();
  unsigned FirstArg = 0;
  const Expr *Object = leadingObject(Call);
  if (Object)
    FirstArg = 1;
  bool IsQualified = false;
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(Call)) {
    Object = M->getImplicitObjectArgument();
    if (const auto *E = dyn_cast<MemberExpr>(peel(Call->getCallee())))
      IsQualified = E->hasQualifier();
  }
  if (Object)
    setReceiver(B, Ev, Object);
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(F); M && Object)
    setMethod(B, Ev, M, Object, IsQualified);
  else if (F)
    Ev.Callee = B.U.Entities.of(F);
  else
    setIndirectCallee(B, Ev, Call);
  for (unsigned I = FirstArg; I < Call->getNumArgs(); ++I)
    addArgument(B, Ev, Call->getArg(I));
  Ev.ResultType =
      B.U.Types.of(F ? F->getReturnType() : Call->getCallReturnType(B.U.Ctx));
  collapseContent(B, Ev, Id, F);
}

//===- Constructions and destructions -------------------------------------===//

static void fillConstruct(Body &B, uint32_t Id, const CXXConstructExpr *C) {
  Event &Ev = B.Out.Events[Id];
  Ev.Callee = B.U.Entities.of(C->getConstructor());
  Ev.ReceiverClass = B.U.Entities.of(C->getConstructor()->getParent());
  Ev.ResultType = B.U.Types.of(C->getType().getUnqualifiedType());
  for (const Expr *Arg : C->arguments())
    addArgument(B, Ev, Arg);
}

/// After all values are known: what each construction initialises.
static void fillDestination(Body &B, uint32_t Id, const Expr *E) {
  Event &Ev = B.Out.Events[Id];
  Value Result = makeValue(ValueKind::Result, Id);
  const auto *C = dyn_cast<CXXConstructExpr>(E);
  if (auto It = B.DestinationOf.find(E); It != B.DestinationOf.end()) {
    Ev.Flags |= It->second.Flags;
    if (It->second.To.Kind == ValueKind::Return)
      B.addMove(It->second.To, Result);
    else if (It->second.To.Kind != ValueKind::Unknown)
      Ev.Receiver = It->second.To;
  } else if (C && C->getConstructor()->isCopyOrMoveConstructor() &&
             !Ev.Args.empty()) {
    B.addMove(Result, Ev.Args[0].V);
  }
}

static void setDestructor(Body &B, Event &Ev, QualType T, bool MayBeDerived) {
  T = B.U.Ctx.getBaseElementType(T.getNonReferenceType());
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  const CXXDestructorDecl *D = R ? R->getDestructor() : nullptr;
  if (!D)
    return;
  Ev.Callee = B.U.Entities.of(D);
  Ev.ReceiverClass = B.U.Entities.of(R);
  if (MayBeDerived && D->isVirtual() && !isFinal(D))
    Ev.Flags |= EVF_Virtual;
}

static void fillDestroy(Body &B, Event &Ev, const Origin &From) {
  if (From.Variable) {
    setDestructor(B, Ev, From.Variable->getType(), false);
    Ev.Receiver = B.slotOf(From.Variable);
  } else if (From.Temporary) {
    setDestructor(B, Ev, From.Temporary->getType(), false);
    Ev.Receiver = valueOf(B, From.Temporary);
    auto It = B.DestinationOf.find(peel(From.Temporary));
    if (It != B.DestinationOf.end())
      Ev.Receiver = It->second.To;
  } else if (From.Field) {
    setDestructor(B, Ev, From.Field->getType(), false);
    Ev.Receiver = makeValue(ValueKind::Field, B.U.Entities.of(From.Field));
  } else if (From.Base) {
    setDestructor(B, Ev, B.U.Ctx.getCanonicalTagType(From.Base), false);
    Ev.Receiver = makeValue(ValueKind::This);
  }
}

static void fillSuspend(Body &B, Event &Ev, const CoroutineSuspendExpr *E) {
  addArgument(B, Ev, suspendedOperand(E));
  Ev.ResultType = B.U.Types.of(E->getType());
  if (Ev.Kind != EventKind::Await)
    return;
  if (const RecordDecl *R = classBehind(suspendedOperand(E)->getType()))
    B.U.Entities.addFlags(B.U.Entities.of(R), EF_Awaitable);
}

//===- All ----------------------------------------------------------------===//

static void fillExpr(Body &B, uint32_t Id, const Expr *E) {
  Event &Ev = B.Out.Events[Id];
  if (B.Discarded.contains(E) && !Ev.has(EVF_Destroy))
    Ev.Flags |= EVF_Discarded;
  if (B.Awaited.contains(E))
    Ev.Flags |= EVF_Awaited;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return fillCall(B, Id, Call);
  if (const auto *C = dyn_cast<CXXConstructExpr>(E))
    return fillConstruct(B, Id, C);
  if (const auto *S = dyn_cast<CoroutineSuspendExpr>(E))
    return fillSuspend(B, Ev, S);
  if (const auto *D = dyn_cast<CXXDeleteExpr>(E)) {
    setDestructor(B, Ev, D->getDestroyedType(), !D->isArrayForm());
    Ev.Receiver = valueOf(B, D->getArgument());
  } else if (const auto *I = dyn_cast<CXXInheritedCtorInitExpr>(E)) {
    Ev.Callee = B.U.Entities.of(I->getConstructor());
    Ev.ReceiverClass = B.U.Entities.of(I->getConstructor()->getParent());
    Ev.Receiver = makeValue(ValueKind::This);
    Ev.ResultType = B.U.Types.of(I->getType());
  }
}

void fillEvents(Body &B) {
  for (uint32_t Id = 0; Id != B.Out.Events.size(); ++Id) {
    const Origin &From = B.Origins[Id];
    if (From.E)
      fillExpr(B, Id, From.E);
    else
      fillDestroy(B, B.Out.Events[Id], From);
  }
  for (uint32_t Id = 0; Id != B.Out.Events.size(); ++Id)
    if (B.Out.Events[Id].has(EVF_Construct) && B.Origins[Id].E)
      fillDestination(B, Id, B.Origins[Id].E);
}

} // namespace waitwise
