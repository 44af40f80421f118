//===- checks/Heavy.cpp - heavy work → finding ----------------------------===//
//
// The message has the estimate in a form that a person can check: the formula,
// what its sizes were taken to be, and the time that makes.
//
//===----------------------------------------------------------------------===//
#include "checks/Heavy.h"

#include "checks/Mismatch.h"
#include "support/Limits.h"

using namespace waitwise;

static std::string placeOf(const Solution &S, const ContextEntry &E) {
  switch (E.Kind) {
  case ContextKind::Coroutine:
    return "in coroutine " + quoted(S.P->nameOf(E.F));
  case ContextKind::LockHeld:
    return "while " + E.Because;
  case ContextKind::GilHeld:
    return "while Python's interpreter lock is held";
  default:
    return "on " + describe(E.Kind).str();
  }
}

/// "about 12 h·w operations (h, w unknown, taken as 1,000: 12 ms)".
static std::string estimate(const Solution &S, const HeavyWork &W) {
  const Term *T = W.Cost.dominant(
      [&](SizeId Id) { return double(S.Sizes[Id].Assumed); });
  Formula Main = T ? Formula(*T) : Formula();
  std::string Text = S.formulaOf(Main), Time = durationOf(W.Ns);
  size_t Open = Text.find(" (");
  if (Open == std::string::npos)
    return "about " + Text + " operations (" + Time + ")";
  return "about " + Text.substr(0, Open) + " operations" +
         Text.substr(Open, Text.size() - Open - 1) + ": " + Time + ")";
}

static llvm::StringRef generalAdvice(ContextKind K) {
  switch (K) {
  case ContextKind::Coroutine:
    return "run it on a thread pool sized to the cores and await its result, "
           "or yield every few hundred microseconds";
  case ContextKind::GilHeld:
    return "release the interpreter lock around it; threads of Python do not "
           "compute in parallel, processes do";
  case ContextKind::LockHeld:
    return "compute outside of the lock, and take it only to read the input "
           "and to put the result in place";
  default:
    return "run it on a thread pool sized to the cores and post the result "
           "back, or do it in slices";
  }
}

static std::vector<NamedPlace> chainOf(const Solution &S, const HeavyWork &W,
                                       const Place &Where) {
  std::vector<NamedPlace> Chain;
  for (const Step &Step : W.Chain)
    Chain.push_back({S.P->nameOf(Step.At.F).str(),
                     S.place(S.event(Step.At).Loc), toString(Step.How).str()});
  Chain.push_back({S.P->nameOf(W.F).str(), Where, ""});
  return Chain;
}

static void fillContext(const Solution &S, const HeavyWork &W, Finding &F) {
  const ContextEntry &E = S.Contexts[W.Context];
  F.HasContext = true;
  F.Context = E.Kind;
  F.ContextBecause = E.Because;
  F.ContextAt = S.place(E.At);
  F.Entry = S.named(E.F);
  F.EntryCount = W.Entries.size();
  for (uint32_t I : W.Entries) {
    if (F.Entries.size() == limits::EntriesPerFinding)
      break;
    F.Entries.push_back(S.named(S.Contexts[I].F));
  }
}

static Finding findingFor(const Solution &S, const HeavyWork &W) {
  const ContextEntry &E = S.Contexts[W.Context];
  const Function &Body = S.P->Functions[W.F];
  Finding F;
  F.Sev = W.Sev;
  F.Conf = W.Conf;
  std::string Where = S.P->nameOf(W.F).str();
  if (W.Event != None) {
    F.SinkAt = S.place(Body.Events[W.Event].Loc);
    F.SinkFunction = S.P->name(Body.Events[W.Event].Callee).str();
    F.Because = "calling it is most of the work";
  } else {
    F.SinkAt = W.Loop != None ? S.place(Body.Loops[W.Loop].Loc)
                              : S.place(S.P->self(W.F).Loc);
    F.SinkFunction = Where;
    F.Because = W.Loop != None ? "this loop is most of the work"
                               : quoted(Where) + " calls itself";
  }
  std::string What = quoted(F.SinkFunction);
  bool Deep = !W.Chain.empty() && W.Event != None;
  if (Deep)
    What += " (called in " + quoted(Where) + ")";
  F.Message = What + " computes " + estimate(S, W) + " " + placeOf(S, E);
  F.Computes = true;
  F.SinkIn = Where;
  F.Chain = chainOf(S, W, F.SinkAt);
  F.At = F.Chain.front().At;
  fillContext(S, W, F);
  F.Advice = generalAdvice(E.Kind).str();
  return F;
}

void waitwise::reportHeavyWork(const Solution &S, llvm::StringRef Check,
                               ContextKind K, FindingSink Report) {
  for (const HeavyWork &W : S.HeavyWork)
    if (S.Contexts[W.Context].Kind == K) {
      Finding F = findingFor(S, W);
      F.Check = Check.str();
      Report(std::move(F));
    }
}
