//===- report/Advice.cpp - which model suits which work, as a list --------===//
//
//   server.cpp:41:5: std::thread runs 'handle' (io-bound, slow), per-connection
//     a thread per task; better: an event loop, since it mostly waits, …
//
//===----------------------------------------------------------------------===//
#include "report/Advice.h"

#include "report/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {

ArrayRef<StringRef> adviceFormats() {
  static constexpr StringRef Names[] = {"text", "json"};
  return Names;
}

static Place placeOf(const Solution &S, const WorkStart &W) {
  return S.place(S.event({W.F, W.Event}).Loc);
}

/// What is run, as people read it.
static std::string workOf(const WorkStart &W) {
  if (!W.Work.empty())
    return "'" + W.Work + "'";
  return W.Program ? "another program" : "work that is not known";
}

/// "io-bound, waits slow, per-connection: a loop that accepts connections"
static std::string factsOf(const Solution &S, const WorkStart &W) {
  std::string Text = toString(W.Class).str();
  if (W.Waits)
    Text += ", waits " + toString(*W.Waits).str();
  Text += ", " + toString(W.Times.Many).str();
  if (W.Times.Because.empty())
    return Text;
  Text += ": " + W.Times.Because;
  if (Place At = S.place(W.Times.At); At.isValid())
    Text += " (" + At.File + ":" + utostr(At.Line) + ")";
  return Text;
}

static void writeChange(const Solution &S, const WorkStart &W,
                        raw_ostream &OS) {
  auto Line = [&](StringRef Key, const Twine &Text) {
    OS.indent(2) << left_justify(Key, 9) << Text << '\n';
  };
  Line("work", workOf(W) + ": " + factsOf(S, W));
  if (!W.Shared.empty())
    Line("shares", join(W.Shared, ", "));
  if (W.InterpreterLock)
    Line("lock", "computes under the interpreter lock");
  Line("now", toString(W.Model));
  Line("better", toString(W.Advised) + ", because " + W.Because);
  if (!W.Costs.empty())
    Line("costs", W.Costs);
  if (!W.How.empty())
    Line("how", W.How);
}

static void writeText(const Solution &S, raw_ostream &OS) {
  unsigned Changes = 0;
  for (const WorkStart &W : S.Starts) {
    Place At = placeOf(S, W);
    OS << At.File << ':' << At.Line << ':' << At.Column << ": '" << W.Starts
       << "' in '" << S.P->nameOf(W.F) << "'";
    if (W.Advised == WorkModel::Keep) {
      OS << ": fine: " << toString(W.Model) << ", runs " << workOf(W) << " ("
         << factsOf(S, W) << "); " << W.Because << '\n';
      continue;
    }
    ++Changes;
    OS << '\n';
    writeChange(S, W, OS);
  }
  if (S.Starts.empty()) {
    OS << "nothing here starts work\n";
    return;
  }
  OS << '\n' << S.Starts.size() << (S.Starts.size() == 1 ? " place" : " places")
     << " that " << (S.Starts.size() == 1 ? "starts" : "start") << " work: ";
  if (Changes)
    OS << Changes << " to change, ";
  OS << S.Starts.size() - Changes << " fine\n";
}

static void writeJson(const Solution &S, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  auto Text = [&](StringRef Key, StringRef Value) {
    J.attribute(Key, validUTF8(Value));
  };
  auto One = [&](const WorkStart &W) {
    Place At = placeOf(S, W);
    J.attributeObject("location", [&] {
      Text("file", At.File);
      J.attribute("line", At.Line);
      J.attribute("column", At.Column);
    });
    Text("function", S.P->nameOf(W.F));
    Text("starts", W.Starts);
    Text("work", W.Work);
    Text("class", toString(W.Class));
    if (W.Waits)
      Text("latency", toString(*W.Waits));
    else
      J.attribute("latency", nullptr);
    Text("many", toString(W.Times.Many));
    Text("model", toString(W.Model));
    Text("advised", toString(W.Advised));
    Text("because", W.Because);
    Text("costs", W.Costs);
    Text("how", W.How);
  };
  J.object([&] {
    J.attributeArray("starts", [&] {
      for (const WorkStart &W : S.Starts)
        J.object([&] { One(W); });
    });
  });
  OS << '\n';
}

void writeAdvice(const Solution &S, StringRef Format, raw_ostream &OS) {
  if (Format == "json")
    writeJson(S, OS);
  else
    writeText(S, OS);
}

} // namespace waitwise
