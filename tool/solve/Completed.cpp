//===- solve/Completed.cpp - what is there need not be waited for ---------===//
#include "solve/Completed.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// What \p V was made from, if that is one thing: the variable behind
/// get_future() or operator->, the call behind a variable; or unknown.
Value Completed::source(FunctionId F, const Value &V) const {
  if (V.Kind == ValueKind::Result)
    if (const Rule *R = Cond.rule({F, V.Index}); R && R->PassesThrough)
      return operandValue(P, R->PassesThrough, {F, V.Index});
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

/// The slot where the object that \p V names is at home.
NodeId Completed::home(FunctionId F, Value V) const {
  constexpr unsigned MostSteps = 4; // f ◀ get_future() ◀ promise ◀ …
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    bool MayBeElsewhere =
        V.Kind == ValueKind::Result || V.Kind == ValueKind::Local;
    Value Next = MayBeElsewhere ? source(F, V) : Value();
    if (!Next.isSlot())
      break;
    V = Next;
  }
  return Flow.node(F, V);
}

/// `bool ready(f)`: the parameter that the callee asks whether it is complete.
uint32_t Completed::askedFor(Site S) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  llvm::ArrayRef<CallEdge> To = Calls[S.F][S.Event];
  if (P.typeName(E.ResultType) != "bool" || To.size() != 1 ||
      To.front().Kind != EdgeKind::Direct)
    return None;
  FunctionId Callee = To.front().Callee;
  const Function &Body = P.Functions[Callee];
  for (uint32_t At = 0; At < Body.Events.size(); ++At) {
    const Rule *R = Cond.rule({Callee, At});
    if (!R || !R->Completes || R->Completes->If == CompletesSpec::Always)
      continue;
    Value Object = operandValue(P, R->Completes->Object, {Callee, At});
    if (Object.Kind == ValueKind::Param && Object.Index < E.Args.size())
      return Object.Index;
  }
  return None;
}

/// Every event of \p F that completes an object, or gives it another value.
LockActions Completed::actions(FunctionId F) const {
  LockActions Into;
  const Function &Body = P.Functions[F];
  for (uint32_t E = 0; E < Body.Events.size(); ++E) {
    const Event &Call = Body.Events[E];
    if (Call.Kind != EventKind::Call || Call.Callee == None)
      continue;
    const Rule *R = Cond.rule({F, E});
    LockAction A{LockAction::Acquire};
    if (R && R->Completes) {
      A.Lock = home(F, operandValue(P, R->Completes->Object, {F, E}));
      A.Try = R->Completes->If == CompletesSpec::NonZero;
      A.TryZero = R->Completes->If == CompletesSpec::Zero;
    } else if (P.name(Call.Callee).ends_with("::operator=")) {
      A.W = LockAction::Release;
      A.Lock = home(F, Call.Receiver);
    } else if (uint32_t Asked = askedFor({F, E}); Asked != None) {
      A.Lock = home(F, Call.Args[Asked].V);
      A.Try = true;
    }
    if (A.Lock != None)
      Into.ByEvent[E].push_back(A);
  }
  return Into;
}

Completed::Completed(const Program &P, const FlowGraph &Flow,
                     const Conditions &Cond, const CallTable &Calls)
    : P(P), Flow(Flow), Cond(Cond), Calls(Calls) {
  for (FunctionId F = 0; F < P.Functions.size(); ++F) {
    LockActions Actions = actions(F);
    bool Any = llvm::any_of(Actions.ByEvent, [](const auto &Of) {
      return Of.second.front().W == LockAction::Acquire;
    });
    if (Any)
      Known.emplace(F, heldLocks(P.Functions[F], Actions).Before);
  }
}

bool Completed::before(Site S, const Value &V) const {
  auto Of = Known.find(S.F);
  if (Of == Known.end())
    return false;
  auto Here = Of->second.find(S.Event);
  NodeId Object = home(S.F, V);
  return Here != Of->second.end() &&
         llvm::any_of(Here->second,
                      [&](const Held &H) { return H.Lock == Object; });
}
