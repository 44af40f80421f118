//===- extract/Directives.cpp - pragmas that say where code runs ----------===//
#include "extract/Directives.h"

#include "extract/Events.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/OpenMPKinds.h"

using namespace clang;

namespace waitwise {

/// Version of the specification that has the names.
static constexpr unsigned NamesOf = 52;

bool isOutlined(const OMPExecutableDirective *D) {
  OpenMPDirectiveKind K = D->getDirectiveKind();
  return D->hasAssociatedStmt() && isa<CapturedStmt>(D->getAssociatedStmt()) &&
         (isOpenMPParallelDirective(K) || isOpenMPTaskingDirective(K) ||
          isOpenMPTeamsDirective(K) || isOpenMPTargetExecutionDirective(K));
}

static std::string nameOf(const OMPExecutableDirective *D) {
  return "omp " +
         getOpenMPDirectiveName(D->getDirectiveKind(), NamesOf).str();
}

/// The call of a directive, without arguments yet.
static Event &addCall(Body &B, const OMPExecutableDirective *D,
                      std::string Name) {
  if (D->hasClausesOfKind<OMPNowaitClause>())
    Name += " nowait";
  uint32_t Id = addEvent(B, EventKind::Call, nullptr);
  Event &Ev = B.Out.Events[Id];
  Ev.Loc = B.U.Src.locate(D->getBeginLoc());
  Entity Callee;
  Callee.Name = B.U.Strings.add("#pragma " + Name);
  Callee.Flags = EF_CLinkage | EF_System;
  Ev.Callee = B.U.Entities.named("c:#pragma " + Name, std::move(Callee));
  return Ev;
}

/// The lock of a critical section, which its name makes one in all units.
static Argument lockOf(Body &B, const OMPCriticalDirective *D) {
  std::string Name = D->getDirectiveName().getAsString();
  Entity Lock;
  Lock.Kind = EntityKind::Variable;
  Lock.Name = B.U.Strings.add(Name.empty() ? "omp critical"
                                           : "omp critical(" + Name + ")");
  EntityId Id = B.U.Entities.named("c:#omp critical " + Name, std::move(Lock));
  return {makeValue(ValueKind::Global, Id)};
}

/// Fields for what the block captures, and the moves into them.
static void addCaptures(Body &B, const CapturedStmt *Block, Outlined &R) {
  auto Init = Block->capture_init_begin();
  for (const CapturedStmt::Capture &C : Block->captures()) {
    const Expr *From = *Init++;
    if (!C.capturesVariable() && !C.capturesVariableByCopy())
      continue;
    const VarDecl *Var = C.getCapturedVar();
    Entity Field;
    Field.Kind = EntityKind::Field;
    Field.Flags = EF_Internal;
    Field.Name = B.U.Strings.add(R.Name + "::" + Var->getNameAsString());
    Field.Type = B.U.Types.of(Var->getType());
    EntityId Id = B.U.Entities.named(
        R.Key + "#" + llvm::utostr(R.Captures.size()), std::move(Field));
    R.Captures.push_back({Var, Id});
    B.Transfers.push_back(
        {makeValue(ValueKind::Field, Id), nullptr, From, EVF_Base});
  }
}

/// The function that the block behind \p D is.
static Outlined regionOf(Body &B, const OMPExecutableDirective *D) {
  const auto *Outermost = cast<CapturedStmt>(D->getAssociatedStmt());
  const CapturedStmt *Innermost = Outermost;
  while (const auto *Next = dyn_cast<CapturedStmt>(
             Innermost->getCapturedStmt()))
    Innermost = Next;
  Outlined R;
  R.Block = Innermost;
  std::string Ordinal = llvm::utostr(B.Blocks.size() + 1);
  bool IsNested = B.Of.Block;
  R.Name = (IsNested ? B.Of.Name : B.U.N.qualified(B.FD)) + "::(" +
           nameOf(D) + ":" + Ordinal + ")";
  R.Key = (IsNested ? B.Of.Key : B.U.N.key(B.FD)) + "#region:" + Ordinal;
  Entity Self;
  Self.Name = B.U.Strings.add(R.Name);
  Self.Loc = B.U.Src.locate(D->getBeginLoc());
  Self.Flags = EF_Defined;
  if (B.U.Src.isMainFile(D->getBeginLoc()))
    Self.Flags |= EF_MainFile;
  Self.Parent = B.Out.Self;
  R.Self = B.U.Entities.named(R.Key, std::move(Self));
  addCaptures(B, Innermost, R);
  return R;
}

void recordDirective(Body &B, const OMPExecutableDirective *D) {
  if (const auto *Critical = dyn_cast<OMPCriticalDirective>(D)) {
    addCall(B, D, "omp end critical").Args = {lockOf(B, Critical)};
    return;
  }
  Event &Call = addCall(B, D, nameOf(D));
  if (!isOutlined(D))
    return;
  Outlined R = regionOf(B, D);
  Call.Args = {{makeValue(ValueKind::Function, R.Self)}};
  B.Blocks.push_back(std::move(R));
}

void recordBegin(Body &B, const Stmt *Begin) {
  if (const OMPExecutableDirective *D = B.BeginOf.lookup(Begin))
    addCall(B, D, nameOf(D)).Args = {lockOf(B, cast<OMPCriticalDirective>(D))};
}

WithoutOutlined::WithoutOutlined(
    Body &B, llvm::ArrayRef<const OMPExecutableDirective *> Among) {
  ASTContext &Ctx = B.U.Ctx;
  for (const OMPExecutableDirective *D : Among) {
    bool IsCritical = isa<OMPCriticalDirective>(D);
    if (!IsCritical && !isOutlined(D))
      continue;
    // The statement is put back before anybody else looks at it.
    auto *Mutable = const_cast<OMPExecutableDirective *>(D);
    Stmt **Hook = &*Mutable->children().begin();
    Changed.push_back({Hook, *Hook});
    SourceLocation Loc = D->getBeginLoc();
    *Hook = new (Ctx) NullStmt(Loc);
    if (!IsCritical)
      continue;
    // A graph leaves out statements that are empty, but no expression.
    Stmt *Begin =
        IntegerLiteral::Create(Ctx, llvm::APInt(32, 0), Ctx.IntTy, Loc);
    B.BeginOf[Begin] = D;
    *Hook = CompoundStmt::Create(Ctx, {Begin, Changed.back().second},
                                 FPOptionsOverride(), Loc, Loc);
  }
}

WithoutOutlined::~WithoutOutlined() {
  for (auto [Hook, Block] : Changed)
    *Hook = Block;
}

} // namespace waitwise
