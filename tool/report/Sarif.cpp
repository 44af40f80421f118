//===- report/Sarif.cpp - findings as SARIF 2.1.0 -------------------------===//
//
// The OASIS format for results of static analysis, as code scanning services
// read it. File names are URIs below SRCROOT, percent-encoded byte by byte, so
// that any name survives; columns count code points, ours count bytes. What is
// suppressed stays, with the reason. A chain is a code flow.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <tuple>

using namespace llvm;

namespace waitwise {
namespace {

/// A path as (a part of) a URI.
std::string encoded(StringRef Path) {
  std::string Uri;
  for (char C : Path)
    if (isAlnum(C) || StringRef("-._~/").contains(C))
      Uri += C;
    else
      Uri += "%" + utohexstr(uint8_t(C), /*LowerCase=*/false, /*Width=*/2);
  return Uri;
}

StringRef levelOf(Severity S) {
  if (S == Severity::High)
    return "error";
  return S == Severity::Medium ? "warning" : "note";
}

/// "blocking-in-coroutine" as "BlockingInCoroutine".
std::string pascalCase(StringRef Id) {
  std::string Name;
  for (StringRef Word : split(Id, '-'))
    if (!Word.empty())
      Name += toUpper(Word[0]) + Word.drop_front().str();
  return Name;
}

/// All findings, or those of the highest severity if that is too many.
std::vector<const Finding *> chosen(ArrayRef<Finding> Findings) {
  std::vector<const Finding *> Result;
  for (const Finding &F : Findings)
    Result.push_back(&F);
  if (Result.size() <= limits::SarifResults)
    return Result;
  // They stand in one array, so that addresses are the order.
  llvm::sort(Result, [](const Finding *A, const Finding *B) {
    return std::tuple(A->Suppressed.has_value(), B->Sev, A) <
           std::tuple(B->Suppressed.has_value(), A->Sev, B);
  });
  Result.resize(limits::SarifResults);
  llvm::sort(Result);
  return Result;
}

class SarifWriter {
public:
  SarifWriter(const Report &R, raw_ostream &OS)
      : R(R), J(OS, /*IndentSize=*/2), Results(chosen(R.Findings)) {}

  void write() {
    J.object([&] {
      J.attribute("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                             "errata01/os/schemas/sarif-schema-2.1.0.json");
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
  }

private:
  const Report &R;
  json::OStream J;
  std::vector<const Finding *> Results;

  void run() {
    J.attributeObject("tool", [&] {
      J.attributeObject("driver", [&] {
        text("name", "waitwise");
        text("version", WAITWISE_VERSION);
        J.attributeArray("rules", [&] {
          for (const ReportCheck &Of : R.Checks)
            J.object([&] { rule(Of); });
        });
      });
    });
    J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
    if (!R.Root.empty())
      J.attributeObject("originalUriBaseIds", [&] {
        J.attributeObject("SRCROOT", [&] {
          std::string Root = encoded(StringRef(R.Root).rtrim('/'));
          text("uri", "file://" + Root + "/");
        });
      });
    J.attribute("columnKind", "unicodeCodePoints");
    J.attributeArray("results", [&] {
      for (const Finding *F : Results)
        J.object([&] { result(*F); });
    });
  }

  void text(StringRef Key, StringRef Value) {
    J.attribute(Key, validUTF8(Value));
  }

  void message(StringRef Key, StringRef Text) {
    J.attributeObject(Key, [&] { text("text", Text); });
  }

  void rule(const ReportCheck &Of) {
    text("id", Of.Id);
    text("name", pascalCase(Of.Id));
    message("shortDescription", (Of.Summary + ".").str());
    message("fullDescription", (Of.Summary + ".").str());
    J.attributeObject("help", [&] {
      text("text", Of.Doc.trim());
      text("markdown", Of.Doc.trim());
    });
    if (Of.Cwe)
      J.attributeObject("properties", [&] {
        J.attributeArray("tags", [&] {
          J.value("external/cwe/cwe-" + std::to_string(Of.Cwe));
        });
      });
  }

  void invocation() {
    J.attribute("executionSuccessful", R.Cov.Failed == 0);
    J.attributeArray("toolExecutionNotifications", [&] {
      if (R.Cov.Failed)
        notification("error", "translation units that could not be read: " +
                                  std::to_string(R.Cov.Failed));
      if (R.Cov.Partial)
        notification("warning",
                     "translation units with errors, read as far as they "
                     "parse: " +
                         std::to_string(R.Cov.Partial));
      if (!R.Gone.empty())
        notification("note", "findings of the baseline that are gone: " +
                                 std::to_string(R.Gone.size()));
      if (size_t Left = R.Findings.size() - Results.size())
        notification("warning", "findings left out, of the lowest severity: " +
                                    std::to_string(Left));
    });
  }

  void notification(StringRef Level, StringRef Text) {
    J.object([&] {
      text("level", Level);
      message("message", Text);
    });
  }

  void result(const Finding &F) {
    text("ruleId", F.Check);
    auto Of = find_if(R.Checks, [&](const ReportCheck &Each) {
      return Each.Id == F.Check;
    });
    if (Of != R.Checks.end())
      J.attribute("ruleIndex", int64_t(Of - R.Checks.begin()));
    text("level", levelOf(F.Sev));
    message("message", briefText(F));
    J.attributeArray("locations", [&] {
      if (F.At.isValid())
        J.object([&] {
          physicalLocation(F.At);
          J.attributeArray("logicalLocations", [&] {
            J.object([&] { text("fullyQualifiedName", F.Entry.Function); });
          });
        });
    });
    related(F);
    codeFlow(F);
    J.attributeObject("partialFingerprints",
                      [&] { text("waitwiseFinding/v1", F.Id); });
    if (R.HasBaseline)
      text("baselineState", F.Baselined ? "unchanged" : "new");
    J.attributeArray("suppressions", [&] {
      if (F.Suppressed)
        J.object([&] { suppression(F); });
    });
    J.attributeObject("properties",
                      [&] { text("confidence", toString(F.Conf)); });
  }

  void suppression(const Finding &F) {
    text("kind", F.SuppressedByProject ? "external" : "inSource");
    text("status", "accepted");
    if (!F.Suppressed->empty())
      text("justification", *F.Suppressed);
  }

  void physicalLocation(const Place &At) {
    J.attributeObject("physicalLocation", [&] {
      J.attributeObject("artifactLocation", [&] {
        bool Absolute = sys::path::is_absolute(At.File);
        text("uri", (Absolute ? "file://" : "") + encoded(At.File));
        if (!Absolute && !R.Root.empty())
          text("uriBaseId", "SRCROOT");
      });
      if (!At.Line)
        return;
      J.attributeObject("region", [&] {
        J.attribute("startLine", At.Line);
        if (At.Column)
          J.attribute("startColumn", columnOf(At));
      });
    });
  }

  /// Code points up to \p At; bytes where the line is gone or no UTF-8.
  unsigned columnOf(const Place &At) {
    std::optional<StringRef> Line;
    if (R.Sources)
      Line = R.Sources->line(At);
    if (!Line || !json::isUTF8(*Line))
      return At.Column;
    StringRef Before = Line->take_front(At.Column - 1);
    size_t Inner =
        count_if(Before, [](char C) { return (uint8_t(C) & 0xC0) == 0x80; });
    return At.Column - unsigned(Inner);
  }

  void located(const Place &At, StringRef Text) {
    physicalLocation(At);
    message("message", Text);
  }

  /// Where the callable was registered, and the sink.
  void related(const Finding &F) {
    J.attributeArray("relatedLocations", [&] {
      if (F.HasContext && F.ContextAt.isValid())
        J.object([&] { located(F.ContextAt, contextText(F)); });
      if (F.SinkAt.isValid())
        J.object([&] { located(F.SinkAt, sinkText(F)); });
    });
  }

  static StringRef contextText(const Finding &F) {
    return F.ContextBecause.empty() ? describe(F.Context)
                                    : StringRef(F.ContextBecause);
  }

  static std::string sinkText(const Finding &F) {
    std::string Text = "'" + F.SinkFunction + "'";
    return F.Because.empty() ? Text : Text + ": " + F.Because;
  }

  /// A chain of one step says nothing that the location does not say.
  void codeFlow(const Finding &F) {
    if (F.Chain.size() < 2)
      return;
    J.attributeArray("codeFlows", [&] {
      J.object([&] {
        J.attributeArray("threadFlows", [&] {
          J.object([&] {
            J.attributeArray("locations", [&] { steps(F); });
          });
        });
      });
    });
  }

  /// The sink is the last; what is too many is left out before it.
  void steps(const Finding &F) {
    size_t Count = std::min(F.Chain.size(), limits::SarifSteps - 1);
    for (size_t I = 0; I < Count; ++I) {
      StringRef Callee = I + 1 < F.Chain.size()
                             ? StringRef(F.Chain[I + 1].Function)
                             : StringRef(F.SinkFunction);
      step(F.Chain[I].At,
           ("'" + F.Chain[I].Function + "' calls '" + Callee + "'").str());
    }
    step(F.SinkAt, sinkText(F));
  }

  void step(const Place &At, StringRef Text) {
    if (At.isValid())
      J.object([&] {
        J.attributeObject("location", [&] { located(At, Text); });
      });
  }
};

void writeSarif(const Report &R, raw_ostream &OS) {
  SarifWriter(R, OS).write();
  OS << '\n';
}

} // namespace

constexpr ReportFormat SarifFormat = {
    "sarif", "SARIF 2.1.0, for code scanning services", writeSarif};

} // namespace waitwise
