//===- solve/Failures.cpp - what runs only when a library call fails ------===//
//
// Forward reachability over all edges but those that a failed call takes. What
// is not reached then is reached by failures only.
//
//===----------------------------------------------------------------------===//
#include "solve/Failures.h"

using namespace waitwise;

/// On which way out of a branch the call has failed: 0, 1, or neither.
static std::optional<unsigned> failingWay(const Analyses &A, FunctionId F,
                                          const Branch &C) {
  const Function &Body = A.P.Functions[F];
  uint32_t Event = testedEvent(Body, C.Operand);
  if (Event == None)
    return std::nullopt;
  const waitwise::Event &Call = Body.Events[Event];
  if (Call.Callee == None || !A.P.entity(Call.Callee).has(EF_System) ||
      Call.ResultType == None)
    return std::nullopt;
  const TypeInfo &Type = A.P.Types[Call.ResultType];
  const Rule *R = A.Cond.rule({F, Event});
  bool NonZero = R && R->FailsNonZero;
  bool Null = Type.has(TF_Pointer);
  switch (C.Op) {
  case CompareOp::LT:
    return C.Rhs == 0 ? std::optional(0u) : std::nullopt;
  case CompareOp::GE:
    return C.Rhs == 0 ? std::optional(1u) : std::nullopt;
  case CompareOp::EQ:
    if (C.Rhs == -1 || (Null && C.Rhs == 0))
      return 0;
    return NonZero && C.Rhs == 0 ? std::optional(1u) : std::nullopt;
  case CompareOp::NE:
    if (C.Rhs == -1 || (Null && C.Rhs == 0))
      return 1;
    return NonZero && C.Rhs == 0 ? std::optional(0u) : std::nullopt;
  default:
    return std::nullopt;
  }
}

std::vector<bool> waitwise::failureBlocks(const Analyses &A, FunctionId F) {
  std::vector<bool> Blocks =
      reachedWithout(A.P.Functions[F], [&](const Branch &C) {
        return failingWay(A, F, C);
      });
  Blocks.flip();
  return Blocks;
}
