//===- report/GitHub.cpp - findings as workflow commands of GitHub --------===//
//
//   ::warning file=src/a.cpp,line=12,col=5,title=waitwise-…::message
//
// A line each; what would end a value or the line is percent-encoded as the
// runner decodes it: in values also ':' and ','.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

std::string escaped(StringRef Text, StringRef Special) {
  std::string Result;
  for (char C : validUTF8(Text))
    if (Special.contains(C))
      Result += "%" + utohexstr(uint8_t(C), /*LowerCase=*/false, /*Width=*/2);
    else
      Result += C;
  return Result;
}

std::string value(StringRef Text) { return escaped(Text, "%\r\n:,"); }

StringRef commandOf(Severity S) {
  if (S == Severity::High)
    return "error";
  return S == Severity::Medium ? "warning" : "notice";
}

void writeGitHub(const Report &R, raw_ostream &OS) {
  for (const Finding *F : R.reported()) {
    OS << "::" << commandOf(F->Sev) << ' ';
    if (F->At.isValid())
      OS << "file=" << value(F->At.File) << ",line=" << F->At.Line
         << ",col=" << F->At.Column << ',';
    OS << "title=" << value("waitwise-" + F->Check)
       << "::" << escaped(briefText(*F), "%\r\n") << '\n';
  }
}

} // namespace

constexpr ReportFormat GitHubFormat = {
    "github", "workflow commands of GitHub Actions", writeGitHub};

} // namespace waitwise
