//===- report/Json.cpp - findings as JSON ---------------------------------===//
//
// The contract that other programs rely on (docs/cli.md): keys in a fixed
// order, every key always there, null where a thing does not apply, the same
// bytes for the same findings.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {
namespace {

class JsonWriter {
public:
  explicit JsonWriter(raw_ostream &OS) : J(OS, /*IndentSize=*/2) {}

  void report(const Report &R) {
    J.object([&] {
      J.attribute("version", 1);
      J.attributeObject("tool", [&] {
        text("name", "waitwise");
        text("version", WAITWISE_VERSION);
      });
      text("root", R.Root);
      J.attributeArray("findings", [&] {
        for (const Finding &F : R.Findings)
          J.object([&] { finding(F); });
      });
      if (R.HasBaseline)
        gone(R.Gone);
      J.attributeArray("unknowns", [&] {
        for (const Unknown &U : R.Unknowns)
          J.object([&] { unknown(U); });
      });
      J.attributeObject("coverage", [&] { coverage(R.Cov); });
    });
  }

private:
  json::OStream J;

  void text(StringRef Key, StringRef Value) {
    J.attribute(Key, validUTF8(Value));
  }

  void textOrNull(StringRef Key, std::optional<StringRef> Value) {
    if (Value)
      text(Key, *Value);
    else
      J.attribute(Key, nullptr);
  }

  void gone(ArrayRef<KnownFinding> Gone) {
    J.attributeArray("gone", [&] {
      for (const KnownFinding &K : Gone)
        J.object([&] {
          text("id", K.Id);
          text("check", K.Check);
          text("entry", K.Entry);
          text("sink", K.Sink);
          text("file", K.File);
          text("baseline", "absent");
        });
    });
  }

  void location(const Place &P) {
    if (!P.isValid())
      return J.attribute("location", nullptr);
    J.attributeObject("location", [&] {
      text("file", P.File);
      J.attribute("line", P.Line);
      J.attribute("column", P.Column);
    });
  }

  void place(const NamedPlace &P) {
    text("function", P.Function);
    location(P.At);
  }

  void places(StringRef Key, ArrayRef<NamedPlace> Places) {
    J.attributeArray(Key, [&] {
      for (const NamedPlace &P : Places)
        J.object([&] { place(P); });
    });
  }

  void context(const Finding &F) {
    if (!F.HasContext)
      return J.attribute("context", nullptr);
    J.attributeObject("context", [&] {
      text("kind", toString(F.Context));
      text("because", F.ContextBecause);
      location(F.ContextAt);
    });
  }

  void sink(const Finding &F) {
    std::optional<StringRef> Effect, Bad;
    if (F.SinkKind)
      Effect = toString(*F.SinkKind);
    else if (F.Computes)
      Effect = "compute";
    if (F.SinkLatency)
      Bad = toString(*F.SinkLatency);
    J.attributeObject("sink", [&] {
      text("function", F.SinkFunction);
      textOrNull("effect", Effect);
      textOrNull("latency", Bad);
      location(F.SinkAt);
    });
  }

  void finding(const Finding &F) {
    text("id", F.Id);
    text("check", F.Check);
    text("severity", toString(F.Sev));
    text("confidence", toString(F.Conf));
    text("message", F.Message);
    location(F.At);
    context(F);
    J.attributeObject("entry", [&] { place(F.Entry); });
    J.attribute("entry_count", F.EntryCount);
    places("entries", F.Entries);
    sink(F);
    places("chain", F.Chain);
    J.attributeObject("advice", [&] {
      text("text", F.Advice);
      textOrNull("fix", F.Fix.empty() ? std::nullopt
                                      : std::optional<StringRef>(F.Fix));
    });
    textOrNull("suppressed", F.Suppressed);
    text("baseline", F.Baselined ? "unchanged" : "new");
  }

  void unknown(const Unknown &U) {
    place(U.In);
    text("what", U.What);
    J.attributeArray("contexts", [&] {
      for (ContextKind K : U.Contexts)
        J.value(toString(K));
    });
  }

  void coverage(const Coverage &C) {
    J.attribute("translation_units", C.TranslationUnits);
    J.attribute("partial", C.Partial);
    J.attribute("failed", C.Failed);
    J.attribute("functions", C.Functions);
    J.attribute("calls", C.Calls);
    J.attribute("unresolved_calls", C.UnresolvedCalls);
    J.attributeArray("contexts", [&] {
      for (const ContextCoverage &In : C.Contexts)
        J.object([&] {
          text("kind", toString(In.Kind));
          J.attribute("calls", In.Calls);
          J.attribute("unresolved_calls", In.Unresolved);
        });
    });
  }
};

void writeJson(const Report &R, raw_ostream &OS) {
  JsonWriter(OS).report(R);
  OS << '\n';
}

} // namespace

constexpr ReportFormat JsonFormat = {"json", "one document, for programs",
                                     writeJson};

} // namespace waitwise
