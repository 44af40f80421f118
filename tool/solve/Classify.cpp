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

static WorkClass classOf(const FunctionCost &C, double LeastNs) {
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
  uint64_t Least = *std::min_element(std::begin(S.Cost.Computing),
                                     std::end(S.Cost.Computing));
  for (FunctionCost &C : S.Costs)
    C.Class = classOf(C, double(Least));
}
