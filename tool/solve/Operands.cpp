//===- solve/Operands.cpp - which argument a rule means -------------------===//
//
// Rules name arguments by position or by role ("the last one written", "the
// first callable"). Hidden default arguments that follow a completion token
// are not written, so they do not count as the last.
//
//===----------------------------------------------------------------------===//
#include "solve/Operands.h"

using namespace waitwise;

static bool isCallable(const Program &P, const Argument &A) {
  return A.V.Kind == ValueKind::Function ||
         (A.Type != None && P.Types[A.Type].has(TF_Callable));
}

static std::optional<unsigned> lastExplicit(const Event &E) {
  for (unsigned I = E.Args.size(); I > 0; --I)
    if (!E.Args[I - 1].IsDefault)
      return I - 1;
  return std::nullopt;
}

static std::optional<unsigned> callableAt(const Program &P, const Event &E,
                                          bool First) {
  std::optional<unsigned> Found;
  for (unsigned I = 0; I < E.Args.size(); ++I) {
    if (!isCallable(P, E.Args[I]))
      continue;
    Found = I;
    if (First)
      break;
  }
  return Found;
}

std::optional<unsigned> waitwise::argumentIndex(const Program &P,
                                                const Operand &O,
                                                const Event &E) {
  switch (O.K) {
  case Operand::Arg:
    return O.Index < E.Args.size() ? std::optional(O.Index) : std::nullopt;
  case Operand::LastArg:
    return E.Args.empty() ? std::nullopt
                          : std::optional<unsigned>(E.Args.size() - 1);
  case Operand::LastExplicit:
    return lastExplicit(E);
  case Operand::FirstCallable:
    return callableAt(P, E, true);
  case Operand::LastCallable:
    return callableAt(P, E, false);
  default:
    return std::nullopt;
  }
}

Value waitwise::operandValue(const Program &P, const Operand &O, Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (O.K == Operand::Receiver)
    return E.Receiver;
  if (O.K == Operand::Result)
    return {ValueKind::Result, S.Event, 0};
  if (std::optional<unsigned> I = argumentIndex(P, O, E))
    return E.Args[*I].V;
  return {};
}

TypeId waitwise::operandType(const Program &P, const Operand &O,
                             const Event &E) {
  if (O.K == Operand::Result)
    return E.ResultType;
  if (std::optional<unsigned> I = argumentIndex(P, O, E))
    return E.Args[*I].Type;
  return None;
}

Value waitwise::calledThrough(const Program &P, const Event &E) {
  if (E.Callee == None)
    return E.Via;
  const Entity &Callee = P.entity(E.Callee);
  if (Callee.has(EF_Method) && P.str(Callee.Name).ends_with("::operator()"))
    return E.Receiver;
  std::optional<unsigned> First = callableAt(P, E, true);
  if (First && First == callableAt(P, E, false))
    return E.Args[*First].V;
  return {};
}

uint32_t waitwise::testedEvent(const Function &Body, const Value &V) {
  if (V.Kind == ValueKind::Result)
    return V.Index;
  uint32_t Event = None;
  for (const Move &M : Body.Moves) {
    if (!(M.To == V))
      continue;
    if (M.From.Kind != ValueKind::Result || Event != None)
      return None;
    Event = M.From.Index;
  }
  return Event;
}
