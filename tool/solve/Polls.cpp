//===- solve/Polls.cpp - what was found ready before it is waited for -----===//
//
// The ways that a successful poll takes are closed: what is not reached then
// is reached with the object ready. A poll answers true, or a status of which
// zero is "ready", as those of the standard library and of POSIX do.
//
//===----------------------------------------------------------------------===//
#include "solve/Polls.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// Slots that a value is handed on through before it is used: operator->, a
/// reference.
constexpr unsigned MaxHops = 4;

/// The slot that a value was read from.
static Value placeOf(const Function &Body, Value V) {
  for (unsigned Hop = 0; Hop < MaxHops; ++Hop) {
    if (V.Kind != ValueKind::Result && V.Kind != ValueKind::Local)
      break;
    auto Into = [&](const Move &M) { return M.To == V; };
    auto It = llvm::find_if(Body.Moves, Into);
    bool Only = It != Body.Moves.end() && It->From.isSlot() &&
                llvm::count_if(Body.Moves, Into) == 1;
    if (!Only)
      break;
    V = It->From;
  }
  return V;
}

/// True if the event waits for no time at all.
static bool isPoll(const Analyses &A, Site S) {
  const Rule *R = A.Cond.rule(S);
  if (!R || !R->Blocks || !R->Blocks->Timeout ||
      R->Blocks->Kind != EffectKind::Wait)
    return false;
  Value Time = operandValue(A.P, R->Blocks->Timeout, S);
  Possible Times = A.Cond.possible(S.F, Time, nullptr);
  return Times.Complete && !Times.Values.empty() &&
         llvm::all_of(Times.Values, [](const Value &V) {
           return V.Kind != ValueKind::String && V.Int == 0;
         });
}

static bool polls(const Analyses &A, FunctionId F, const Value &Place) {
  const Function &Body = A.P.Functions[F];
  for (uint32_t E = 0; E < Body.Events.size(); ++E)
    if (placeOf(Body, Body.Events[E].Receiver) == Place && isPoll(A, {F, E}))
      return true;
  return false;
}

static bool answersBool(const Analyses &A, const Event &E) {
  return A.P.typeName(E.ResultType) == "bool";
}

/// True if the event polls \p Place, itself or in the function that it calls.
static bool pollsAt(const Analyses &A, Site S, const Value &Place) {
  const Function &Body = A.P.Functions[S.F];
  const Event &E = Body.Events[S.Event];
  if (placeOf(Body, E.Receiver) == Place && isPoll(A, S))
    return true;
  auto &Targets = A.Calls[S.F][S.Event];
  if (Targets.size() != 1 || Targets.front().Kind != EdgeKind::Direct ||
      !answersBool(A, E))
    return false;
  for (unsigned I = 0; I < E.Args.size(); ++I)
    if (placeOf(Body, E.Args[I].V) == Place)
      return polls(A, Targets.front().Callee, {ValueKind::Param, I, 0});
  return false;
}

/// The way out of a branch on which a poll has found its object ready.
static std::optional<unsigned> readyWay(const Branch &C, bool AnswersBool) {
  if (C.Op != CompareOp::EQ && C.Op != CompareOp::NE)
    return std::nullopt;
  // The first way is that of zero, or of not zero; of one status among many,
  // the other way counts as that of the rest.
  bool FirstIsZero = (C.Op == CompareOp::EQ) == (C.Rhs == 0);
  return FirstIsZero == AnswersBool ? 1 : 0;
}

bool waitwise::readyBefore(const Analyses &A, Site S) {
  const Function &Body = A.P.Functions[S.F];
  Value Place = placeOf(Body, Body.Events[S.Event].Receiver);
  if (!Place.isSlot())
    return false;
  std::vector<bool> Unready =
      reachedWithout(Body, [&](const Branch &C) -> std::optional<unsigned> {
        uint32_t Tested = testedEvent(Body, C.Operand);
        if (Tested == None || !pollsAt(A, {S.F, Tested}, Place))
          return std::nullopt;
        return readyWay(C, answersBool(A, Body.Events[Tested]));
      });
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    if (S.Event >= Body.Blocks[B].FirstEvent &&
        S.Event < Body.Blocks[B].FirstEvent + Body.Blocks[B].NumEvents)
      return !Unready[B];
  return false;
}
