//===- report/Formats.cpp - the registry of formats -----------------------===//
#include "report/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {

static constexpr const ReportFormat *Formats[] = {
    &TextFormat,   &JsonFormat,   &SarifFormat, &GitLabFormat,
    &GitHubFormat, &RdjsonFormat, &JUnitFormat};

ArrayRef<const ReportFormat *> reportFormats() { return Formats; }

const ReportFormat *findReportFormat(StringRef Name) {
  for (const ReportFormat *F : Formats)
    if (F->Name == Name)
      return F;
  return nullptr;
}

std::vector<const Finding *> Report::reported() const {
  std::vector<const Finding *> Result;
  for (const Finding &F : Findings)
    if (!F.Suppressed && !F.Baselined)
      Result.push_back(&F);
  return Result;
}

std::string briefText(const Finding &F) {
  std::string Text = F.Message;
  if (!F.Advice.empty())
    Text += "\ninstead: " + F.Advice;
  return validUTF8(Text);
}

std::string validUTF8(StringRef S) {
  return json::isUTF8(S) ? S.str() : json::fixUTF8(S);
}

} // namespace waitwise
