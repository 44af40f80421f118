//===- solve/Locks.cpp - which lock, and what an event does to it ---------===//
//
//   std::lock_guard g(m)    Acquire m by guard g     end of g: EndOfLife g
//   u.lock() / u.unlock()   Acquire / Release the locks of guard u
//   m.lock() / m.unlock()   Acquire / Release m, no guard
//   m.try_lock()            Acquire m, if the result says so
//   u.owns_lock()           Query guard u: the branch on it knows
//
//===----------------------------------------------------------------------===//
#include "solve/Locks.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

LockId Locks::lockOf(FunctionId F, const Value &V) const {
  NodeId N = Flow.node(F, V);
  if (N == None)
    return None;
  NodeInfo I = Flow.info(N);
  auto HasName = [](ValueKind K) {
    return K == ValueKind::Field || K == ValueKind::Global;
  };
  if (HasName(I.V.Kind))
    return N;
  // A parameter or reference: the one field or variable it stands for, if
  // there is only one; a guard: else the parameter that it was made from.
  LockId Only = None, Parameter = None;
  for (NodeId Slot : Flow.origins(N).Visited) {
    NodeInfo Origin = Flow.info(Slot);
    if (Origin.V.Kind == ValueKind::Param && Origin.F == F)
      Parameter = Parameter == None ? Slot : N;
    if (!HasName(Origin.V.Kind))
      continue;
    if (Only != None && Only != Slot)
      return N;
    Only = Slot;
  }
  if (Only == None)
    return Parameter == None ? N : Parameter;
  return Only;
}

LockId Locks::lockFor(Site S, const Operand &O) const {
  return O.K == Operand::Gil ? Flow.interpreterLock()
                             : lockOf(S.F, operandValue(P, O, S));
}

std::string Locks::nameOf(LockId L) const {
  if (L == None)
    return "a lock";
  if (L == Flow.interpreterLock())
    return "Python's interpreter lock";
  NodeInfo I = Flow.info(L);
  if (I.F == None)
    return P.name(I.V.Index).str();
  const Function &Body = P.Functions[I.F];
  StringId Name = None;
  if (I.V.Kind == ValueKind::Param)
    Name = Body.Params[I.V.Index].Name;
  else if (I.V.Kind == ValueKind::Local)
    Name = Body.Locals[I.V.Index].Name;
  return P.str(Name).empty() ? "a lock" : P.str(Name).str();
}

NodeId Locks::guardOf(Site S) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  NodeId N = Flow.node(S.F, E.Receiver);
  if (N == None && E.has(EVF_Construct))
    N = Flow.node(S.F, {ValueKind::Result, S.Event, 0});
  return N;
}

void Locks::addGuardAcquire(Site S, const LockSpec &Spec,
                            LockActions &Into) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  LockAction A{LockAction::Acquire};
  A.Guard = guardOf(S);
  A.Try = Spec.Try;
  A.TryZero = Spec.TryZero;
  if (A.Guard == None)
    return;
  if (!E.has(EVF_Construct)) {
    Into.ByEvent[S.Event].push_back(A);
    return;
  }
  A.Deferred = !Spec.Unless.empty() &&
               Cond.any(Spec.Unless, S, nullptr) >= Truth::Mixed;
  bool Adopts = Cond.any(Spec.Adopts, S, nullptr) >= Truth::Mixed;
  auto AddLock = [&](LockId L) {
    if (L == None)
      return;
    A.Lock = L;
    Into.GuardLocks[A.Guard].push_back(L);
    if (Adopts) // What was held by hand is the guard's from now on.
      Into.ByEvent[S.Event].push_back({LockAction::HandOver, L});
    Into.ByEvent[S.Event].push_back(A);
  };
  if (Spec.Lock.K != Operand::EveryArg)
    return AddLock(lockFor(S, Spec.Lock));
  for (const Argument &Arg : E.Args)
    AddLock(lockOf(S.F, Arg.V));
}

void Locks::addAcquire(Site S, const Rule &R, LockActions &Into) const {
  const LockSpec &Spec = *R.Acquires;
  if (Spec.Guard)
    return addGuardAcquire(S, Spec, Into);
  const Event &E = P.Functions[S.F].Events[S.Event];
  LockAction A{LockAction::Acquire};
  A.Try = Spec.Try;
  A.TryZero = Spec.TryZero;
  auto AddLock = [&](LockId L) {
    A.Lock = L;
    if (A.Lock != None)
      Into.ByEvent[S.Event].push_back(A);
  };
  if (Spec.Lock.K != Operand::EveryArg)
    return AddLock(lockFor(S, Spec.Lock));
  for (const Argument &Arg : E.Args)
    AddLock(lockOf(S.F, Arg.V));
}

void Locks::addRelease(Site S, const LockSpec &Spec, LockAction::What W,
                       LockActions &Into) const {
  LockAction A{W};
  if (Spec.Guard && P.Functions[S.F].Events[S.Event].has(EVF_Construct))
    return addOpening(S, lockFor(S, Spec.Lock), Into);
  if (Spec.Guard)
    A.Guard = guardOf(S);
  else
    A.Lock = lockFor(S, Spec.Lock);
  if (A.Guard != None || A.Lock != None)
    Into.ByEvent[S.Event].push_back(A);
}

/// An object that gives a lock back for as long as it lives.
void Locks::addOpening(Site S, LockId L, LockActions &Into) const {
  NodeId Object = guardOf(S);
  if (L == None || Object == None)
    return;
  Into.ByEvent[S.Event].push_back({LockAction::Release, L});
  for (uint32_t E = 0; E < P.Functions[S.F].Events.size(); ++E) {
    const Event &End = P.Functions[S.F].Events[E];
    if (End.has(EVF_Destroy) && guardOf({S.F, E}) == Object)
      Into.ByEvent[E].push_back({LockAction::Acquire, L});
  }
}

/// A guard made from a guard takes over what that one holds.
void Locks::addTransfer(Site S, const Rule &R, LockActions &Into) const {
  LockAction A{LockAction::Transfer};
  A.Guard = guardOf(S);
  A.From = Flow.node(S.F, operandValue(P, R.PassesThrough, S));
  if (A.Guard == None || A.From == None)
    return;
  Into.ByEvent[S.Event].push_back(A);
  // What a guard that a callee returned holds is not known yet.
  auto It = Into.GuardLocks.find(A.From);
  llvm::SmallVector<LockId, 2> Taken;
  if (It != Into.GuardLocks.end())
    Taken = It->second;
  Into.GuardLocks[A.Guard] = Taken;
}

void Locks::addEndOfLife(Site S, LockActions &Into) const {
  LockAction A{LockAction::EndOfLife};
  A.Guard = guardOf(S);
  if (A.Guard != None)
    Into.ByEvent[S.Event].push_back(A);
}

LockActions Locks::actions(FunctionId F) const {
  LockActions Into;
  const Function &Body = P.Functions[F];
  for (uint32_t I = 0; I < Body.Events.size(); ++I) {
    Site S{F, I};
    const Event &E = Body.Events[I];
    if (E.has(EVF_Destroy)) {
      addEndOfLife(S, Into);
      continue;
    }
    const Rule *R = Cond.rule(S);
    if (!R)
      continue;
    if (R->Acquires)
      addAcquire(S, *R, Into);
    if (R->Releases)
      addRelease(S, *R->Releases, LockAction::Release, Into);
    if (R->Queries)
      addRelease(S, *R->Queries, LockAction::Query, Into);
    if (R->PassesThrough && E.has(EVF_Construct))
      addTransfer(S, *R, Into);
  }
  markOuter(Into);
  return Into;
}

/// Ends of life matter for guards only; those in fields may have been made by
/// another function.
void Locks::markOuter(LockActions &Into) const {
  for (auto It = Into.ByEvent.begin(); It != Into.ByEvent.end();) {
    for (LockAction &A : It->second) {
      ValueKind Kind = Flow.info(A.Guard != None ? A.Guard : A.Lock).V.Kind;
      bool InField = A.Guard != None && Kind == ValueKind::Field;
      A.Outer = Kind == ValueKind::Param || InField;
    }
    llvm::erase_if(It->second, [&](const LockAction &A) {
      return A.W == LockAction::EndOfLife && !A.Outer &&
             !Into.GuardLocks.count(A.Guard);
    });
    It = It->second.empty() ? Into.ByEvent.erase(It) : std::next(It);
  }
}
