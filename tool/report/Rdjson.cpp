//===- report/Rdjson.cpp - findings for reviewdog -------------------------===//
//
// Reviewdog Diagnostic Format, as one document. Its columns count bytes, as
// ours do.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {
namespace {

StringRef severityOf(Severity S) {
  if (S == Severity::High)
    return "ERROR";
  return S == Severity::Medium ? "WARNING" : "INFO";
}

void writeDiagnostic(const Finding &F, json::OStream &J) {
  J.attribute("message", briefText(F));
  J.attributeObject("location", [&] {
    J.attribute("path", validUTF8(F.At.File));
    if (!F.At.Line)
      return;
    J.attributeObject("range", [&] {
      J.attributeObject("start", [&] {
        J.attribute("line", F.At.Line);
        J.attribute("column", F.At.Column);
      });
    });
  });
  J.attribute("severity", severityOf(F.Sev));
  J.attributeObject("code",
                    [&] { J.attribute("value", "waitwise-" + F.Check); });
}

void writeRdjson(const Report &R, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attributeObject("source", [&] { J.attribute("name", "waitwise"); });
    J.attributeArray("diagnostics", [&] {
      for (const Finding *F : R.reported())
        J.object([&] { writeDiagnostic(*F, J); });
    });
  });
  OS << '\n';
}

} // namespace

constexpr ReportFormat RdjsonFormat = {
    "rdjson", "Reviewdog Diagnostic Format", writeRdjson};

} // namespace waitwise
