//===- extract/Walk.cpp - which functions of a unit are read --------------===//
#include "extract/Walk.h"

#include "extract/Names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace waitwise {

namespace {

class Walker {
public:
  Walker(ASTContext &Ctx, Sources &Src) : Ctx(Ctx), Src(Src) {}
  Found run();

private:
  /// Declarations still to be visited, the next one last.
  using Work = std::vector<const Decl *>;

  void visit(const Decl *D);
  void visitFunction(const FunctionDecl *F);
  void visitRecord(const CXXRecordDecl *R);
  void visitVariable(const VarDecl *V);
  void visitPattern(const FunctionTemplateDecl *T);
  void visitTemplate(const TemplateDecl *T);
  void push(const DeclContext *DC);
  void pushLater(llvm::SmallVectorImpl<const Decl *> &Later);

  ASTContext &Ctx;
  Sources &Src;
  Found Result;
  Work Pending;
  llvm::DenseSet<const Decl *> Seen;
};

} // namespace

void Walker::pushLater(llvm::SmallVectorImpl<const Decl *> &Later) {
  for (const Decl *D : llvm::reverse(Later))
    Pending.push_back(D);
}

void Walker::push(const DeclContext *DC) {
  llvm::SmallVector<const Decl *, 32> Later(DC->decls_begin(), DC->decls_end());
  pushLater(Later);
}

/// A generic lambda that only skipped code calls has no instance. Better its
/// pattern than nothing.
void Walker::visitPattern(const FunctionTemplateDecl *T) {
  const FunctionDecl *Pattern = T->getTemplatedDecl();
  const CXXRecordDecl *Closure = closureOf(Pattern);
  if (Closure && T->spec_begin() == T->spec_end() &&
      !Closure->isDependentContext() && Pattern->getBody() &&
      !Pattern->isInvalidDecl())
    Result.Functions.push_back(Pattern);
}

void Walker::visitTemplate(const TemplateDecl *T) {
  if (!Seen.insert(T->getCanonicalDecl()).second)
    return;
  llvm::SmallVector<const Decl *, 8> Later;
  if (const auto *F = dyn_cast<FunctionTemplateDecl>(T)) {
    for (const FunctionDecl *S : F->specializations())
      if (S->getTemplateSpecializationKind() != TSK_ExplicitSpecialization)
        Later.push_back(S);
    visitPattern(F);
  } else if (const auto *C = dyn_cast<ClassTemplateDecl>(T)) {
    for (const ClassTemplateSpecializationDecl *S : C->specializations())
      if (!S->isExplicitSpecialization())
        Later.push_back(S);
  } else if (const auto *V = dyn_cast<VarTemplateDecl>(T)) {
    for (const VarTemplateSpecializationDecl *S : V->specializations())
      if (!S->isExplicitSpecialization())
        Later.push_back(S);
  }
  pushLater(Later);
}

/// True for a body worth reading: present, run at run time, no template.
static bool isReadable(const FunctionDecl *F) {
  return F->doesThisDeclarationHaveABody() && F->getBody() &&
         !F->isDependentContext() && !F->isConsteval() && !F->isInvalidDecl() &&
         !F->hasSkippedBody();
}

void Walker::visitFunction(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (F->isTemplateInstantiation() && F->isDefined(Definition))
    F = Definition;
  if (!isReadable(F) || !Seen.insert(F).second)
    return;
  // Of a closure only the call operator was written.
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  if (M && M->getParent()->isLambda() && !closureOf(M))
    return;
  if (Src.isSystem(F->getLocation()))
    return;
  Result.Functions.push_back(F);
  push(F);
}

void Walker::visitRecord(const CXXRecordDecl *R) {
  const CXXRecordDecl *Definition = R->getDefinition();
  if (!Definition || Definition->isDependentContext() ||
      !Seen.insert(Definition).second)
    return;
  Result.Classes.push_back(Definition);
  push(Definition);
}

void Walker::visitVariable(const VarDecl *V) {
  if (!V->hasGlobalStorage() || V->isStaticLocal() || !V->getInit() ||
      V->getInit()->isValueDependent() || V->isInvalidDecl() ||
      V->getType()->isDependentType())
    return;
  Result.Variables.push_back(V);
}

void Walker::visit(const Decl *D) {
  // Regions have no place of their own.
  if (Src.isSystem(D->getLocation()) &&
      !isa<LinkageSpecDecl, FriendDecl, CapturedDecl>(D))
    return;
  if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
    if (const NamedDecl *Of = Friend->getFriendDecl())
      if (isa<FunctionDecl, FunctionTemplateDecl>(Of))
        Pending.push_back(Of);
  } else if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    visitFunction(F);
  } else if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
    visitRecord(R);
  } else if (const auto *V = dyn_cast<VarDecl>(D)) {
    visitVariable(V);
  } else if (const auto *T = dyn_cast<TemplateDecl>(D)) {
    visitTemplate(T);
  } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CapturedDecl>(D)) {
    push(Decl::castToDeclContext(D));
  }
}

Found Walker::run() {
  push(Ctx.getTranslationUnitDecl());
  while (!Pending.empty()) {
    const Decl *D = Pending.back();
    Pending.pop_back();
    visit(D);
  }
  return std::move(Result);
}

Found walkUnit(ASTContext &Ctx, Sources &Src) { return Walker(Ctx, Src).run(); }

} // namespace waitwise
