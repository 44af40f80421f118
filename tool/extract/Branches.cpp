//===- extract/Branches.cpp - what two-way branches test ------------------===//
//
// `!`, comparisons with a constant, flag tests and plain truth tests, of a
// call's result or a slot. Whatever else decides is left open.
//
//===----------------------------------------------------------------------===//
#include "extract/Skeleton.h"

#include "extract/Values.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

/// The operand that is tested last at the end of this block.
static const Expr *decidingOperand(const CFGBlock &Block) {
  const auto *E = dyn_cast_or_null<Expr>(
      Block.getTerminatorCondition(/*StripParens=*/true));
  while (E) {
    const auto *Op = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
    if (!Op || !Op->isLogicalOp())
      break;
    E = Op->getRHS();
  }
  return E;
}

static CompareOp negate(CompareOp Op) {
  switch (Op) {
  case CompareOp::EQ:
    return CompareOp::NE;
  case CompareOp::NE:
    return CompareOp::EQ;
  case CompareOp::LT:
    return CompareOp::GE;
  case CompareOp::LE:
    return CompareOp::GT;
  case CompareOp::GT:
    return CompareOp::LE;
  case CompareOp::GE:
    return CompareOp::LT;
  default:
    return Op;
  }
}

/// The same with sides exchanged.
static CompareOp mirror(CompareOp Op) {
  switch (Op) {
  case CompareOp::LT:
    return CompareOp::GT;
  case CompareOp::LE:
    return CompareOp::GE;
  case CompareOp::GT:
    return CompareOp::LT;
  case CompareOp::GE:
    return CompareOp::LE;
  default:
    return Op;
  }
}

static CompareOp compareOp(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_EQ:
    return CompareOp::EQ;
  case BO_NE:
    return CompareOp::NE;
  case BO_LT:
    return CompareOp::LT;
  case BO_LE:
    return CompareOp::LE;
  case BO_GT:
    return CompareOp::GT;
  case BO_GE:
    return CompareOp::GE;
  default:
    return CompareOp::None;
  }
}

static std::optional<int64_t> integerOf(Unit &U, const Expr *E) {
  std::optional<Value> V = constantOf(U, E);
  if (V && V->Kind == ValueKind::Null)
    return 0;
  if (V && V->Kind == ValueKind::Int)
    return V->Int;
  return std::nullopt;
}

Value testedValue(Body &B, const Expr *E) {
  E = peel(E);
  while (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->getOpcode() != BO_Assign && Op->getOpcode() != BO_Comma)
      break;
    const Expr *Rhs = peel(Op->getRHS());
    if (Op->getOpcode() == BO_Assign && !B.EventOf.count(Rhs) &&
        !isa<BinaryOperator>(Rhs))
      break;
    E = Rhs;
  }
  return valueOf(B, E);
}

/// `x & FLAG`.
static Branch flagTest(Body &B, const Expr *E) {
  Branch Result;
  const auto *Op = dyn_cast<BinaryOperator>(peel(E));
  if (!Op || Op->getOpcode() != BO_And)
    return Result;
  const Expr *Tested = Op->getLHS();
  std::optional<int64_t> Flag = integerOf(B.U, Op->getRHS());
  if (!Flag) {
    Tested = Op->getRHS();
    Flag = integerOf(B.U, Op->getLHS());
  }
  if (!Flag)
    return Result;
  Result.Operand = testedValue(B, Tested);
  if (Result.Operand.Kind != ValueKind::Unknown)
    Result.Op = CompareOp::HasFlag;
  Result.Rhs = *Flag;
  return Result;
}

static Branch comparison(Body &B, const BinaryOperator *E, bool &Negated) {
  Branch Result;
  Result.Op = compareOp(E->getOpcode());
  const Expr *Tested = E->getLHS();
  std::optional<int64_t> Rhs = integerOf(B.U, E->getRHS());
  if (!Rhs) {
    Rhs = integerOf(B.U, E->getLHS());
    Tested = E->getRHS();
    Result.Op = mirror(Result.Op);
  }
  if (!Rhs)
    return Branch();
  bool Equality = Result.Op == CompareOp::EQ || Result.Op == CompareOp::NE;
  Branch Flag = flagTest(B, Tested);
  if (Flag.Op == CompareOp::HasFlag && Equality &&
      (*Rhs == 0 || *Rhs == Flag.Rhs)) {
    Negated ^= (Result.Op == CompareOp::EQ) == (*Rhs == 0);
    return Flag;
  }
  Result.Operand = testedValue(B, Tested);
  Result.Rhs = *Rhs;
  return Result.Operand.Kind == ValueKind::Unknown ? Branch() : Result;
}

/// Strips negations, conversions and what else keeps the truth.
static const Expr *peelTruth(const Expr *E, bool &Negated) {
  while (true) {
    E = peel(E);
    const auto *Not = dyn_cast<UnaryOperator>(E);
    if (!Not || Not->getOpcode() != UO_LNot)
      return E;
    Negated = !Negated;
    E = Not->getSubExpr();
  }
}

Branch branchOf(Body &B, const CFGBlock &Block, bool &Swap) {
  Branch Result;
  Swap = false;
  const Expr *E = decidingOperand(Block);
  if (!E || Block.getTerminator().isTemporaryDtorsBranch() ||
      Block.getTerminator().isVirtualBaseBranch() || constantOf(B.U, E))
    return Result;
  bool Negated = false;
  E = peelTruth(E, Negated);
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (Op && Op->isComparisonOp())
    Result = comparison(B, Op, Negated);
  else if (Result = flagTest(B, E); Result.Op == CompareOp::None) {
    Result.Operand = testedValue(B, E);
    Result.Op =
        Result.Operand.Kind == ValueKind::Unknown || Result.Operand.isConstant()
            ? CompareOp::None
            : CompareOp::NE;
  }
  if (Negated && Result.Op == CompareOp::HasFlag)
    Swap = true;
  else if (Negated)
    Result.Op = negate(Result.Op);
  return Result;
}

} // namespace waitwise
