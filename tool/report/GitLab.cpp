//===- report/GitLab.cpp - findings as GitLab's Code Quality report -------===//
//
// A JSON array. The fingerprint tells GitLab which findings a merge request
// brings; ours survives moves within and between files.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {
namespace {

StringRef severityOf(Severity S) {
  if (S == Severity::High)
    return "critical";
  return S == Severity::Medium ? "major" : "minor";
}

void writeGitLab(const Report &R, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  auto Finding = [&](const waitwise::Finding &F) {
    J.attribute("description", briefText(F));
    J.attribute("check_name", F.Check);
    J.attribute("fingerprint", F.Id);
    J.attribute("severity", severityOf(F.Sev));
    J.attributeObject("location", [&] {
      J.attribute("path", validUTF8(F.At.File));
      J.attributeObject("lines", [&] {
        J.attribute("begin", std::max(F.At.Line, 1u));
      });
    });
  };
  J.array([&] {
    for (const waitwise::Finding *F : R.reported())
      J.object([&] { Finding(*F); });
  });
  OS << '\n';
}

} // namespace

constexpr ReportFormat GitLabFormat = {
    "gitlab", "a Code Quality report of GitLab", writeGitLab};

} // namespace waitwise
