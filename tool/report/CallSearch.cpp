//===- report/CallSearch.cpp - shortest chains over resolved calls --------===//
#include "report/CallSearch.h"

#include <algorithm>

namespace waitwise {

CallSearch::CallSearch(const Solution &S)
    : S(S), Seen(S.P->Functions.size()), From(Seen.size()),
      InPart(Seen.size()) {}

void CallSearch::addStart(FunctionId F) {
  InPart[F] = false;
  if (Seen[F])
    return;
  Seen[F] = true;
  Order.push_back(F);
}

void CallSearch::addStart(const ContextEntry &E) {
  if (E.WholeBody)
    return addStart(E.F);
  if (!Seen[E.F]) {
    addStart(E.F);
    InPart[E.F] = true;
  }
  for (uint32_t Event : E.Events)
    follow(E.F, Event);
}

void CallSearch::run() {
  for (size_t Next = 0; Next < Order.size(); ++Next) {
    FunctionId F = Order[Next];
    if (InPart[F])
      continue;
    for (uint32_t Event = 0; Event < S.Calls[F].size(); ++Event)
      follow(F, Event);
  }
}

void CallSearch::follow(FunctionId F, uint32_t Event) {
  for (const CallEdge &E : S.Calls[F][Event]) {
    if (Seen[E.Callee] && !InPart[E.Callee])
      continue;
    if (!Seen[E.Callee])
      From[E.Callee] = {{F, Event}, E.Kind};
    Seen[E.Callee] = true;
    InPart[E.Callee] = false; // Called, it runs as a whole.
    Order.push_back(E.Callee);
  }
}

std::vector<Step> CallSearch::chainTo(FunctionId F) const {
  std::vector<Step> Chain;
  // A start has no step; every other function was reached once.
  for (; From[F].At.F != None; F = From[F].At.F)
    Chain.push_back(From[F]);
  std::reverse(Chain.begin(), Chain.end());
  return Chain;
}

} // namespace waitwise
