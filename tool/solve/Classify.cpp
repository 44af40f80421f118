//===- solve/Classify.cpp - CPU-bound or I/O-bound? -----------------------===//
//
//   waits ÷ (waits + computes):  ≥ 80 %  io-bound    ≤ 20 %  cpu-bound
//   waits + computes below the least that any context bears:  light
//
// A light function that calls what nobody knows is unknown: what is behind
// the call may be anything.
//
//===----------------------------------------------------------------------===//
#include "solve/Classify.h"

#include <algorithm>

using namespace waitwise;

WorkClass waitwise::classOf(const FunctionCost &C, const CostTable &Table) {
  double LeastNs = double(*std::min_element(std::begin(Table.Computing),
                                            std::end(Table.Computing)));
  constexpr double Mostly = 0.8;
  double Sum = C.WaitsNs + C.ComputesNs;
  if (Sum < LeastNs)
    return C.HasUnknown ? WorkClass::Unknown : WorkClass::Light;
  double Waiting = C.WaitsNs / Sum;
  return Waiting >= Mostly       ? WorkClass::IoBound
         : Waiting <= 1 - Mostly ? WorkClass::CpuBound
                                 : WorkClass::Mixed;
}

void waitwise::classify(Solution &S) {
  for (FunctionCost &C : S.Costs)
    C.Class = classOf(C, S.Cost);
}
