//===- solve/Advise.cpp - the model that suits ----------------------------===//
#include "solve/Advise.h"

using namespace waitwise;

Adviser::Adviser(const Analyses &A)
    : A(A), Table(A.K.Rules.Advice) {
  forEachSite(A.P, [&](Site At) {
    const Rule *R = A.Cond.rule(At);
    if (!R)
      return;
    ++Uses[R->Pack];
    ++UsesIn[{A.event(At).Loc.File, R->Pack}];
  });
}

std::string Adviser::how(const WorkStart &W) const {
  StringId File = A.event({W.F, W.Event}).Loc.File;
  const std::string *Best = nullptr;
  std::tuple<bool, unsigned, unsigned> Most;
  for (const PackInfo &Pack : A.K.Rules.Packs) {
    auto Text = Pack.How.find(W.Advised);
    auto Used = Uses.find(Pack.Name);
    if (Text == Pack.How.end() || Used == Uses.end())
      continue;
    auto Here = UsesIn.find({File, Pack.Name});
    std::tuple<bool, unsigned, unsigned> Fit{
        Pack.Name == W.Pack, Here == UsesIn.end() ? 0 : Here->second,
        Used->second};
    if (Best && Fit <= Most)
      continue;
    Most = Fit;
    Best = &Text->second;
  }
  if (Best)
    return *Best;
  auto General = Table.How.find(W.Advised);
  return General == Table.How.end() ? "" : General->second;
}

void Adviser::fill(WorkStart &W) const {
  bool PerTask = W.Times.Many >= HowMany::PerItem;
  if (W.Model == WorkModel::Thread && PerTask)
    W.Model = WorkModel::ThreadPerTask;
  if (W.Model == WorkModel::Process && PerTask)
    W.Model = WorkModel::ProcessPerTask;
  const AdviceRow *Row = Table.find(W);
  if (!Row)
    return;
  W.Because = Row->Because;
  if (Row->Advised == WorkModel::Keep || Row->Advised == W.Model)
    return;
  W.Advised = Row->Advised;
  W.How = how(W);
  if (auto Costs = Table.Costs.find(W.Advised); Costs != Table.Costs.end())
    W.Costs = Costs->second;
}
