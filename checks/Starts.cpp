//===- checks/Starts.cpp - what the checks of starts share ----------------===//
#include "checks/Starts.h"

#include "checks/Mismatch.h"

using namespace waitwise;

std::string waitwise::workOf(const WorkStart &W) {
  if (!W.Work.empty())
    return quoted(W.Work);
  return W.Program ? "another program" : "work that is not known";
}

Severity waitwise::perTaskSeverity(const WorkStart &W) {
  bool Item = W.Times.Many == HowMany::PerItem;
  if (Item && W.Serves)
    return Severity::None;
  if (W.Model == WorkModel::ThreadPerTask)
    return Item ? Severity::Medium : Severity::High;
  if (W.Model == WorkModel::ProcessPerTask)
    return Item ? Severity::Low : Severity::Medium;
  return Severity::None;
}

Finding waitwise::findingAt(const Solution &S, const WorkStart &W,
                            llvm::StringRef Check) {
  Finding F;
  F.Check = Check.str();
  F.At = S.place(S.event({W.F, W.Event}).Loc);
  F.Entry = S.named(W.F);
  F.Entries = {F.Entry};
  F.SinkFunction = W.Starts;
  F.SinkAt = F.At;
  F.SinkIn = S.P->nameOf(W.F).str();
  for (auto [Caller, Event] : W.Times.Through)
    F.Chain.push_back({S.P->nameOf(Caller).str(),
                       S.place(S.event({Caller, Event}).Loc), ""});
  if (F.Chain.empty() || F.Chain.back().Function != F.SinkIn)
    F.Chain.push_back({F.SinkIn, F.At, ""});
  F.Because = W.Times.Because;
  if (Place Loop = S.place(W.Times.At); Loop.isValid())
    F.Because += " (" + Loop.File + ":" + std::to_string(Loop.Line) + ")";
  F.Advice = W.How;
  if (!W.Costs.empty())
    F.Advice += "; it costs: " + W.Costs;
  return F;
}
