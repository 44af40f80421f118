//===- extract/Action.cpp - from a parsed unit to its summary -------------===//
#include "extract/Action.h"

#include "extract/Implicit.h"
#include "extract/Skeleton.h"
#include "extract/Statics.h"
#include "extract/Unit.h"
#include "extract/Walk.h"
#include "support/Limits.h"

#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"

using namespace clang;

namespace waitwise {

namespace {

class Consumer : public SemaConsumer {
public:
  Consumer(CompilerInstance &CI, const ExtractJob &Job,
           const OtherCode &Others, Summary &Out)
      : CI(CI), Out(Out), Strings(Out.Strings),
        Src(CI.getSourceManager(), Strings, Job.Directory, Others) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    return Src.isSystem(D->getLocation());
  }
  void InitializeSema(Sema &S) override { Semantics = &S; }
  void ForgetSema() override { Semantics = nullptr; }
  void HandleTranslationUnit(ASTContext &Ctx) override;

private:
  void addStatics(Unit &U, ArrayRef<const VarDecl *> Variables);

  CompilerInstance &CI;
  Summary &Out;
  StringTable Strings;
  Sources Src;
  Sema *Semantics = nullptr;
};

} // namespace

/// All initialisers of the unit are the body of one made-up function.
void Consumer::addStatics(Unit &U, ArrayRef<const VarDecl *> Variables) {
  if (Variables.empty())
    return;
  Entity E;
  E.Name = U.Strings.add("(static initialisation)");
  E.Flags = EF_Internal | EF_MainFile | EF_Implicit;
  E.Loc = {U.Strings.add(Out.MainFile), 1, 1};
  Function F;
  F.End = E.Loc;
  F.Self = U.Entities.named("c:(static initialisation)@" + Out.MainFile,
                            std::move(E));
  buildStatics(U, Variables, F);
  Out.Functions.push_back(std::move(F));
}

void Consumer::HandleTranslationUnit(ASTContext &Ctx) {
  Unit U(Ctx, Src, Strings, Out);
  Out.IsC = !Ctx.getLangOpts().CPlusPlus;
  Found Things = walkUnit(Ctx, Src);
  if (Semantics && !Things.Classes.empty()) {
    DiagnosticsEngine &Diags = Semantics->getDiagnostics();
    // What goes wrong here is no error of the source.
    bool Before = Diags.getSuppressAllDiagnostics();
    Diags.setSuppressAllDiagnostics(true);
    defineImplicitMembers(*Semantics, Things.Classes);
    Diags.setSuppressAllDiagnostics(Before);
    Things = walkUnit(Ctx, Src);
  }
  // From here on nothing depends on what a constant is worth.
  CI.getLangOpts().ConstexprStepLimit = limits::ConstexprSteps;
  for (const FunctionDecl *FD : Things.Functions) {
    // What the compiler writes matters only where it calls something.
    bool IsWritten = !FD->isImplicit() && !FD->isDefaulted();
    for (Function &F : buildSkeletons(U, FD))
      if (IsWritten || !F.Events.empty())
        Out.Functions.push_back(std::move(F));
  }
  addStatics(U, Things.Variables);
  U.Entities.complete();
  Out.Files = Src.filesRead();
}

std::unique_ptr<ASTConsumer>
SummaryAction::CreateASTConsumer(CompilerInstance &CI, StringRef) {
  return std::make_unique<Consumer>(CI, Job, Others, Out);
}

} // namespace waitwise
