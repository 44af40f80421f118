//===- extract/Transfers.cpp - initialisations to moves -------------------===//
//
// Where a value goes: down into the arms of a conditional, the elements of an
// array (the array's own slot) and the fields of an aggregate.
//
//===----------------------------------------------------------------------===//
#include "extract/Values.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

namespace {
struct Step {
  Destination To;
  const Expr *From;
};
using Steps = llvm::SmallVector<Step, 8>;
} // namespace

/// Bases first, then fields, as initialiser lists have them.
static void spreadOverRecord(Body &B, const RecordDecl *R, Destination To,
                             ArrayRef<Expr *> Inits, Steps &Work) {
  size_t Next = 0;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    for (unsigned I = 0; I != C->getNumBases() && Next != Inits.size(); ++I)
      Work.push_back({{To.To, EVF_Base}, Inits[Next++]});
  for (const FieldDecl *Field : R->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (Next == Inits.size())
      return;
    Value Slot = makeValue(ValueKind::Field, B.U.Entities.of(Field));
    Work.push_back({{Slot, EVF_Base}, Inits[Next++]});
  }
}

static void spreadList(Body &B, Destination To, const InitListExpr *List,
                       Steps &Work) {
  const RecordDecl *R = List->getType()->getAsRecordDecl();
  if (R && R->isUnion()) {
    if (const FieldDecl *Field = List->getInitializedFieldInUnion())
      if (List->getNumInits())
        Work.push_back(
            {{makeValue(ValueKind::Field, B.U.Entities.of(Field)), EVF_Base},
             List->getInit(0)});
    return;
  }
  if (R)
    return spreadOverRecord(B, R, To, List->inits(), Work);
  for (const Expr *Init : List->inits())
    Work.push_back({To, Init});
}

static void construct(Body &B, Destination To, const CXXConstructExpr *C) {
  B.DestinationOf.try_emplace(C, To);
  if (C->getNumArgs() && C->getConstructor()->isCopyOrMoveConstructor())
    B.addMove(To.To, valueOf(B, C->getArg(0)));
}

/// `n = min(x, 8)` is taken for 8, but calculated from x.
static void addCapped(Body &B, Value To, const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  if (Call && ceilingOf(B.U, Call))
    for (const Expr *Operand : Call->arguments())
      B.addComputed(To, valueOf(B, Operand));
}

static void step(Body &B, Step S, Steps &Work) {
  const Expr *E = peel(S.From);
  if (const auto *Cond = dyn_cast<AbstractConditionalOperator>(E)) {
    Work.push_back({S.To, Cond->getTrueExpr()});
    Work.push_back({S.To, Cond->getFalseExpr()});
  } else if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E)) {
    Work.push_back({S.To, Literal->getInitializer()});
  } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
    spreadList(B, S.To, List, Work);
  } else if (const auto *List = dyn_cast<CXXParenListInitExpr>(E)) {
    if (const RecordDecl *R = List->getType()->getAsRecordDecl())
      spreadOverRecord(B, R, S.To, List->getInitExprs(), Work);
  } else if (const auto *C = dyn_cast<CXXConstructExpr>(E)) {
    if (std::optional<Value> Constant = constantOf(B.U, S.From))
      B.addMove(S.To.To, *Constant);
    construct(B, S.To, C);
  } else if (const auto *I = dyn_cast<CXXInheritedCtorInitExpr>(E)) {
    B.DestinationOf.try_emplace(I, S.To);
  } else if (!isa<ImplicitValueInitExpr>(E)) {
    B.addMove(S.To.To, valueOf(B, S.From));
    addCapped(B, S.To.To, E);
  }
}

void transfer(Body &B, Destination To, const Expr *From) {
  Steps Work{{To, From}};
  while (!Work.empty()) {
    // First in, first out: moves stand in source order.
    Steps Now;
    std::swap(Now, Work);
    for (const Step &S : Now)
      if (S.From)
        step(B, S, Work);
  }
}

} // namespace waitwise
