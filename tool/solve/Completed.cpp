//===- solve/Completed.cpp - what is there need not be waited for ---------===//
#include "solve/Completed.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// Every event of \p F that completes an object, or gives it another value.
LockActions Completed::actions(FunctionId F) const {
  LockActions Into;
  const Function &Body = P.Functions[F];
  for (uint32_t E = 0; E < Body.Events.size(); ++E) {
    const Event &Call = Body.Events[E];
    if (Call.Kind != EventKind::Call || Call.Callee == None)
      continue;
    const Rule *R = Cond.rule({F, E});
    bool Completes = R && R->Completes;
    bool Replaces = P.name(Call.Callee).ends_with("::operator=");
    if (!Completes && !Replaces)
      continue;
    LockAction A{Completes ? LockAction::Acquire : LockAction::Release};
    Value Object = Completes ? operandValue(P, R->Completes->Object, {F, E})
                             : Call.Receiver;
    A.Lock = Flow.node(F, Object);
    A.Try = Completes && R->Completes->If == CompletesSpec::NonZero;
    A.TryZero = Completes && R->Completes->If == CompletesSpec::Zero;
    if (A.Lock != None)
      Into.ByEvent[E].push_back(A);
  }
  return Into;
}

Completed::Completed(const Program &P, const FlowGraph &Flow,
                     const Conditions &Cond)
    : P(P), Flow(Flow), Cond(Cond) {
  for (FunctionId F = 0; F < P.Functions.size(); ++F) {
    LockActions Actions = actions(F);
    bool Any = llvm::any_of(Actions.ByEvent, [](const auto &Of) {
      return Of.second.front().W == LockAction::Acquire;
    });
    if (Any)
      Known.emplace(F, heldLocks(P.Functions[F], Actions).Before);
  }
}

/// What \p V was made from, if it can be one thing only: the variable behind
/// get_future(), the call behind a variable; or unknown.
Value Completed::source(FunctionId F, const Value &V) const {
  if (V.Kind == ValueKind::Result) {
    const Rule *R = Cond.rule({F, V.Index});
    return R && R->PassesThrough
               ? operandValue(P, R->PassesThrough, {F, V.Index})
               : Value();
  }
  Value Only;
  for (const Move &M : P.Functions[F].Moves) {
    if (!(M.To == V))
      continue;
    if (Only.isSlot())
      return {};
    Only = M.From;
  }
  return Only;
}

bool Completed::before(Site S, const Value &V) const {
  constexpr unsigned MostSteps = 4; // f ◀ get_future() ◀ promise ◀ …
  auto Of = Known.find(S.F);
  if (Of == Known.end())
    return false;
  auto Here = Of->second.find(S.Event);
  if (Here == Of->second.end())
    return false;
  Value At = V;
  for (unsigned Step = 0; Step < MostSteps && At.isSlot(); ++Step) {
    NodeId Object = Flow.node(S.F, At);
    if (llvm::any_of(Here->second,
                     [&](const Held &H) { return H.Lock == Object; }))
      return true;
    At = source(S.F, At);
  }
  return false;
}
