//===- report/Explain.cpp - why: functions and findings in full -----------===//
//
//   name ──▶ functions ──▶ where each runs   (search down from every context)
//                     └──▶ what each reaches (search down from the function)
//
//===----------------------------------------------------------------------===//
#include "report/Explain.h"

#include "report/CallSearch.h"
#include "report/Report.h"
#include "support/Error.h"
#include "support/Limits.h"
#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <map>
#include <set>

using namespace llvm;

namespace waitwise {
namespace {

std::string str(const Place &P) {
  return P.isValid() ? formatv("{0}:{1}:{2}", P.File, P.Line, P.Column).str()
                     : std::string("(no place)");
}

/// Bodies whose name is \p Name, or else ends in "::" + \p Name.
std::vector<FunctionId> functionsNamed(const Program &P, StringRef Name) {
  std::vector<FunctionId> Exact, Ending;
  std::string Tail = ("::" + Name).str();
  for (FunctionId F = 0; F < P.Functions.size(); ++F) {
    if (P.nameOf(F) == Name)
      Exact.push_back(F);
    else if (P.nameOf(F).ends_with(Tail))
      Ending.push_back(F);
  }
  return Exact.empty() ? Ending : Exact;
}

Error unknownName(const Program &P, StringRef Name) {
  std::vector<StringRef> Known;
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    Known.push_back(P.nameOf(F));
  if (nearestWord(Name, Known).empty())
    for (StringRef &K : Known)
      K = K.substr(K.rfind(':') + 1); // npos + 1 is 0: the whole name.
  return failure("no function, finding or check is called '" + Name + "'" +
                 didYouMean(Name, Known));
}

Error ambiguousName(StringRef Name, const std::set<StringRef> &Names) {
  std::vector<StringRef> Shown;
  for (StringRef N : Names)
    if (Shown.size() < limits::NamesInMessage)
      Shown.push_back(N);
  std::string Text =
      ("'" + Name + "' may be any of: " + join(Shown, ", ")).str();
  if (Names.size() > Shown.size())
    Text += formatv(" and {0} more", Names.size() - Shown.size());
  return failure(Text);
}

class FunctionExplainer {
public:
  FunctionExplainer(const Solution &S, FunctionId F, raw_ostream &OS)
      : S(S), F(F), OS(OS) {}

  void explain() {
    OS << "'" << S.P->nameOf(F) << "' at " << str(S.named(F).At) << '\n';
    contexts();
    sinks();
    calls();
  }

private:
  const Solution &S;
  FunctionId F;
  raw_ostream &OS;

  void chain(ArrayRef<Step> Steps) {
    for (const Step &At : Steps) {
      OS << "      '" << S.P->nameOf(At.At.F) << "' calls on at "
         << str(S.place(S.event(At.At).Loc));
      if (At.How != EdgeKind::Direct)
        OS << " (" << toString(At.How) << ')';
      OS << '\n';
    }
  }

  void contexts() {
    bool Any = false;
    for (unsigned K = 0; K < NumContextKinds; ++K)
      Any |= contextsOf(ContextKind(K));
    if (!Any)
      OS << "  runs in no known context: only in what calls it, if anything\n";
  }

  bool contextsOf(ContextKind Kind) {
    CallSearch Search(S);
    for (const ContextEntry &E : S.Contexts)
      if (E.Kind == Kind)
        Search.addStart(E);
    Search.run();
    if (!Search.reached(F))
      return false;
    std::vector<Step> Steps = Search.chainTo(F);
    FunctionId Entry = Steps.empty() ? F : Steps.front().At.F;
    OS << "  runs in " << describe(Kind) << ":\n";
    for (const ContextEntry &E : S.Contexts)
      if (E.Kind == Kind && E.F == Entry) {
        OS << "      '" << S.P->nameOf(Entry) << "' "
           << (E.WholeBody ? "is entered there" : "runs there in part") << ": "
           << E.Because << ", " << str(S.place(E.At)) << '\n';
        break;
      }
    chain(Steps);
    return true;
  }

  void sinks() {
    CallSearch Search(S);
    Search.addStart(F);
    Search.run();
    std::map<SinkKey, const Sink *> Best = bestSinks();
    size_t Found = 0;
    for (FunctionId G : Search.order())
      for (auto It = Best.lower_bound({G, 0, ""});
           It != Best.end() && std::get<0>(It->first) == G; ++It)
        if (++Found <= limits::NamesInMessage) {
          sink(*It->second);
          chain(Search.chainTo(G));
        }
    if (Found == 0)
      OS << "  reaches no call that is known to block\n";
    if (Found > limits::NamesInMessage)
      OS << "  and " << Found - limits::NamesInMessage
         << " more blocking calls\n";
  }

  /// Blocking calls by function and event, each once: a call that is a sink
  /// on several paths is shown as it is known best.
  using SinkKey = std::tuple<FunctionId, uint32_t, StringRef>;
  std::map<SinkKey, const Sink *> bestSinks() const {
    std::map<SinkKey, const Sink *> Best;
    for (const Sink &K : S.Sinks) {
      const Sink *&Known = Best[{K.At.F, K.At.Event, K.Primitive}];
      if (!Known || Known->Conf < K.Conf)
        Known = &K;
    }
    return Best;
  }

  void sink(const Sink &K) {
    OS << "  reaches '" << K.Primitive << "' (" << toString(K.Kind) << ", "
       << toString(K.Bad) << ") at " << str(S.place(S.event(K.At).Loc));
    if (!K.Because.empty())
      OS << ": " << K.Because;
    if (!K.Detail.empty())
      OS << "; " << K.Detail;
    OS << '\n';
  }

  /// Counts as the coverage of a report does.
  void calls() {
    const std::vector<Event> &Events = S.P->Functions[F].Events;
    unsigned Calls = 0, Unresolved = 0;
    for (uint32_t I = 0; I < Events.size(); ++I) {
      const Event &E = Events[I];
      if (E.Kind != EventKind::Call || E.has(EVF_Implicit))
        continue;
      ++Calls;
      bool Indirect = E.Callee == None || E.has(EVF_Virtual);
      bool System = E.Callee != None && S.P->entity(E.Callee).has(EF_System);
      Unresolved += Indirect && !System && S.Calls[F][I].empty();
    }
    OS << formatv("  {0} of {1} calls unresolved\n", Unresolved, Calls);
  }
};

/// Tells of a library's function, which has no body here, who calls it where
/// that may block. False if nobody does.
bool explainPrimitive(const Solution &S, StringRef Name, raw_ostream &OS) {
  std::map<std::string, const Sink *> Callers; // By place, each once.
  for (const Sink &K : S.Sinks)
    if (K.Primitive == Name)
      Callers.emplace(str(S.place(S.event(K.At).Loc)), &K);
  if (Callers.empty())
    return false;
  const Sink &Any = *Callers.begin()->second;
  OS << "'" << Name << "' blocks (" << toString(Any.Kind) << ", "
     << toString(Any.Bad) << "): " << Any.Because << '\n';
  size_t Shown = 0;
  for (const auto &[At, K] : Callers)
    if (++Shown <= limits::NamesInMessage)
      OS << "  called by '" << S.P->nameOf(K->At.F) << "' at " << At << '\n';
  if (Shown > limits::NamesInMessage)
    OS << "  and in " << Shown - limits::NamesInMessage << " more places\n";
  return true;
}

} // namespace

Error explainFunction(const Solution &S, StringRef Name, raw_ostream &OS) {
  std::vector<FunctionId> Found = functionsNamed(*S.P, Name);
  if (Found.empty() && explainPrimitive(S, Name, OS))
    return Error::success();
  if (Found.empty())
    return unknownName(*S.P, Name);
  std::set<StringRef> Names;
  for (FunctionId F : Found)
    Names.insert(S.P->nameOf(F));
  if (Names.size() > 1)
    return ambiguousName(Name, Names);
  for (FunctionId F : Found) // Overloads, or one in each program.
    FunctionExplainer(S, F, OS).explain();
  return Error::success();
}

void explainFinding(const Finding &F, SourceFiles &Sources, raw_ostream &OS) {
  writeFinding(F, Sources, OS);
  if (F.Entries.size() > 1)
    OS << "\nreached from " << F.EntryCount << " entries:\n";
  for (const NamedPlace &E : F.Entries)
    if (F.Entries.size() > 1)
      OS << "  '" << E.Function << "' at " << str(E.At) << '\n';
  OS << "\nwhat would change it:\n";
  if (!F.Advice.empty())
    OS << "  use instead: " << F.Advice << '\n';
  if (F.HasContext)
    OS << "  let '" << F.SinkFunction << "' run elsewhere than in "
       << describe(F.Context) << '\n';
  if (F.Conf != Confidence::High)
    OS << "  the chain is of " << toString(F.Conf)
       << " confidence: see which calls it took for granted\n";
  if (F.Suppressed)
    OS << "  it is suppressed: "
       << (F.Suppressed->empty() ? "no reason given" : *F.Suppressed) << '\n';
  else
    OS << "  accept it: // NOLINT(waitwise-" << F.Check << "): reason, at "
       << str(F.At) << '\n';
}

} // namespace waitwise
