//===- extract/Bounds.cpp - what bounds a loop ----------------------------===//
//
// Counting loops with constant start, step and end have a trip count; loops
// over a container (range-for, it != c.end(), i < c.size()) name it; loops up
// to a value name that. The rest is unknown, which is no shame.
//
//===----------------------------------------------------------------------===//
#include "extract/Bounds.h"

#include "extract/Values.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace waitwise {

namespace {
/// `i < n`, with the loop variable on the left.
struct Comparison {
  BinaryOperatorKind Op = BO_EQ;
  const Expr *Left = nullptr;
  const Expr *Right = nullptr;
};
} // namespace

static std::optional<int64_t> integerOf(Unit &U, const Expr *E) {
  std::optional<Value> V = E ? constantOf(U, E) : std::nullopt;
  if (V && V->Kind == ValueKind::Int)
    return V->Int;
  return std::nullopt;
}

static const VarDecl *variableOf(const Expr *E) {
  const auto *Ref = E ? dyn_cast<DeclRefExpr>(peel(E)) : nullptr;
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// The container in `c.size()`, `c.end()`, or null.
static const Expr *containerOf(const Expr *E) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(peel(E));
  const CXXMethodDecl *M = Call ? Call->getMethodDecl() : nullptr;
  if (!M || !M->getIdentifier())
    return nullptr;
  StringRef Name = M->getName();
  bool Known = Name == "size" || Name == "length" || Name == "count" ||
               Name == "end" || Name == "cend";
  return Known ? Call->getImplicitObjectArgument() : nullptr;
}

static void setConstant(Loop &L, int64_t Trips) {
  L.Bound = LoopBound::Constant;
  L.Trips = Trips > 0 ? Trips : 0;
}

static void setLimit(Loop &L, LoopBound Bound, Value Limit) {
  if (Limit.Kind == ValueKind::Unknown)
    return;
  L.Bound = Bound;
  L.Limit = Limit;
}

//===- Range-for ----------------------------------------------------------===//

static void boundRange(Body &B, const CXXForRangeStmt *S, Loop &L) {
  L.Restarts = true;
  const Expr *Range = S->getRangeInit();
  if (!Range)
    return;
  if (const auto *A = B.U.Ctx.getAsConstantArrayType(
          Range->getType().getNonReferenceType()))
    return setConstant(L, int64_t(A->getZExtSize()));
  if (const auto *List = dyn_cast<InitListExpr>(peel(Range)))
    return setConstant(L, List->getNumInits());
  L.Bound = LoopBound::Container;
  L.Limit = valueOf(B, Range);
}

//===- Conditions ---------------------------------------------------------===//

/// The comparison that a condition is, negations folded in.
static std::optional<Comparison> comparisonOf(const Expr *E) {
  bool Negated = false;
  E = peel(E);
  while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      return std::nullopt;
    Negated = !Negated;
    E = peel(Not->getSubExpr());
  }
  Comparison C;
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    C = {Op->getOpcode(), Op->getLHS(), Op->getRHS()};
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Call->getNumArgs() != 2 || !Call->isComparisonOp())
      return std::nullopt;
    C = {BinaryOperator::getOverloadedOpcode(Call->getOperator()),
         Call->getArg(0), Call->getArg(1)};
  } else {
    return std::nullopt;
  }
  if (!BinaryOperator::isComparisonOp(C.Op) || C.Op == BO_Cmp)
    return std::nullopt;
  if (Negated)
    C.Op = BinaryOperator::negateComparisonOp(C.Op);
  return C;
}

/// Start of the loop variable in the head of a for statement.
static const Expr *startOf(const ForStmt *S, const VarDecl *Var) {
  const Stmt *Init = S->getInit();
  if (const auto *D = dyn_cast_or_null<DeclStmt>(Init)) {
    for (const Decl *Each : D->decls())
      if (Each == Var)
        return Var->getInit();
    return nullptr;
  }
  const auto *E = dyn_cast_or_null<Expr>(Init);
  while (E) {
    const auto *Op = dyn_cast<BinaryOperator>(peel(E));
    if (!Op)
      return nullptr;
    if (Op->getOpcode() == BO_Comma) {
      const auto *Rhs = dyn_cast<BinaryOperator>(peel(Op->getRHS()));
      if (Rhs && Rhs->getOpcode() == BO_Assign &&
          variableOf(Rhs->getLHS()) == Var)
        return Rhs->getRHS();
      E = Op->getLHS();
      continue;
    }
    return Op->getOpcode() == BO_Assign && variableOf(Op->getLHS()) == Var
               ? Op->getRHS()
               : nullptr;
  }
  return nullptr;
}

/// What one trip adds to the loop variable, or 0.
static int64_t stepOf(Body &B, const ForStmt *S, const VarDecl *Var) {
  if (!S->getInc())
    return 0;
  const Expr *E = peel(S->getInc());
  if (const auto *Op = dyn_cast<UnaryOperator>(E)) {
    if (variableOf(Op->getSubExpr()) != Var)
      return 0;
    return Op->isIncrementOp() ? 1 : Op->isDecrementOp() ? -1 : 0;
  }
  const auto *Op = dyn_cast<CompoundAssignOperator>(E);
  if (!Op || variableOf(Op->getLHS()) != Var)
    return 0;
  int64_t Step = integerOf(B.U, Op->getRHS()).value_or(0);
  if (Op->getOpcode() == BO_AddAssign)
    return Step;
  return Op->getOpcode() == BO_SubAssign && Step != INT64_MIN ? -Step : 0;
}

/// Trips of a counting loop, by wide arithmetic: nothing overflows.
static std::optional<int64_t> countTrips(BinaryOperatorKind Op, int64_t Start,
                                         int64_t End, int64_t Step) {
  __extension__ using Wide = __int128;
  Wide Span = Step > 0 ? Wide(End) - Start : Wide(Start) - End;
  Wide Stride = Step > 0 ? Wide(Step) : -Wide(Step);
  if (Stride == 0)
    return std::nullopt;
  bool Up = Op == BO_LT || Op == BO_LE, Down = Op == BO_GT || Op == BO_GE;
  if ((Up && Step < 0) || (Down && Step > 0) || Op == BO_EQ)
    return std::nullopt;
  if (Op == BO_LE || Op == BO_GE)
    ++Span;
  Wide Trips = Span <= 0 ? Wide(0) : (Span + Stride - 1) / Stride;
  return Trips > INT64_MAX ? INT64_MAX : int64_t(Trips);
}

//===- Counting loops -----------------------------------------------------===//

/// `it != c.end()`, `i < c.size()`.
static bool boundByContainer(Body &B, const Comparison &C, Loop &L) {
  for (const Expr *Side : {C.Right, C.Left})
    if (const Expr *Container = containerOf(Side)) {
      setLimit(L, LoopBound::Container, valueOf(B, Container));
      return L.Bound == LoopBound::Container;
    }
  return false;
}

static void boundFor(Body &B, const ForStmt *S, Comparison C, Loop &L) {
  const VarDecl *Var = variableOf(C.Left);
  int64_t Step = Var ? stepOf(B, S, Var) : 0;
  if (!Step && variableOf(C.Right)) {
    std::swap(C.Left, C.Right);
    if (BinaryOperator::isRelationalOp(C.Op))
      C.Op = BinaryOperator::reverseComparisonOp(C.Op);
    Var = variableOf(C.Left);
    Step = stepOf(B, S, Var);
  }
  if (!Step)
    return;
  const Expr *Start = startOf(S, Var);
  std::optional<int64_t> From = integerOf(B.U, Start);
  std::optional<int64_t> To = integerOf(B.U, C.Right);
  if (From && To) {
    if (auto Trips = countTrips(C.Op, *From, *To, Step))
      setConstant(L, *Trips);
    return;
  }
  // Counting down, what it counts from is the limit.
  if (Step < 0 && To && Start) {
    if (const Expr *Container = containerOf(Start))
      return setLimit(L, LoopBound::Container, valueOf(B, Container));
    return setLimit(L, LoopBound::Value, valueOf(B, Start));
  }
  if (Step > 0)
    setLimit(L, LoopBound::Value, valueOf(B, C.Right));
}

/// True if the head of a for statement starts what its condition looks at.
static bool restarts(const ForStmt *S, const Expr *Cond) {
  std::optional<Comparison> C = comparisonOf(Cond);
  if (!C)
    return false;
  for (const Expr *Side : {C->Left, C->Right})
    if (const VarDecl *Var = variableOf(Side); Var && startOf(S, Var))
      return true;
  return false;
}

static void boundCondition(Body &B, const Stmt *S, const Expr *E, Loop &L) {
  E = peel(E);
  if (const auto *For = dyn_cast<ForStmt>(S))
    L.Restarts |= restarts(For, E);
  if (const auto *Down = dyn_cast<UnaryOperator>(E);
      Down && Down->isDecrementOp())
    return setLimit(L, LoopBound::Value, valueOf(B, Down->getSubExpr()));
  std::optional<Comparison> C = comparisonOf(E);
  if (!C || boundByContainer(B, *C, L))
    return;
  if (const auto *For = dyn_cast<ForStmt>(S))
    boundFor(B, For, *C, L);
  if (L.Bound != LoopBound::Unknown || !BinaryOperator::isRelationalOp(C->Op))
    return;
  bool Up = C->Op == BO_LT || C->Op == BO_LE;
  if (!integerOf(B.U, Up ? C->Right : C->Left))
    setLimit(L, LoopBound::Value, valueOf(B, Up ? C->Right : C->Left));
}

void boundLoop(Body &B, const Stmt *S, Loop &L) {
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
    return boundRange(B, Range, L);
  const Expr *Cond = nullptr;
  if (const auto *For = dyn_cast<ForStmt>(S))
    Cond = For->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(S))
    Cond = While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(S))
    Cond = Do->getCond();
  if (!Cond || integerOf(B.U, Cond).value_or(0) != 0) {
    L.Bound = LoopBound::Infinite;
    return;
  }
  // Of `a && b` whichever bounds it.
  llvm::SmallVector<const Expr *, 4> Work{Cond};
  while (!Work.empty() && L.Bound == LoopBound::Unknown) {
    const Expr *E = peel(Work.pop_back_val());
    const auto *Op = dyn_cast<BinaryOperator>(E);
    if (Op && Op->getOpcode() == BO_LAnd)
      Work.append({Op->getRHS(), Op->getLHS()});
    else
      boundCondition(B, S, E, L);
  }
}

} // namespace waitwise
