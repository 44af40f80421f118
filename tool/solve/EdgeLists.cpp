//===- solve/EdgeLists.cpp - calls while they are being resolved ----------===//
#include "solve/EdgeLists.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

bool EdgeLists::add(Site S, const CallEdge &To) {
  for (uint32_t I = head(S); I != None; I = Links[I].Next)
    if (Links[I].Edge.Callee == To.Callee)
      return false;
  uint32_t &Head = Heads[Numbers.of(S.F, S.Event)];
  Links.push_back({To, Head});
  Head = Links.size() - 1;
  return true;
}

void EdgeLists::forEach(Site S, llvm::function_ref<void(CallEdge &)> Visit) {
  for (uint32_t I = head(S); I != None; I = Links[I].Next)
    Visit(Links[I].Edge);
}

CallTable EdgeLists::packed() const {
  std::vector<uint32_t> FirstEdge;
  std::vector<CallEdge> Edges;
  FirstEdge.reserve(Heads.size() + 1);
  Edges.reserve(Links.size());
  for (uint32_t Head : Heads) {
    FirstEdge.push_back(Edges.size());
    for (uint32_t I = Head; I != None; I = Links[I].Next)
      Edges.push_back(Links[I].Edge);
    if (Edges.size() - FirstEdge.back() > 1)
      llvm::sort(Edges.begin() + FirstEdge.back(), Edges.end(),
                 [](const CallEdge &A, const CallEdge &B) {
                   return A.Callee < B.Callee;
                 });
  }
  FirstEdge.push_back(Edges.size());
  return {Numbers, std::move(FirstEdge), std::move(Edges)};
}
