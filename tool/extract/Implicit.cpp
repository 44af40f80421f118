//===- extract/Implicit.cpp - members that only skipped code uses ---------===//
#include "extract/Implicit.h"

#include "clang/Sema/Scope.h"
#include "clang/Sema/Sema.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace waitwise {

static void instantiate(Sema &S, CXXMethodDecl *M) {
  if (M->isTemplateInstantiation() && !M->isDefined() &&
      M->getTemplateInstantiationPattern())
    S.InstantiateFunctionDefinition(M->getLocation(), M, /*Recursive=*/true);
}

static void defineDestructor(Sema &S, CXXRecordDecl *R) {
  if (R->hasTrivialDestructor())
    return;
  CXXDestructorDecl *D = S.LookupDestructor(R);
  if (!D || D->isDeleted() || D->isInvalidDecl())
    return;
  if (!D->isDefaulted())
    return instantiate(S, D);
  if (!D->doesThisDeclarationHaveABody())
    S.DefineImplicitDestructor(D->getLocation(), D);
}

static void defineConstructor(Sema &S, CXXRecordDecl *R) {
  if (R->hasTrivialDefaultConstructor() || !R->hasDefaultConstructor())
    return;
  CXXConstructorDecl *C = S.LookupDefaultConstructor(R);
  if (!C || C->isDeleted() || C->isInvalidDecl())
    return;
  if (!C->isDefaulted())
    return instantiate(S, C);
  if (!C->doesThisDeclarationHaveABody())
    S.DefineImplicitDefaultConstructor(C->getLocation(), C);
}

/// Of class templates, what a library calls through a table or an operator.
static void defineCalledBack(Sema &S, CXXRecordDecl *R) {
  llvm::SmallVector<CXXMethodDecl *, 8> Methods(R->method_begin(),
                                                R->method_end());
  for (CXXMethodDecl *M : Methods)
    if ((M->isVirtual() || M->isOverloadedOperator()) && !M->isDefaulted() &&
        !M->isDeleted() && !M->isInvalidDecl() && !M->isPureVirtual())
      instantiate(S, M);
}

void defineImplicitMembers(Sema &S, ArrayRef<const CXXRecordDecl *> Classes) {
  // The scope of the unit is closed by now, but a body that is the first to use
  // a builtin function (every coroutine does) declares it there.
  Scope Unit(nullptr, Scope::DeclScope, S.getDiagnostics());
  Unit.setEntity(S.getASTContext().getTranslationUnitDecl());
  llvm::SaveAndRestore Reopened(S.TUScope, &Unit);
  for (const CXXRecordDecl *R : Classes) {
    if (R->isInvalidDecl() || R->isLambda() || R->isUnion())
      continue;
    // clang hands out const declarations and takes the same ones back.
    auto *Class = const_cast<CXXRecordDecl *>(R);
    defineDestructor(S, Class);
    defineConstructor(S, Class);
    defineCalledBack(S, Class);
  }
  S.PerformPendingInstantiations();
}

} // namespace waitwise
