//===- extract/Action.h - from a parsed unit to its summary ---------------===//
#ifndef WAITWISE_EXTRACT_ACTION_H
#define WAITWISE_EXTRACT_ACTION_H

#include "extract/Extract.h"
#include "extract/Sources.h"

#include "clang/Frontend/FrontendAction.h"

namespace waitwise {

/// Parses, walks and writes \p Out.
class SummaryAction : public clang::ASTFrontendAction {
public:
  SummaryAction(const ExtractJob &Job, const OtherCode &Others, Summary &Out)
      : Job(Job), Others(Others), Out(Out) {}

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override;

private:
  const ExtractJob &Job;
  const OtherCode &Others;
  Summary &Out;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_ACTION_H
