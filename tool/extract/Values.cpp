//===- extract/Values.cpp - expressions to abstract values ----------------===//
//
// One switch over the forms of expressions. Joins (?:, initialiser lists) get
// a local of their own with one move per arm; arms nest at most
// limits::ExpressionDepth deep.
//
//===----------------------------------------------------------------------===//
#include "extract/Values.h"

#include "support/Limits.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace waitwise {

//===- Looking through ----------------------------------------------------===//

/// The conversion of a closure to a function pointer.
static bool isClosureConversion(const CallExpr *Call) {
  const auto *M = dyn_cast<CXXMemberCallExpr>(Call);
  return M && isa_and_nonnull<CXXConversionDecl>(M->getMethodDecl()) &&
         M->getMethodDecl()->getParent()->isLambda();
}

bool isTransparentCall(const CallExpr *Call) {
  if (isClosureConversion(Call))
    return true;
  switch (Call->getBuiltinCallee()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
    return Call->getNumArgs() > 0;
  default:
    return false;
  }
}

/// A copy that the language elides or that copies bytes, or a list that is its
/// only element.
static const Expr *peelConstruction(const Expr *E) {
  if (const auto *C = dyn_cast<CXXConstructExpr>(E)) {
    const CXXConstructorDecl *D = C->getConstructor();
    bool IsBytes = D->isCopyOrMoveConstructor() && D->isTrivial();
    return (C->isElidable() || IsBytes) && C->getNumArgs() == 1 ? C->getArg(0)
                                                                : nullptr;
  }
  if (const auto *L = dyn_cast<InitListExpr>(E)) {
    bool IsScalar = !L->getType()->isRecordType() &&
                    !L->getType()->isArrayType() &&
                    !L->getType()->isDependentType();
    if (L->getNumInits() == 1 && (IsScalar || L->isTransparent()))
      return L->getInit(0);
  }
  return nullptr;
}

/// One layer off, or null where there is none.
static const Expr *peelOne(const Expr *E) {
  if (const auto *P = dyn_cast<ParenExpr>(E))
    return P->getSubExpr();
  if (const auto *C = dyn_cast<CastExpr>(E))
    return C->getSubExpr();
  if (const auto *F = dyn_cast<FullExpr>(E))
    return F->getSubExpr();
  if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
    return M->getSubExpr();
  if (const auto *T = dyn_cast<CXXBindTemporaryExpr>(E))
    return T->getSubExpr();
  if (const auto *D = dyn_cast<CXXDefaultArgExpr>(E))
    return D->getExpr();
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E))
    return D->getExpr();
  if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return S->getReplacement();
  if (const auto *O = dyn_cast<OpaqueValueExpr>(E))
    return O->getSourceExpr();
  if (const auto *R = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return R->getSemanticForm();
  if (const auto *L = dyn_cast<CXXStdInitializerListExpr>(E))
    return L->getSubExpr();
  if (const auto *G = dyn_cast<GenericSelectionExpr>(E))
    return G->isResultDependent() ? nullptr : G->getResultExpr();
  if (const auto *C = dyn_cast<ChooseExpr>(E))
    return C->isConditionDependent() ? nullptr : C->getChosenSubExpr();
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (isClosureConversion(Call))
      return cast<CXXMemberCallExpr>(Call)->getImplicitObjectArgument();
    return isTransparentCall(Call) ? Call->getArg(0) : nullptr;
  }
  return peelConstruction(E);
}

const Expr *peel(const Expr *E) {
  while (const Expr *Inner = peelOne(E))
    E = Inner;
  return E;
}

/// The operand of an implicit conversion by constructor or operator.
static const Expr *convertedOperand(const ImplicitCastExpr *Cast) {
  const Expr *Sub = Cast->getSubExpr();
  while (isa<CXXBindTemporaryExpr, FullExpr, MaterializeTemporaryExpr>(Sub))
    Sub = peelOne(Sub);
  if (Cast->getCastKind() == CK_ConstructorConversion)
    if (const auto *C = dyn_cast<CXXConstructExpr>(Sub); C && C->getNumArgs())
      return C->getArg(0);
  if (Cast->getCastKind() == CK_UserDefinedConversion)
    if (const auto *M = dyn_cast<CXXMemberCallExpr>(Sub))
      return M->getImplicitObjectArgument();
  return Sub;
}

bool isConversion(const CXXConstructExpr *C) {
  if (isa<CXXTemporaryObjectExpr>(C) || C->isListInitialization() ||
      C->getParenOrBraceRange().isValid() || C->getNumArgs() == 0)
    return false;
  for (unsigned I = 1; I != C->getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(C->getArg(I)))
      return false;
  return true;
}

const Expr *asWritten(const Expr *E) {
  while (true) {
    const auto *C = dyn_cast<CXXConstructExpr>(E);
    if (isa<ParenExpr, FullExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
            CXXDefaultArgExpr, CXXDefaultInitExpr,
            SubstNonTypeTemplateParmExpr>(E))
      E = peelOne(E);
    else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E))
      E = convertedOperand(Cast);
    else if (C && isConversion(C))
      E = C->getArg(0);
    else
      return E;
  }
}

//===- Slots --------------------------------------------------------------===//

static Value functionValue(Body &B, const FunctionDecl *F) {
  return makeValue(ValueKind::Function, B.U.Entities.of(F));
}

static Value declarationValue(Body &B, const ValueDecl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return functionValue(B, F);
  if (const auto *F = dyn_cast<FieldDecl>(D))
    return makeValue(ValueKind::Field, B.U.Entities.of(F));
  if (const auto *I = dyn_cast<IndirectFieldDecl>(D))
    return makeValue(ValueKind::Field, B.U.Entities.of(I->getAnonField()));
  if (const auto *Binding = dyn_cast<BindingDecl>(D)) {
    if (Value Captured = B.captureOf(D); Captured.isSlot())
      return Captured;
    if (const VarDecl *Holder = Binding->getHoldingVar())
      return B.slotOf(Holder);
    return Binding->getBinding() ? valueOf(B, Binding->getBinding()) : Value();
  }
  if (isa<VarDecl>(D))
    return B.slotOf(D);
  return Value();
}

/// A member of a class of the standard library (pair::second) says nothing:
/// all maps of the program share it. The object does.
static Value memberValue(Body &B, const MemberExpr *E) {
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  const auto *Class =
      Field ? dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  if (Class && Class->isInStdNamespace())
    return valueOf(B, E->getBase());
  return declarationValue(B, E->getMemberDecl());
}

static Value lambdaValue(Body &B, const LambdaExpr *E) {
  const CXXRecordDecl *Closure = E->getLambdaClass();
  FunctionTemplateDecl *Generic = Closure->getDependentLambdaCallOperator();
  if (!Generic)
    return functionValue(B, E->getCallOperator());
  llvm::SmallVector<const FunctionDecl *, 4> Instances;
  for (const FunctionDecl *F : Generic->specializations())
    Instances.push_back(F);
  if (Instances.empty())
    return functionValue(B, Generic->getTemplatedDecl());
  if (Instances.size() == 1)
    return functionValue(B, Instances[0]);
  auto [It, IsNew] = B.JoinOf.try_emplace(E);
  if (!IsNew)
    return It->second;
  Value Join = B.freshLocal(E->getType());
  B.JoinOf[E] = Join;
  for (const FunctionDecl *F : Instances)
    B.addMove(Join, functionValue(B, F));
  return Join;
}

//===- Joins --------------------------------------------------------------===//

/// A local that \p From is transferred to, made once per expression.
static Value joinValue(Body &B, const Expr *E) {
  if (auto It = B.JoinOf.find(E); It != B.JoinOf.end())
    return It->second;
  // Where the source has errors a list of initialisers may have no type.
  if (E->getType().isNull() || E->getType()->isVoidType())
    return Value();
  Value Join = B.freshLocal(E->getType());
  B.JoinOf[E] = Join;
  transfer(B, {Join}, E);
  return Join;
}

static const Expr *lastOf(const StmtExpr *E) {
  const CompoundStmt *Block = E->getSubStmt();
  if (Block->body_empty())
    return nullptr;
  const Stmt *Last = Block->body_back();
  if (const auto *V = dyn_cast<ValueStmt>(Last))
    return V->getExprStmt();
  return nullptr;
}

static Value unaryValue(Body &B, const UnaryOperator *E) {
  switch (E->getOpcode()) {
  case UO_AddrOf:
  case UO_Deref:
  case UO_Extension:
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return valueOf(B, E->getSubExpr());
  default:
    return Value();
  }
}

/// A local that is calculated from the slots among the operands, made once per
/// expression; Unknown if there are none.
static Value computedValue(Body &B, const BinaryOperator *E) {
  if (auto It = B.JoinOf.find(E); It != B.JoinOf.end())
    return It->second;
  Value Result;
  bool IsMultiple = E->getOpcode() == BO_Mul || E->getOpcode() == BO_Shl;
  for (const Expr *Operand : {E->getLHS(), E->getRHS()}) {
    Value V = valueOf(B, Operand);
    if (V.isSlot() && !Result.isSlot())
      Result = B.freshLocal(E->getType());
    B.addComputed(Result, V, IsMultiple);
  }
  return B.JoinOf[E] = Result;
}

static Value binaryValue(Body &B, const BinaryOperator *E) {
  if (E->isAssignmentOp())
    return valueOf(B, E->getLHS());
  if (E->getOpcode() == BO_Comma)
    return valueOf(B, E->getRHS());
  if (E->isPtrMemOp())
    return valueOf(B, E->getRHS());
  if (E->isAdditiveOp() && E->getType()->isPointerType()) {
    bool Left = E->getLHS()->getType()->isPointerType();
    return valueOf(B, Left ? E->getLHS() : E->getRHS());
  }
  bool IsNumber = E->isAdditiveOp() || E->isMultiplicativeOp() ||
                  E->isShiftOp();
  return IsNumber && E->getType()->isArithmeticType() ? computedValue(B, E)
                                                      : Value();
}

static Value newValue(Body &B, const CXXNewExpr *E) {
  if (const CXXConstructExpr *C = E->getConstructExpr())
    return valueOf(B, C);
  return E->getInitializer() ? joinValue(B, E->getInitializer()) : Value();
}

/// What an event of another form makes: calls, constructions, suspensions.
static Value resultValue(Body &B, const Expr *E) {
  if (auto It = B.EventOf.find(E); It != B.EventOf.end())
    return makeValue(ValueKind::Result, It->second);
  if (auto It = B.ResumeOf.find(E); It != B.ResumeOf.end())
    if (auto Suspended = B.EventOf.find(It->second);
        Suspended != B.EventOf.end())
      return makeValue(ValueKind::Result, Suspended->second);
  return Value();
}

static Value formValue(Body &B, const Expr *E) {
  if (std::optional<Value> Ceiling = ceilingOf(B.U, E))
    return *Ceiling;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return declarationValue(B, Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return memberValue(B, Member);
  if (isa<CXXThisExpr>(E))
    return makeValue(ValueKind::This);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
    return lambdaValue(B, Lambda);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return unaryValue(B, Unary);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return binaryValue(B, Binary);
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return valueOf(B, Subscript->getBase());
  if (isa<AbstractConditionalOperator, InitListExpr, CXXParenListInitExpr>(E))
    return joinValue(B, E);
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    return valueOf(B, Literal->getInitializer());
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    return newValue(B, New);
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(E))
    return resultValue(B, peel(Suspend->getResumeExpr()));
  if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    const Expr *Last = lastOf(Block);
    return Last ? valueOf(B, Last) : Value();
  }
  if (const auto *Atomic = dyn_cast<AtomicExpr>(E))
    return valueOf(B, Atomic->getPtr());
  return resultValue(B, E);
}

Value valueOf(Body &B, const Expr *E) {
  if (!E || B.Depth >= limits::ExpressionDepth)
    return Value();
  if (std::optional<Value> Constant = constantOf(B.U, E))
    return *Constant;
  ++B.Depth;
  Value V = formValue(B, peel(E));
  --B.Depth;
  return V;
}

} // namespace waitwise
