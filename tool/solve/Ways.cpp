//===- solve/Ways.cpp - the heaviest way through a function ---------------===//
#include "solve/Ways.h"

#include <algorithm>

using namespace waitwise;

Ways::Ways(const Function &Body) : Body(Body) {
  Rank.assign(Body.Blocks.size(), None);
  if (Body.Blocks.empty())
    return;
  std::vector<bool> Seen(Body.Blocks.size());
  std::vector<std::pair<uint32_t, uint32_t>> Stack{{0, 0}};
  Seen[0] = true;
  while (!Stack.empty()) {
    auto &[B, Next] = Stack.back();
    const std::vector<uint32_t> &Succs = Body.Blocks[B].Succs;
    if (Next == Succs.size()) {
      Order.push_back(B);
      Stack.pop_back();
      continue;
    }
    uint32_t To = Succs[Next++];
    if (To == None || Seen[To])
      continue;
    Seen[To] = true;
    Stack.push_back({To, 0});
  }
  std::reverse(Order.begin(), Order.end());
  for (uint32_t I = 0; I < Order.size(); ++I)
    Rank[Order[I]] = I;
}

Ways::Way Ways::heaviest(llvm::function_ref<double(uint32_t)> WeightOf) const {
  std::vector<double> Best(Body.Blocks.size(), 0);
  std::vector<uint32_t> From(Body.Blocks.size(), None);
  uint32_t Last = None;
  for (uint32_t B : Order) {
    Best[B] += WeightOf(B);
    if (Last == None || Best[B] > Best[Last])
      Last = B;
    for (uint32_t To : Body.Blocks[B].Succs) {
      bool Back = To == None || Rank[To] <= Rank[B];
      if (Back || (From[To] != None && Best[B] <= Best[From[To]]))
        continue;
      Best[To] = Best[B];
      From[To] = B;
    }
  }
  Way W;
  W.Weight = Last == None ? 0 : Best[Last];
  for (; Last != None; Last = From[Last])
    W.Blocks.push_back(Last);
  return W;
}
