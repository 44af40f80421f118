//===- extract/Action.h - from a parsed unit to its summary ---------------===//
#ifndef WAITWISE_EXTRACT_ACTION_H
#define WAITWISE_EXTRACT_ACTION_H

#include "extract/Extract.h"

#include "clang/Frontend/FrontendAction.h"
#include "llvm/Support/GlobPattern.h"

namespace waitwise {

/// Parses, walks and writes \p Out.
class SummaryAction : public clang::ASTFrontendAction {
public:
  SummaryAction(const ExtractJob &Job,
                llvm::ArrayRef<llvm::GlobPattern> ThirdParty, Summary &Out)
      : Job(Job), ThirdParty(ThirdParty), Out(Out) {}

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override;

private:
  const ExtractJob &Job;
  llvm::ArrayRef<llvm::GlobPattern> ThirdParty;
  Summary &Out;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_ACTION_H
