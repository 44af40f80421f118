//===- extract/Entities.cpp - declarations to entities --------------------===//
#include "extract/Entities.h"

#include "extract/Unit.h"
#include "support/Limits.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace waitwise {

EntityId EntityTable::of(const NamedDecl *D) {
  if (!D)
    return None;
  const Decl *Canonical = D->getCanonicalDecl();
  auto [It, IsNew] = Ids.try_emplace(Canonical, uint32_t(Out.size()));
  if (IsNew) {
    Out.emplace_back();
    Decls.push_back(cast<NamedDecl>(Canonical));
  }
  return It->second;
}

EntityId EntityTable::named(StringRef Key, Entity E) {
  auto [It, IsNew] = Named.try_emplace(Key, uint32_t(Out.size()));
  if (IsNew) {
    E.Usr = U.Strings.add(Key);
    Out.push_back(std::move(E));
    Decls.push_back(nullptr);
  }
  return It->second;
}

void EntityTable::complete() {
  for (; NumComplete != Out.size(); ++NumComplete)
    if (Decls[NumComplete])
      fill(NumComplete, Decls[NumComplete]);
}

void EntityTable::fill(EntityId Id, const NamedDecl *D) {
  // Filling adds entities, so the entry itself is written at the end.
  Entity E;
  E.Flags = Out[Id].Flags;
  E.Usr = U.Strings.add(U.N.key(D));
  E.Name = U.Strings.add(U.N.qualified(D));
  E.Parent = parentOf(D);
  SourceLocation Loc = D->getLocation();
  if (U.Src.isSystem(Loc))
    E.Flags |= EF_System;
  if (U.Src.isMainFile(Loc))
    E.Flags |= EF_MainFile;
  if (D->isImplicit())
    E.Flags |= EF_Implicit;
  E.Loc = U.Src.locate(Loc);
  // Later declarations inherit attributes, the first one lacks theirs.
  const Decl *Latest = D->getMostRecentDecl();
  for (const auto *A : Latest->specific_attrs<AnnotateAttr>())
    E.Annotations.push_back(U.Strings.add(A->getAnnotation()));
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    fillFunction(E, F);
  else if (const auto *V = dyn_cast<VarDecl>(D))
    fillVariable(E, V);
  else if (const auto *F = dyn_cast<FieldDecl>(D))
    fillField(E, F);
  else if (const auto *R = dyn_cast<RecordDecl>(D))
    fillClass(E, R);
  E.Flags |= Out[Id].Flags;
  Out[Id] = std::move(E);
}

/// Class of a member; enclosing function of a lambda and of local classes.
EntityId EntityTable::parentOf(const NamedDecl *D) {
  const CXXRecordDecl *Closure = closureOf(D);
  if (!Closure)
    if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
      Closure = R;
  if (Closure) {
    const NamedDecl *Outer = U.N.enclosing(Closure);
    return Outer && isa<FunctionDecl>(Outer) ? of(Outer) : None;
  }
  const auto *R = dyn_cast<RecordDecl>(D->getDeclContext());
  while (R && R->isAnonymousStructOrUnion())
    R = dyn_cast<RecordDecl>(R->getDeclContext());
  return of(R);
}

/// The value of a template argument that is no type.
static Value valueOf(EntityTable &Entities, const TemplateArgument &A) {
  switch (A.getKind()) {
  case TemplateArgument::Integral:
    return {ValueKind::Int, 0,
            A.getAsIntegral().extOrTrunc(64).getSExtValue()};
  case TemplateArgument::NullPtr:
    return {ValueKind::Null, 0, 0};
  case TemplateArgument::Declaration:
    if (isa<FunctionDecl>(A.getAsDecl()))
      return {ValueKind::Function, Entities.of(A.getAsDecl()), 0};
    if (isa<FieldDecl>(A.getAsDecl()))
      return {ValueKind::Field, Entities.of(A.getAsDecl()), 0};
    if (isa<VarDecl>(A.getAsDecl()))
      return {ValueKind::Global, Entities.of(A.getAsDecl()), 0};
    return {};
  default:
    return {};
  }
}

static QualType typeOf(const TemplateArgument &A) {
  switch (A.getKind()) {
  case TemplateArgument::Type:
    return A.getAsType();
  case TemplateArgument::Integral:
    return A.getIntegralType();
  case TemplateArgument::Declaration:
    return A.getParamTypeForDecl();
  default:
    return QualType();
  }
}

void EntityTable::addTemplateArgs(Entity &E, ArrayRef<TemplateArgument> Args) {
  auto Add = [&](const TemplateArgument &A) {
    if (E.TemplateArgs.size() < limits::TemplateArgs)
      E.TemplateArgs.push_back({U.Types.of(typeOf(A)), valueOf(*this, A)});
  };
  for (const TemplateArgument &A : Args) {
    if (A.getKind() == TemplateArgument::Pack)
      llvm::for_each(A.pack_elements(), Add);
    else
      Add(A);
  }
}

//===- Functions ----------------------------------------------------------===//

static uint32_t effectFlags(const FunctionDecl *F) {
  uint32_t Flags = 0;
  for (const FunctionEffectWithCondition &Effect : F->getFunctionEffects()) {
    if (Effect.Effect.kind() == FunctionEffect::Kind::Blocking)
      Flags |= EF_Blocking;
    if (Effect.Effect.kind() == FunctionEffect::Kind::NonBlocking)
      Flags |= EF_NonBlocking;
  }
  return Flags;
}

void EntityTable::fillFunction(Entity &E, const FunctionDecl *F) {
  E.Kind = EntityKind::Function;
  const FunctionDecl *Definition = nullptr;
  if (F->isDefined(Definition) && !F->isImplicit()) {
    E.Loc = U.Src.locate(Definition->getLocation());
    E.Flags |= EF_Defined;
  }
  E.Type = U.Types.of(F->getReturnType());
  for (const ParmVarDecl *P : F->parameters())
    E.Params.push_back(U.Types.of(P->getType()));
  if (F->isExternC() || !U.Ctx.getLangOpts().CPlusPlus)
    E.Flags |= EF_CLinkage;
  if (F->getMostRecentDecl()->isNoReturn())
    E.Flags |= EF_NoReturn;
  if (F->isVariadic())
    E.Flags |= EF_Variadic;
  if (!F->isExternallyVisible())
    E.Flags |= EF_Internal;
  if (closureOf(F))
    E.Flags |= EF_Lambda;
  E.Flags |= effectFlags(F);
  if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
    addTemplateArgs(E, Args->asArray());
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    fillMethod(E, M);
}

void EntityTable::fillMethod(Entity &E, const CXXMethodDecl *M) {
  E.Flags |= M->isStatic() ? EF_Static : EF_Method;
  if (M->isVirtual())
    E.Flags |= EF_Virtual;
  if (M->isPureVirtual())
    E.Flags |= EF_Pure;
  if (M->hasAttr<FinalAttr>())
    E.Flags |= EF_Final;
  if (isa<CXXConstructorDecl>(M))
    E.Flags |= EF_Constructor;
  if (isa<CXXDestructorDecl>(M))
    E.Flags |= EF_Destructor;
  for (const CXXMethodDecl *O : M->overridden_methods())
    E.Overrides.push_back(of(O));
}

//===- Variables and fields -----------------------------------------------===//

void EntityTable::fillVariable(Entity &E, const VarDecl *V) {
  E.Kind = EntityKind::Variable;
  E.Type = U.Types.of(V->getType());
  if (const VarDecl *Definition = V->getDefinition()) {
    E.Loc = U.Src.locate(Definition->getLocation());
    E.Flags |= EF_Defined;
  }
  if (V->getType().isVolatileQualified())
    E.Flags |= EF_Volatile;
  if (V->isStaticDataMember())
    E.Flags |= EF_Static;
  if (!V->isExternallyVisible())
    E.Flags |= EF_Internal;
}

void EntityTable::fillField(Entity &E, const FieldDecl *F) {
  E.Kind = EntityKind::Field;
  E.Flags |= EF_Defined;
  E.Type = U.Types.of(F->getType());
  if (F->getType().isVolatileQualified())
    E.Flags |= EF_Volatile;
  const auto *Closure = dyn_cast<CXXRecordDecl>(F->getParent());
  if (Closure && Closure->isLambda())
    E.Parent = of(Closure);
}

//===- Classes ------------------------------------------------------------===//

bool EntityTable::hasMember(const CXXRecordDecl *R, OverloadedOperatorKind Op) {
  R = R->getDefinition();
  return R && !R->lookup(U.Ctx.DeclarationNames.getCXXOperatorName(Op)).empty();
}

bool EntityTable::hasMember(const CXXRecordDecl *R, StringRef Name) {
  R = R->getDefinition();
  return R && !R->lookup(&U.Ctx.Idents.get(Name)).empty();
}

void EntityTable::fillClass(Entity &E, const RecordDecl *R) {
  E.Kind = EntityKind::Class;
  if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R))
    addTemplateArgs(E, S->getTemplateArgs().asArray());
  if (const RecordDecl *Definition = R->getDefinition()) {
    E.Loc = U.Src.locate(Definition->getLocation());
    E.Flags |= EF_Defined;
  }
  if (!R->isExternallyVisible())
    E.Flags |= EF_Internal;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    if (const CXXRecordDecl *Definition = C->getDefinition())
      if (!Definition->isDependentContext())
        fillDefinition(E, Definition);
}

void EntityTable::fillDefinition(Entity &E, const CXXRecordDecl *R) {
  if (R->isAbstract())
    E.Flags |= EF_Abstract;
  if (R->hasAttr<FinalAttr>())
    E.Flags |= EF_Final;
  if (R->isLambda())
    E.Flags |= EF_Lambda;
  if (R->isLambda() || hasMember(R, OO_Call))
    E.Flags |= EF_Callable;
  if (hasMember(R, OO_Coawait) || hasMember(R, "await_ready"))
    E.Flags |= EF_Awaitable;
  if (hasMember(R, "begin") && hasMember(R, "end"))
    E.Flags |= EF_Iterable;
  for (const CXXBaseSpecifier &Base : R->bases())
    if (const RecordDecl *B = Base.getType()->getAsRecordDecl())
      E.Bases.push_back(of(B));
}

} // namespace waitwise
