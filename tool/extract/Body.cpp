//===- extract/Body.cpp - one function while it is read -------------------===//
#include "extract/Body.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

Value makeValue(ValueKind Kind, uint32_t Index, int64_t Int) {
  Value V;
  V.Kind = Kind;
  V.Index = Index;
  V.Int = Int;
  return V;
}

Body::Body(Unit &U, Function &Out, const FunctionDecl *FD, Outlined R)
    : U(U), Out(Out), FD(FD), Of(std::move(R)) {
  if (!FD || Of.Block)
    return;
  for (const ParmVarDecl *P : FD->parameters())
    Out.Params.push_back(
        {U.Strings.add(P->getName()), U.Types.of(P->getType())});
  if (const CXXRecordDecl *Closure = closureOf(FD)) {
    FieldDecl *This = nullptr;
    Closure->getCaptureFields(Captures, This);
  }
}

Value Body::captureOf(const ValueDecl *D) {
  for (auto [Var, Field] : Of.Captures)
    if (Var == D)
      return makeValue(ValueKind::Field, Field);
  auto It = Captures.find(D);
  if (It == Captures.end())
    return Value();
  return makeValue(ValueKind::Field, U.Entities.of(It->second));
}

Value Body::slotOf(const ValueDecl *D) {
  const auto *Var = dyn_cast<VarDecl>(D);
  if (Var && Var->hasGlobalStorage())
    return makeValue(ValueKind::Global, U.Entities.of(Var));
  if (Value Captured = captureOf(D); Captured.isSlot())
    return Captured;
  const DeclContext *Owner = D->getDeclContext();
  if (const auto *P = dyn_cast<ParmVarDecl>(D)) {
    if (!FD || P->getFunctionScopeIndex() >= Out.Params.size() ||
        Decl::castFromDeclContext(Owner)->getCanonicalDecl() !=
            FD->getCanonicalDecl())
      return Value();
    return makeValue(ValueKind::Param, P->getFunctionScopeIndex());
  }
  // Blocks that are no functions of their own belong to what is around them.
  const DeclContext *Scope = FD;
  if (Of.Block)
    Scope = Of.Block->getCapturedDecl();
  while (Owner != Scope && isa<CapturedDecl>(Owner))
    Owner = Owner->getParent();
  if (FD && Owner != Scope)
    return Value();
  auto [It, IsNew] = Locals.try_emplace(D, uint32_t(Out.Locals.size()));
  if (IsNew)
    Out.Locals.push_back(
        {D->getIdentifier() ? U.Strings.add(D->getName()) : None,
         U.Types.of(D->getType())});
  return makeValue(ValueKind::Local, It->second);
}

Value Body::freshLocal(QualType T) {
  Out.Locals.push_back({None, U.Types.of(T)});
  return makeValue(ValueKind::Local, uint32_t(Out.Locals.size() - 1));
}

void Body::addMove(Value To, Value From) {
  if (!To.isSlot() || From.Kind == ValueKind::Unknown || To == From)
    return;
  Out.Moves.push_back({To, From});
}

void Body::addComputed(Value To, Value From, bool IsMultiple) {
  if (To.isSlot() && From.isSlot() && !(To == From))
    Out.Computed.push_back({To, From, IsMultiple});
}

} // namespace waitwise
