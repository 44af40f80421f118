//===- extract/Record.cpp - pass one: statements get event numbers --------===//
#include "extract/Events.h"

#include "extract/Coroutines.h"
#include "extract/Directives.h"
#include "extract/Values.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace waitwise {

//===- In order of evaluation ---------------------------------------------===//

static void pushChildren(const Stmt *S,
                         llvm::SmallVectorImpl<const Stmt *> &Out) {
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr,
          OpaqueValueExpr>(S))
    return;
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      Out.push_back(Init);
    return;
  }
  if (const auto *G = dyn_cast<GenericSelectionExpr>(S)) {
    if (!G->isResultDependent())
      Out.push_back(G->getResultExpr());
    return;
  }
  if (const auto *Block = dyn_cast<CapturedStmt>(S))
    return Out.push_back(Block->getCapturedStmt());
  if (const auto *D = dyn_cast<OMPExecutableDirective>(S); D && isOutlined(D))
    return;
  for (const Stmt *Child : S->children())
    Out.push_back(Child);
}

void visitEvaluated(const Stmt *Root,
                    llvm::function_ref<void(const Stmt *)> Visit) {
  struct Item {
    const Stmt *S;
    bool IsDone;
  };
  llvm::SmallVector<Item, 32> Work{{Root, false}};
  llvm::SmallVector<const Stmt *, 8> Children;
  while (!Work.empty()) {
    Item Top = Work.pop_back_val();
    if (!Top.S)
      continue;
    if (Top.IsDone) {
      Visit(Top.S);
      continue;
    }
    Work.push_back({Top.S, true});
    Children.clear();
    pushChildren(Top.S, Children);
    for (const Stmt *Child : llvm::reverse(Children))
      Work.push_back({Child, false});
  }
}

void recordTree(Body &B, const Stmt *Root, bool InDefault) {
  visitEvaluated(Root, [&](const Stmt *S) { record(B, S, InDefault); });
}

//===- Events -------------------------------------------------------------===//

uint32_t addEvent(Body &B, EventKind Kind, const Expr *E, uint32_t Flags) {
  uint32_t Id = B.Out.Events.size();
  Event Ev;
  Ev.Kind = Kind;
  Ev.Flags = Flags;
  if (E) {
    SourceLocation Loc = E->getExprLoc();
    Ev.Loc = B.U.Src.locate(Loc);
    Ev.Macro = B.U.Src.macro(Loc);
    B.EventOf.try_emplace(E, Id);
  }
  B.Out.Events.push_back(std::move(Ev));
  B.Origins.emplace_back();
  B.Origins.back().E = E;
  return Id;
}

/// Calls that compute nothing that matters here: compiler builtins (but not
/// the library functions that clang knows as builtins), consteval functions.
static bool isSilentCall(const CallExpr *Call) {
  if (isTransparentCall(Call) ||
      isa<CXXPseudoDestructorExpr>(Call->getCallee()->IgnoreParens()))
    return true;
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F)
    return false;
  return F->isConsteval() ||
         (F->getIdentifier() && F->getName().starts_with("__builtin_"));
}

/// Copying assignments that the compiler writes are moves, not calls.
static bool isPlainAssignment(const CXXOperatorCallExpr *Call) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  return M && Call->getOperator() == OO_Equal && Call->getNumArgs() == 2 &&
         (M->isImplicit() || M->isDefaulted() || M->isTrivial());
}

static void recordCall(Body &B, const CallExpr *Call, uint32_t Flags) {
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Call))
    if (isPlainAssignment(Op)) {
      B.Transfers.push_back({Value(), Op->getArg(0), Op->getArg(1)});
      return;
    }
  if (isSilentCall(Call))
    return;
  if (isa_and_nonnull<CXXDestructorDecl>(Call->getDirectCallee()))
    Flags |= EVF_Destroy;
  addEvent(B, EventKind::Call, Call, Flags);
}

static const CXXDestructorDecl *destructorOf(QualType T, ASTContext &Ctx) {
  if (T.isNull())
    return nullptr;
  T = Ctx.getBaseElementType(T.getNonReferenceType());
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return nullptr;
  return R->getDestructor();
}

static void recordLambda(Body &B, const LambdaExpr *E) {
  const CXXRecordDecl *Closure = E->getLambdaClass();
  auto Field = Closure->field_begin();
  for (const Expr *Init : E->capture_inits()) {
    if (Field == Closure->field_end())
      return;
    const FieldDecl *Slot = *Field++;
    if (Init && !isa<CXXThisExpr>(peel(Init)))
      B.Transfers.push_back({makeValue(ValueKind::Field, B.U.Entities.of(Slot)),
                             nullptr, Init, EVF_Base});
  }
}

static void recordAssignment(Body &B, const BinaryOperator *E) {
  if (E->getOpcode() == BO_Assign)
    B.Transfers.push_back({Value(), E->getLHS(), E->getRHS()});
  else if (E->getOpcode() == BO_OrAssign)
    B.Transfers.push_back(
        {Value(), E->getLHS(), E->getRHS(), 0, /*AddsBits=*/true});
}

static void markImplicit(Body &B, const ImplicitCastExpr *Cast) {
  if (Cast->getCastKind() != CK_ConstructorConversion &&
      Cast->getCastKind() != CK_UserDefinedConversion)
    return;
  if (auto It = B.EventOf.find(peel(Cast)); It != B.EventOf.end())
    B.Out.Events[It->second].Flags |= EVF_Implicit;
}

static void recordAtomic(Body &B, const AtomicExpr *E) {
  if (!E->isCmpXChg() && E->getNumSubExprs() >= 3 && !E->isOpenCL())
    B.Transfers.push_back({Value(), E->getPtr(), E->getVal1()});
}

/// What stands in a default argument happens at the call.
static void recordDefault(Body &B, const CXXDefaultArgExpr *E) {
  size_t First = B.Out.Events.size();
  recordTree(B, E->getExpr(), /*InDefault=*/true);
  Location Loc = B.U.Src.locate(E->getUsedLocation());
  for (size_t I = First; I != B.Out.Events.size(); ++I)
    B.Out.Events[I].Loc = Loc;
}

static void recordExpr(Body &B, const Expr *E, bool InDefault) {
  uint32_t Flags = InDefault ? EVF_Implicit : 0;
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E))
    return markImplicit(B, Cast);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return recordCall(B, Call, Flags);
  if (const auto *C = dyn_cast<CXXConstructExpr>(E)) {
    if (peel(C) == C)
      addEvent(B, EventKind::Call, C, Flags | EVF_Construct);
    return;
  }
  if (const auto *I = dyn_cast<CXXInheritedCtorInitExpr>(E)) {
    addEvent(B, EventKind::Call, I, Flags | EVF_Construct | EVF_Base);
    return;
  }
  if (const auto *New = dyn_cast<CXXNewExpr>(E)) {
    const CXXConstructExpr *C = New->getConstructExpr();
    if (auto It = B.EventOf.find(C); C && It != B.EventOf.end())
      B.Out.Events[It->second].Flags |= EVF_New;
    return;
  }
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(E)) {
    if (destructorOf(Delete->getDestroyedType(), B.U.Ctx))
      addEvent(B, EventKind::Call, Delete, Flags | EVF_Destroy);
    return;
  }
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
    return recordLambda(B, Lambda);
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return recordAssignment(B, Op);
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return recordDefault(B, Default);
  // A control-flow graph spells these out itself.
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E);
      Default && B.IsFlat)
    return recordTree(B, Default->getExpr(), /*InDefault=*/true);
  if (const auto *Atomic = dyn_cast<AtomicExpr>(E))
    return recordAtomic(B, Atomic);
}

//===- Statements ---------------------------------------------------------===//

static void recordDeclarations(Body &B, const DeclStmt *S) {
  for (const Decl *D : S->decls()) {
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || Var->hasExternalStorage())
      continue;
    Value Slot = B.slotOf(Var);
    if (Var->getInit())
      B.Transfers.push_back({Slot, nullptr, Var->getInit()});
  }
}

void record(Body &B, const Stmt *S, bool InDefault) {
  if (isa<IntegerLiteral>(S))
    return recordBegin(B, S);
  if (const auto *E = dyn_cast<Expr>(S)) {
    if (!InDefault && B.EventOf.count(E))
      return;
    if (!recordSuspension(B, E))
      recordExpr(B, E, InDefault);
    return;
  }
  if (const auto *D = dyn_cast<DeclStmt>(S))
    return recordDeclarations(B, D);
  if (const auto *D = dyn_cast<OMPExecutableDirective>(S))
    return recordDirective(B, D);
  Value Return = makeValue(ValueKind::Return);
  if (const auto *R = dyn_cast<ReturnStmt>(S)) {
    if (R->getRetValue())
      B.Transfers.push_back({Return, nullptr, R->getRetValue()});
  } else if (const auto *R = dyn_cast<CoreturnStmt>(S)) {
    if (R->getOperand())
      B.Transfers.push_back({Return, nullptr, R->getOperand()});
  } else if (const auto *C = dyn_cast<CXXCatchStmt>(S)) {
    if (C->getExceptionDecl())
      B.slotOf(C->getExceptionDecl());
  }
}

//===- Elements of the control-flow graph ---------------------------------===//

static void recordInitializer(Body &B, const CXXCtorInitializer *Init) {
  Value To = makeValue(ValueKind::This);
  uint32_t Flags = Init->isDelegatingInitializer() ? 0 : EVF_Base;
  if (Init->isAnyMemberInitializer())
    To = makeValue(ValueKind::Field, B.U.Entities.of(Init->getAnyMember()));
  B.Transfers.push_back({To, nullptr, Init->getInit(), Flags});
}

static uint32_t addDestroy(Body &B, SourceLocation Loc, uint32_t Flags) {
  uint32_t Id =
      addEvent(B, EventKind::Call, nullptr, EVF_Destroy | EVF_Implicit | Flags);
  B.Out.Events[Id].Loc = B.U.Src.locate(Loc);
  return Id;
}

/// True for what a co_await makes for itself, except its result.
static bool isBehindScenes(Body &B, const Expr *Made) {
  if (B.ResumeOf.count(Made) || B.EventOf.count(Made))
    return false;
  return B.Machinery.contains(Made) || B.Protocol.contains(Made);
}

void recordDestroy(Body &B, const VarDecl *Var, SourceLocation Loc) {
  if (!destructorOf(Var->getType(), B.U.Ctx))
    return;
  uint32_t Id = addDestroy(B, Loc, 0);
  B.Origins[Id].Variable = Var;
}

static void recordDestructor(Body &B, const CFGElement &Element) {
  ASTContext &Ctx = B.U.Ctx;
  if (auto Dtor = Element.getAs<CFGAutomaticObjDtor>()) {
    const VarDecl *Var = Dtor->getVarDecl();
    const Stmt *Trigger = Dtor->getTriggerStmt();
    bool AtEnd = Trigger && !isa<ReturnStmt, CoreturnStmt>(Trigger);
    recordDestroy(B, Var,
                  !Trigger ? Var->getLocation()
                  : AtEnd  ? Trigger->getEndLoc()
                           : Trigger->getBeginLoc());
  } else if (auto Dtor = Element.getAs<CFGTemporaryDtor>()) {
    const CXXBindTemporaryExpr *Bind = Dtor->getBindTemporaryExpr();
    const Expr *Made = peel(Bind);
    // A co_await wraps its operand once more for its own use.
    if (!destructorOf(Bind->getType(), Ctx) ||
        B.TemporaryOf.try_emplace(Made, Bind).first->second != Bind ||
        isBehindScenes(B, Made))
      return;
    uint32_t Id = addDestroy(B, Bind->getEndLoc(), 0);
    // A default argument's temporary dies where its call stands.
    if (auto It = B.EventOf.find(Made); It != B.EventOf.end())
      if (B.Out.Events[It->second].has(EVF_Implicit))
        B.Out.Events[Id].Loc = B.Out.Events[It->second].Loc;
    B.Origins[Id].Temporary = Bind;
  } else if (auto Dtor = Element.getAs<CFGMemberDtor>()) {
    if (!destructorOf(Dtor->getFieldDecl()->getType(), Ctx))
      return;
    uint32_t Id = addDestroy(B, B.FD->getLocation(), EVF_Base);
    B.Origins[Id].Field = Dtor->getFieldDecl();
  } else if (auto Dtor = Element.getAs<CFGBaseDtor>()) {
    QualType T = Dtor->getBaseSpecifier()->getType();
    if (!destructorOf(T, Ctx))
      return;
    uint32_t Id = addDestroy(B, B.FD->getLocation(), EVF_Base);
    B.Origins[Id].Base = T->getAsCXXRecordDecl();
  }
}

void recordElement(Body &B, const CFGElement &Element) {
  if (auto S = Element.getAs<CFGStmt>())
    return record(B, S->getStmt());
  if (auto Init = Element.getAs<CFGInitializer>())
    return recordInitializer(B, Init->getInitializer());
  recordDestructor(B, Element);
}

} // namespace waitwise
