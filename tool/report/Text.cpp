//===- report/Text.cpp - findings as clang would print them ---------------===//
//
//   src/a.cpp:12:5: warning: <message> [waitwise-blocking-in-coroutine]
//      12 |   resolve(host);
//         |   ^
//   src/a.cpp:10:1: note: 'handle' runs in the event loop: <why>
//   src/a.cpp:12:5: note: 'handle' calls 'resolve' here
//   src/net.cpp:7:9: note: 'resolve' calls 'getaddrinfo' here
//   src/net.cpp:7:9: note: 'getaddrinfo' blocks: <why>
//   src/a.cpp:12:5: note: instead: <what to use>
//   src/a.cpp:12:5: note: high severity, high confidence; …
//
// Every note has a place, so that editors and log readers that know clang's
// output can jump to it. Code is shown once per place. A summary ends it.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "report/Snippet.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

namespace waitwise {
namespace {

/// Other entries that are named; the rest is counted.
constexpr size_t NamedEntries = 3;

class FindingWriter {
public:
  FindingWriter(const Finding &F, SourceFiles &Sources, raw_ostream &OS)
      : F(F), Sources(Sources), OS(OS) {}

  void write() {
    head(F.At, raw_ostream::MAGENTA, "warning",
         F.Message + " [waitwise-" + F.Check + "]");
    context();
    chain();
    if (!F.Because.empty())
      note(F.SinkAt, F.SinkKind
                         ? "'" + F.SinkFunction + "' blocks: " + F.Because
                         : F.Because);
    otherEntries();
    if (!F.Advice.empty())
      note(F.At, "instead: " + F.Advice);
    if (!F.Fix.empty())
      note(F.At, "replacement: " + F.Fix);
    note(F.At, formatv("{0} severity, {1} confidence; more: waitwise explain "
                       "{2}",
                       toString(F.Sev), toString(F.Conf), F.Id)
                   .str());
  }

private:
  const Finding &F;
  SourceFiles &Sources;
  raw_ostream &OS;
  std::vector<Place> Shown;

  void note(const Place &At, StringRef Text) {
    head(At.isValid() ? At : F.At, raw_ostream::CYAN, "note", Text);
  }

  void head(const Place &At, raw_ostream::Colors Colour, StringRef Kind,
            StringRef Text) {
    if (At.isValid())
      WithColor(OS, raw_ostream::SAVEDCOLOR, /*Bold=*/true)
          << At.File << ':' << At.Line << ':' << At.Column << ": ";
    WithColor(OS, Colour, /*Bold=*/true) << Kind << ": ";
    OS << Text << '\n';
    code(At);
  }

  void code(const Place &At) {
    if (is_contained(Shown, At))
      return;
    Shown.push_back(At);
    std::optional<StringRef> Line = Sources.line(At);
    if (!Line)
      return;
    Snippet S = renderLine(*Line, At.Column);
    OS << format("%5u | ", At.Line) << S.Text << "\n      | ";
    OS.indent(unsigned(S.Indent));
    WithColor(OS, raw_ostream::GREEN, /*Bold=*/true) << '^';
    OS << '\n';
  }

  void context() {
    if (F.HasContext)
      note(F.ContextAt.isValid() ? F.ContextAt : F.Entry.At, contextText());
  }

  std::string contextText() {
    const std::string &Why = F.ContextBecause;
    bool IsHeld =
        F.Context == ContextKind::LockHeld || F.Context == ContextKind::GilHeld;
    if (IsHeld && !Why.empty())
      return "from here " + Why;
    std::string Entry = "'" + F.Entry.Function + "'";
    if (StringRef(Why).starts_with(Entry))
      return Why; // "'f' is a coroutine" says it all.
    std::string Text = Entry + " runs in " + describe(F.Context).str();
    return Why.empty() ? Text : Text + ": " + Why;
  }

  /// A chain of one step says nothing that the warning does not say.
  void chain() {
    if (F.Chain.size() < 2)
      return;
    for (size_t I = 0; I < F.Chain.size(); ++I) {
      StringRef Callee = I + 1 < F.Chain.size()
                             ? StringRef(F.Chain[I + 1].Function)
                             : StringRef(F.SinkFunction);
      std::string Text =
          ("'" + F.Chain[I].Function + "' calls '" + Callee + "' here").str();
      if (!F.Chain[I].How.empty())
        Text += " (" + F.Chain[I].How + ")";
      note(F.Chain[I].At, Text);
    }
  }

  /// Named at the first of them, without its code.
  void otherEntries() {
    if (F.EntryCount < 2)
      return;
    std::vector<std::string> Names;
    Place First;
    for (const NamedPlace &E : F.Entries) {
      if (E.Function == F.Entry.Function || Names.size() == NamedEntries)
        continue;
      if (Names.empty())
        First = E.At;
      Names.push_back("'" + E.Function + "'");
    }
    size_t Others = F.EntryCount - 1;
    size_t More = Others - std::min(Others, Names.size());
    Shown.push_back(First);
    if (Names.empty()) // Overloads of one name, or lambdas of one template.
      return note(F.Entry.At,
                  formatv("reached from {0} entries", F.EntryCount).str());
    std::string Text = "also reached from " + join(Names, ", ");
    if (More)
      Text +=
          formatv(" and {0} more {1}", More, More == 1 ? "entry" : "entries");
    note(First, Text);
  }
};

std::string counted(unsigned N, StringRef One, StringRef Many) {
  return formatv("{0:N} {1}", N, N == 1 ? One : Many).str();
}

/// "3 findings (1 high, 2 medium)", "nothing to report".
std::string verdict(ArrayRef<Finding> Findings) {
  unsigned Shown = 0, Suppressed = 0, Baselined = 0, BySeverity[4] = {};
  for (const Finding &F : Findings) {
    ++(F.Suppressed ? Suppressed : F.Baselined ? Baselined : Shown);
    BySeverity[unsigned(F.Sev)] += !F.Suppressed && !F.Baselined;
  }
  std::vector<std::string> Parts;
  for (Severity S : {Severity::High, Severity::Medium, Severity::Low})
    if (unsigned N = BySeverity[unsigned(S)])
      Parts.push_back(formatv("{0:N} {1}", N, toString(S)).str());
  if (Suppressed)
    Parts.push_back(formatv("{0:N} suppressed", Suppressed).str());
  if (Baselined)
    Parts.push_back(formatv("{0:N} in the baseline", Baselined).str());
  std::string Text = Shown ? counted(Shown, "finding", "findings")
                           : std::string("nothing to report");
  if (!Parts.empty())
    Text += " (" + join(Parts, ", ") + ")";
  return Text;
}

void writeUnknown(const Unknown &U, raw_ostream &OS) {
  const Place &At = U.In.At;
  OS << At.File << ':' << At.Line << ':' << At.Column
     << ": note: not followed in ";
  interleaveComma(U.Contexts, OS,
                  [&](ContextKind K) { OS << describe(K); });
  OS << ": " << U.What << '\n';
}

void writeText(const Report &R, raw_ostream &OS) {
  for (const Finding *F : R.reported()) {
    writeFinding(*F, *R.Sources, OS);
    OS << '\n';
  }
  for (const Unknown &U : R.Unknowns)
    writeUnknown(U, OS);
  const Coverage &C = R.Cov;
  OS << verdict(R.Findings) << " in "
     << counted(C.TranslationUnits, "translation unit", "translation units");
  if (C.Partial || C.Failed)
    OS << formatv(" ({0} partial, {1} failed)", C.Partial, C.Failed);
  OS << formatv("; {0:N} of {1:N} calls unresolved", C.UnresolvedCalls,
                C.Calls);
  for (const ContextCoverage &In : C.Contexts)
    if (In.Unresolved)
      OS << formatv(", {0:N} of {1:N} in {2}", In.Unresolved, In.Calls,
                    describe(In.Kind));
  OS << '\n';
  if (!R.Gone.empty())
    OS << counted(R.Gone.size(), "finding", "findings")
       << " of the baseline " << (R.Gone.size() == 1 ? "is" : "are")
       << " gone: 'waitwise baseline update' takes "
       << (R.Gone.size() == 1 ? "it" : "them") << " out\n";
}

} // namespace

void writeFinding(const Finding &F, SourceFiles &Sources, raw_ostream &OS) {
  FindingWriter(F, Sources, OS).write();
}

constexpr ReportFormat TextFormat = {
    "text", "as clang prints diagnostics, for people", writeText};

} // namespace waitwise
