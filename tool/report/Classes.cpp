//===- report/Classes.cpp - what every function does, as a table ----------===//
//
//   class      waits    computes  function           because
//   io-bound   50 ms    4 ns      look  net.cpp:12   waits: 'getaddrinfo' …
//
//===----------------------------------------------------------------------===//
#include "report/Classes.h"

#include "report/Report.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {

ArrayRef<StringRef> classFormats() {
  static constexpr StringRef Names[] = {"text", "json", "csv"};
  return Names;
}

//===----------------------------------------------------------------------===//
// Evidence.
//===----------------------------------------------------------------------===//

/// The sink at a site, or null.
static const Sink *sinkAt(const Solution &S, Site At) {
  auto It = find_if(S.Sinks, [&](const Sink &K) { return K.At == At; });
  return It == S.Sinks.end() ? nullptr : &*It;
}

/// The callee of an event that waits most, or None.
static FunctionId mostWaiting(const Solution &S, FunctionId F, uint32_t Event) {
  FunctionId Most = None;
  for (const CallEdge &To : S.Calls[F][Event])
    if (Most == None || S.Costs[To.Callee].WaitsNs > S.Costs[Most].WaitsNs)
      Most = To.Callee;
  return Most;
}

/// "waits: 'getaddrinfo' (dns, slow), through 'look'".
static std::string waitEvidence(const Solution &S, FunctionId F) {
  FunctionId First = None;
  for (unsigned Step = 0; Step < limits::NamesInMessage; ++Step) {
    uint32_t Event = S.Costs[F].WaitEvent;
    if (Event == None)
      return "";
    std::string Through =
        First == None ? "" : ", through '" + S.P->nameOf(First).str() + "'";
    if (S.event({F, Event}).Kind != EventKind::Call)
      return "waits: co_await of what it asked for" + Through;
    if (const Sink *K = sinkAt(S, {F, Event}))
      return ("waits: '" + K->Primitive + "' (" + toString(K->Kind) + ", " +
              toString(K->Bad) + ")" + Through)
          .str();
    F = mostWaiting(S, F, Event);
    if (F == None)
      return "";
    if (First == None)
      First = F;
  }
  return "";
}

std::vector<std::string> evidenceFor(const Solution &S, FunctionId F) {
  const FunctionCost &C = S.Costs[F];
  std::vector<std::string> Evidence;
  if (std::string Waits = waitEvidence(S, F); !Waits.empty())
    Evidence.push_back(std::move(Waits));
  std::string Computes = "computes: " + S.formulaOf(C.Computes);
  if (C.HeavyCallee != None)
    Computes += ", most of it in '" + S.P->nameOf(C.HeavyCallee).str() + "'";
  if (!C.Computes.isZero())
    Evidence.push_back(std::move(Computes));
  if (C.HasUnknown)
    Evidence.push_back("calls something that is not known");
  return Evidence;
}

//===----------------------------------------------------------------------===//
// The table.
//===----------------------------------------------------------------------===//

namespace {

struct Row {
  FunctionId F = None;
  NamedPlace Of;
};

} // namespace

static std::vector<Row> rowsOf(const Solution &S, const ClassSelection &Which) {
  std::vector<Row> Rows;
  Expected<GlobPattern> Glob = GlobPattern::create(Which.Path);
  bool Any = Which.Path.empty() || !Glob;
  consumeError(Glob.takeError());
  for (FunctionId F = 0; F < S.P->Functions.size(); ++F) {
    Row R{F, S.named(F)};
    bool Written = !S.P->self(F).has(EF_Implicit) && R.Of.At.isValid() &&
                   !StringRef(R.Of.Function).starts_with("(");
    if (Written && (Any || Glob->match(R.Of.At.File)))
      Rows.push_back(std::move(R));
  }
  auto Key = [&](const Row &R) {
    const FunctionCost &C = S.Costs[R.F];
    double Ns = Which.ByLocation ? 0 : -(C.WaitsNs + C.ComputesNs);
    return std::make_tuple(Ns, StringRef(R.Of.At.File), R.Of.At.Line,
                           R.Of.At.Column, R.F);
  };
  llvm::sort(Rows, [&](const Row &A, const Row &B) { return Key(A) < Key(B); });
  return Rows;
}

static std::vector<std::string> contextsOf(const Solution &S, FunctionId F) {
  std::vector<std::string> Kinds;
  for (unsigned K = 0; K < NumContextKinds; ++K)
    if (S.RunsIn[F] & 1u << K)
      Kinds.push_back(toString(ContextKind(K)).str());
  return Kinds;
}

/// Whole nanoseconds; what is too long to be one, as the longest.
static int64_t wholeNs(double Ns) {
  constexpr double Longest = 9e18;
  return int64_t(std::min(Ns, Longest));
}

static void writeText(const Solution &S, ArrayRef<Row> Rows, raw_ostream &OS) {
  OS << "class      waits       computes    function\n";
  unsigned Count[5] = {};
  for (const Row &R : Rows) {
    const FunctionCost &C = S.Costs[R.F];
    ++Count[unsigned(C.Class)];
    OS << left_justify(toString(C.Class), 11)
       << left_justify(C.WaitsNs > 0 ? durationOf(C.WaitsNs) : "-", 12)
       << left_justify(durationOf(C.ComputesNs), 12) << R.Of.Function << "  "
       << R.Of.At.File << ':' << R.Of.At.Line << '\n';
    if (C.Class == WorkClass::Light)
      continue;
    for (const std::string &Line : evidenceFor(S, R.F))
      OS.indent(35) << Line << '\n';
  }
  OS << '\n' << Rows.size() << (Rows.size() == 1 ? " function" : " functions");
  const char *Before = ": ";
  for (unsigned I = 0; I < std::size(Count); ++I)
    if (Count[I]) {
      OS << Before << Count[I] << ' ' << toString(WorkClass(I));
      Before = ", ";
    }
  OS << '\n';
}

static void writeJson(const Solution &S, ArrayRef<Row> Rows, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  auto List = [&](StringRef Key, const std::vector<std::string> &Texts) {
    J.attributeArray(Key, [&] {
      for (const std::string &Text : Texts)
        J.value(validUTF8(Text));
    });
  };
  auto One = [&](const Row &R) {
    const FunctionCost &C = S.Costs[R.F];
    J.attribute("function", validUTF8(R.Of.Function));
    J.attributeObject("location", [&] {
      J.attribute("file", validUTF8(R.Of.At.File));
      J.attribute("line", R.Of.At.Line);
      J.attribute("column", R.Of.At.Column);
    });
    J.attribute("class", toString(C.Class));
    J.attribute("waits_ns", wholeNs(C.WaitsNs));
    J.attribute("computes_ns", wholeNs(C.ComputesNs));
    J.attribute("cost", validUTF8(toString(C.Computes, S.Sizes)));
    List("contexts", contextsOf(S, R.F));
    List("evidence", evidenceFor(S, R.F));
  };
  J.object([&] {
    J.attributeArray("functions", [&] {
      for (const Row &R : Rows)
        J.object([&] { One(R); });
    });
  });
  OS << '\n';
}

/// A field as RFC 4180 has it.
static std::string csvField(StringRef Text) {
  if (Text.find_first_of(",\"\r\n") == StringRef::npos)
    return Text.str();
  std::string Quoted = "\"";
  for (char C : Text) {
    Quoted += C;
    if (C == '"')
      Quoted += C;
  }
  return Quoted + "\"";
}

static void writeCsv(const Solution &S, ArrayRef<Row> Rows, raw_ostream &OS) {
  OS << "function,file,line,class,waits_ns,computes_ns,cost,contexts,evidence"
        "\r\n";
  for (const Row &R : Rows) {
    const FunctionCost &C = S.Costs[R.F];
    OS << csvField(R.Of.Function) << ',' << csvField(R.Of.At.File) << ','
       << R.Of.At.Line << ',' << toString(C.Class) << ',' << wholeNs(C.WaitsNs)
       << ',' << wholeNs(C.ComputesNs) << ','
       << csvField(toString(C.Computes, S.Sizes)) << ','
       << csvField(join(contextsOf(S, R.F), " ")) << ','
       << csvField(join(evidenceFor(S, R.F), "; ")) << "\r\n";
  }
}

void writeClasses(const Solution &S, StringRef Format,
                  const ClassSelection &Which, raw_ostream &OS) {
  ClassSelection Chosen = Which;
  Chosen.ByLocation |= Format == "json";
  std::vector<Row> Rows = rowsOf(S, Chosen);
  if (Format == "json")
    writeJson(S, Rows, OS);
  else if (Format == "csv")
    writeCsv(S, Rows, OS);
  else
    writeText(S, Rows, OS);
}

} // namespace waitwise
