//===- extract/Constants.cpp - expressions that clang can evaluate --------===//
//
// Integers, enumerators, flags of which only some are known, null pointers,
// string literals and std::chrono durations; and the constant that a computed
// integer surely does not pass, which is taken for its value. Clang's evaluator
// is asked only where the form of the expression leaves a chance: it is not
// cheap.
//
//===----------------------------------------------------------------------===//
#include "extract/Values.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace waitwise {

/// False for what surely is not constant.
static bool mayBeConstant(const Expr *E) {
  E = peel(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return !Var || Var->isConstexpr() || Var->getType().isConstQualified() ||
           Var->getType()->isReferenceType();
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *F = Call->getDirectCallee();
    return F && (F->isConstexpr() || F->getBuiltinID());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<VarDecl, EnumConstantDecl>(Member->getMemberDecl());
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return !Op->isAssignmentOp();
  return !isa<CXXThisExpr, LambdaExpr, CXXNewExpr, CoawaitExpr, InitListExpr,
              CoyieldExpr, StmtExpr, CXXDeleteExpr, CXXThrowExpr>(E);
}

static int64_t toInt64(const llvm::APSInt &I) {
  return I.isSigned()
             ? I.trySExtValue().value_or(I.isNegative() ? INT64_MIN : INT64_MAX)
             : int64_t(I.tryZExtValue().value_or(~uint64_t(0)));
}

static std::optional<int64_t> evaluateInt(ASTContext &Ctx, const Expr *E) {
  Expr::EvalResult Result;
  if (!mayBeConstant(E) || !E->EvaluateAsInt(Result, Ctx) ||
      !Result.Val.isInt())
    return std::nullopt;
  return toInt64(Result.Val.getInt());
}

//===- Durations ----------------------------------------------------------===//

/// Numerator and denominator of the second argument of chrono::duration.
static bool periodOf(const ClassTemplateSpecializationDecl *Duration,
                     int64_t &Num, int64_t &Den) {
  const TemplateArgumentList &Args = Duration->getTemplateArgs();
  if (Args.size() != 2 || Args[1].getKind() != TemplateArgument::Type)
    return false;
  const auto *Ratio = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Args[1].getAsType()->getAsRecordDecl());
  if (!Ratio || Ratio->getTemplateArgs().size() != 2 ||
      Ratio->getTemplateArgs()[0].getKind() != TemplateArgument::Integral ||
      Ratio->getTemplateArgs()[1].getKind() != TemplateArgument::Integral)
    return false;
  Num = toInt64(Ratio->getTemplateArgs()[0].getAsIntegral());
  Den = toInt64(Ratio->getTemplateArgs()[1].getAsIntegral());
  return Den != 0;
}

static std::optional<Value> evaluateDuration(ASTContext &Ctx, const Expr *E) {
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      E->getType()->getAsRecordDecl());
  if (!R || !R->getIdentifier() || R->getName() != "duration")
    return std::nullopt;
  const auto *Chrono = dyn_cast<NamespaceDecl>(R->getDeclContext());
  int64_t Num = 0, Den = 1;
  if (!Chrono || Chrono->getName() != "chrono" || !periodOf(R, Num, Den))
    return std::nullopt;
  Expr::EvalResult Result;
  if (!mayBeConstant(E) || !E->EvaluateAsRValue(Result, Ctx) ||
      Result.HasSideEffects || !Result.Val.isStruct() ||
      Result.Val.getStructNumFields() != 1)
    return std::nullopt;
  const APValue &Count = Result.Val.getStructField(0);
  long double Ticks = 0;
  if (Count.isInt())
    Ticks = toInt64(Count.getInt());
  else if (Count.isFloat())
    Ticks = Count.getFloat().convertToDouble();
  else
    return std::nullopt;
  long double Ns = Ticks * Num * 1e9L / Den;
  if (Ns > 9e18L || Ns < -9e18L)
    Ns = Ns > 0 ? 9e18L : -9e18L;
  return makeValue(ValueKind::Duration, 0, int64_t(Ns));
}

//===- Flags, pointers, strings -------------------------------------------===//

/// The bits that an | of constants and unknowns surely sets.
static std::optional<Value> knownBits(ASTContext &Ctx, const Expr *E) {
  llvm::SmallVector<const Expr *, 8> Work{E};
  int64_t Bits = 0;
  while (!Work.empty()) {
    const Expr *Part = peel(Work.pop_back_val());
    if (const auto *Op = dyn_cast<BinaryOperator>(Part);
        Op && Op->getOpcode() == BO_Or) {
      Work.push_back(Op->getLHS());
      Work.push_back(Op->getRHS());
    } else if (auto I = evaluateInt(Ctx, Part)) {
      Bits |= *I;
    }
  }
  if (!Bits)
    return std::nullopt;
  return makeValue(ValueKind::Bits, 0, Bits);
}

static bool isNull(ASTContext &Ctx, const Expr *E) {
  const Expr *Inner = E->IgnoreParenImpCasts();
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(Inner))
    return true;
  if (!E->getType()->isPointerType() && !E->getType()->isMemberPointerType())
    return false;
  Inner = E->IgnoreParenCasts();
  if (!isa<IntegerLiteral, CXXNullPtrLiteralExpr, GNUNullExpr>(Inner))
    return false;
  return E->isNullPointerConstant(Ctx, Expr::NPC_ValueDependentIsNotNull) !=
             Expr::NPCK_NotNull ||
         Inner->EvaluateKnownConstInt(Ctx) == 0;
}

std::optional<Value> constantOf(Unit &U, const Expr *E) {
  if (!E || E->getType().isNull() || E->isValueDependent() ||
      E->isTypeDependent() || E->containsErrors())
    return std::nullopt;
  const Expr *Inner = peel(E);
  if (const auto *S = dyn_cast<clang::StringLiteral>(Inner))
    return makeValue(
        ValueKind::String,
        U.Strings.add(S->getCharByteWidth() == 1 ? S->getString() : ""));
  QualType T = E->getType();
  if (T->isIntegralOrEnumerationType()) {
    if (auto I = evaluateInt(U.Ctx, E))
      return makeValue(ValueKind::Int, 0, *I);
    const auto *Op = dyn_cast<BinaryOperator>(Inner);
    if (Op && Op->getOpcode() == BO_Or)
      return knownBits(U.Ctx, Inner);
    return std::nullopt;
  }
  if (T->isRecordType())
    return evaluateDuration(U.Ctx, E);
  if (isNull(U.Ctx, E))
    return makeValue(ValueKind::Null);
  return std::nullopt;
}

//===- Ceilings -----------------------------------------------------------===//

static bool sameExpression(ASTContext &Ctx, const Expr *A, const Expr *B) {
  llvm::FoldingSetNodeID IdA, IdB;
  peel(A)->Profile(IdA, Ctx, /*Canonical=*/true);
  peel(B)->Profile(IdB, Ctx, /*Canonical=*/true);
  return IdA == IdB;
}

/// `x < C ? x : C` and its mirror images: C.
static std::optional<int64_t> ceilingOf(ASTContext &Ctx,
                                        const ConditionalOperator *E) {
  const auto *Test = dyn_cast<BinaryOperator>(peel(E->getCond()));
  if (!Test || !Test->isRelationalOp())
    return std::nullopt;
  const Expr *Small = Test->getLHS(), *Large = Test->getRHS();
  if (Test->getOpcode() == BO_GT || Test->getOpcode() == BO_GE)
    std::swap(Small, Large);
  std::optional<int64_t> C = evaluateInt(Ctx, Large);
  // Of the two, the smaller one is chosen.
  bool Least = sameExpression(Ctx, Small, E->getTrueExpr()) &&
               evaluateInt(Ctx, E->getFalseExpr()) == C;
  if (C && Least)
    return C;
  C = evaluateInt(Ctx, Small);
  Least = sameExpression(Ctx, Large, E->getFalseExpr()) &&
          evaluateInt(Ctx, E->getTrueExpr()) == C;
  return C && Least ? C : std::nullopt;
}

/// `std::min(x, C)`: C.
static std::optional<int64_t> ceilingOf(ASTContext &Ctx, const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  if (!F || !F->isInStdNamespace() || !F->getIdentifier() ||
      F->getName() != "min" || E->getNumArgs() < 2)
    return std::nullopt;
  if (auto C = evaluateInt(Ctx, E->getArg(0)))
    return C;
  return evaluateInt(Ctx, E->getArg(1));
}

std::optional<Value> ceilingOf(Unit &U, const Expr *E) {
  // Where the source has errors an expression may have no type.
  if (!isa<ConditionalOperator, CallExpr>(E) || E->getType().isNull() ||
      !E->getType()->isIntegerType() || E->isValueDependent() ||
      E->containsErrors())
    return std::nullopt;
  std::optional<int64_t> C;
  if (const auto *Cond = dyn_cast<ConditionalOperator>(E))
    C = ceilingOf(U.Ctx, Cond);
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    C = ceilingOf(U.Ctx, Call);
  // Zero and below often mean something else: no time, no limit.
  if (!C || *C <= 0)
    return std::nullopt;
  return makeValue(ValueKind::Int, 0, *C);
}

} // namespace waitwise
