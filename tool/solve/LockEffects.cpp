//===- solve/LockEffects.cpp - what a call does to its caller's locks -----===//
//
// A worklist over the functions that touch locks and, whenever the effect of
// one changes, its callers. Where a call may run one of several functions, only
// what surely happens is taken as acquired, and all that may happen as
// released: what is not certain is silent.
//
//===----------------------------------------------------------------------===//
#include "solve/LockEffects.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

LockEffects::LockEffects(const Analyses &A) : A(A) {
  size_t N = A.P.Functions.size();
  FromRules.resize(N);
  Actions.resize(N);
  States.resize(N);
  Of.resize(N);
  for (FunctionId F = 0; F < N; ++F)
    FromRules[F] = A.Lock.actions(F);
  forgetOtherFields();
  findWrappers();
  std::deque<FunctionId> Work;
  for (FunctionId F = 0; F < N; ++F)
    if (!FromRules[F].ByEvent.empty())
      Work.push_back(F);
  std::vector<unsigned> Rounds(N);
  while (!Work.empty()) {
    FunctionId F = Work.front();
    Work.pop_front();
    if (++Rounds[F] > limits::LockRoundsPerFunction)
      continue;
    solve(F);
    LockEffect New = effectOf(F);
    if (New == Of[F])
      continue;
    Of[F] = std::move(New);
    if (A.P.self(F).has(EF_Destructor) && !Of[F].Releases.empty())
      Droppers.insert(A.P.self(F).Parent);
    addCallers(F, Work);
  }
}

/// All of them once, but not itself.
void LockEffects::addCallers(FunctionId F, std::deque<FunctionId> &To) const {
  FunctionId Last = F;
  if (A.isOpaque(F))
    return;
  for (Site Caller : A.CalledBy.of(F))
    if (Caller.F != Last && Caller.F != F)
      To.push_back(Last = Caller.F);
}

/// The end of a field's life matters if a guard was ever made there.
void LockEffects::forgetOtherFields() {
  std::set<NodeId> Guards;
  for (const LockActions &Of : FromRules)
    for (const auto &[Guard, Locks] : Of.GuardLocks)
      Guards.insert(Guard);
  for (LockActions &Of : FromRules)
    for (auto It = Of.ByEvent.begin(); It != Of.ByEvent.end();) {
      llvm::erase_if(It->second, [&](const LockAction &Action) {
        return Action.W == LockAction::EndOfLife &&
               !Guards.count(Action.Guard);
      });
      It = It->second.empty() ? Of.ByEvent.erase(It) : std::next(It);
    }
}

/// Locks under which their own class calls something that matters are known by
/// the field. The others only serve those who use the class.
void LockEffects::findWrappers() {
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
    if (FromRules[F].ByEvent.empty())
      continue;
    States[F] = heldLocks(A.P.Functions[F], FromRules[F]);
    Actions[F] = FromRules[F];
    for (const auto &[Event, Set] : States[F].Before) {
      bool Matters = !A.Calls[F][Event].empty() || A.Cond.rule({F, Event});
      if (!Matters || FromRules[F].ByEvent.count(Event))
        continue;
      for (const Held &H : Set)
        UsedInside.insert(H.Lock);
    }
  }
}

void LockEffects::solve(FunctionId F) {
  Actions[F] = FromRules[F];
  addCalls(F, Actions[F]);
  States[F] = heldLocks(A.P.Functions[F], Actions[F]);
}

void LockEffects::addCalls(FunctionId F, LockActions &Into) const {
  for (uint32_t E = 0; E < A.Calls[F].size(); ++E) {
    llvm::ArrayRef<CallEdge> To = A.Calls[F][E];
    bool Sure = To.size() == 1 && To.front().Conf == Confidence::High;
    for (const CallEdge &Edge : To)
      if (!A.isOpaque(Edge.Callee) && !Of[Edge.Callee].empty())
        addCall({F, E}, Of[Edge.Callee], Sure, Into);
  }
}

bool LockEffects::isGuardClass(Site S) const {
  EntityId Callee = A.event(S).Callee;
  return Callee != None && Droppers.count(A.P.entity(Callee).Parent);
}

void LockEffects::addCall(Site S, const LockEffect &E, bool Sure,
                          LockActions &Into) const {
  const Event &Call = A.event(S);
  if (Call.has(EVF_Destroy) && isGuardClass(S)) {
    NodeId Guard = A.Lock.guardOf(S);
    if (Into.GuardLocks.count(Guard)) {
      LockAction End{LockAction::EndOfLife};
      End.Guard = Guard;
      Into.ByEvent[S.Event].push_back(End);
      return;
    }
  }
  for (const LockRef &R : E.Releases)
    addRef(S, R, LockAction::Release, Into);
  if (!Sure)
    return;
  for (const LockRef &R : E.Acquires)
    if (Call.has(EVF_Construct) && isGuardClass(S))
      addConstruction(S, R, Into);
    else
      addRef(S, R, LockAction::Acquire, Into);
  for (const LockRef &R : E.Returned)
    addReturned(S, R, Into);
}

/// The value at the call that a callee's lock is, as far as it is an operand.
static Value operandFor(const Event &Call, const LockRef &R) {
  if (R.Param != None)
    return R.Param < Call.Args.size() ? Call.Args[R.Param].V : Value();
  return R.Own ? Call.Receiver : Value();
}

void LockEffects::addRef(Site S, const LockRef &R, LockAction::What W,
                         LockActions &Into) const {
  LockAction Action{W};
  Action.Try = R.Try;
  Action.Depth = R.Depth + 1;
  Value V = operandFor(A.event(S), R);
  NodeId Node = A.Flow.node(S.F, V);
  bool OfThis = V.Kind == ValueKind::This || Node == None;
  if (R.Param != None && Into.GuardLocks.count(Node))
    Action.Guard = Node;
  else if (R.Param != None)
    Action.Lock = A.Lock.lockOf(S.F, V);
  else if (R.Own && !OfThis)
    Action.Lock = A.Lock.lockOf(S.F, V);
  else
    Action.Lock = R.Lock;
  if (Action.Lock != None || Action.Guard != None)
    Into.ByEvent[S.Event].push_back(Action);
}

/// `auto g = hold();`: the variable is the guard, or else the temporary.
void LockEffects::addReturned(Site S, const LockRef &R,
                              LockActions &Into) const {
  Value Guard{ValueKind::Result, S.Event, 0};
  for (const Move &M : A.P.Functions[S.F].Moves)
    if (M.From == Guard && M.To.Kind == ValueKind::Local) {
      Guard = M.To;
      break;
    }
  LockActions Named;
  addRef(S, R, LockAction::Acquire, Named);
  auto It = Named.ByEvent.find(S.Event);
  if (It == Named.ByEvent.end() || It->second.front().Lock == None)
    return;
  LockAction Action = It->second.front();
  Action.Guard = A.Flow.node(S.F, Guard);
  Into.GuardLocks[Action.Guard].push_back(Action.Lock);
  Into.ByEvent[S.Event].push_back(Action);
  for (uint32_t E = 0; E < A.P.Functions[S.F].Events.size(); ++E) {
    if (!A.event({S.F, E}).has(EVF_Destroy) ||
        A.Lock.guardOf({S.F, E}) != Action.Guard)
      continue;
    LockAction End{LockAction::EndOfLife};
    End.Guard = Action.Guard;
    Into.ByEvent[E].push_back(End);
  }
}

void LockEffects::addConstruction(Site S, const LockRef &R,
                                  LockActions &Into) const {
  LockActions Named;
  addRef(S, R, LockAction::Acquire, Named);
  auto It = Named.ByEvent.find(S.Event);
  if (It == Named.ByEvent.end())
    return;
  LockAction Action = It->second.front();
  Action.Guard = A.Lock.guardOf(S);
  if (Action.Guard == None || Action.Lock == None)
    return;
  Into.GuardLocks[Action.Guard].push_back(Action.Lock);
  Into.ByEvent[S.Event].push_back(Action);
}

/// How callers know a lock of \p F; nullopt: not at all.
std::optional<LockRef> LockEffects::refFor(FunctionId F, LockId L) const {
  NodeInfo I = A.Flow.info(L);
  LockRef Ref;
  Ref.Lock = L;
  if (I.V.Kind == ValueKind::Param)
    Ref.Param = I.F == F ? I.V.Index : None;
  else if (I.V.Kind != ValueKind::Field)
    return I.F == None ? std::optional(Ref) : std::nullopt;
  if (I.V.Kind == ValueKind::Param)
    return I.F == F ? std::optional(Ref) : std::nullopt;
  const Entity &Self = A.P.self(F);
  bool OwnField = A.P.entity(I.V.Index).Parent == Self.Parent;
  Ref.Own = OwnField && !UsedInside.count(L);
  if (OwnField && Self.has(EF_Constructor))
    for (const Move &M : A.P.Functions[F].Moves)
      if (M.To == I.V && M.From.Kind == ValueKind::Param)
        Ref.Param = M.From.Index;
  return Ref;
}

bool LockEffects::returns(FunctionId F, NodeId Guard) const {
  return llvm::any_of(A.P.Functions[F].Moves, [&](const Move &M) {
    return M.To.Kind == ValueKind::Return && A.Flow.node(F, M.From) == Guard;
  });
}

/// `return m.try_lock();`: the caller that tests the result knows.
void LockEffects::addTried(FunctionId F, LockEffect &Into) const {
  const Value *Only = nullptr;
  for (const Move &M : A.P.Functions[F].Moves) {
    if (M.To.Kind != ValueKind::Return)
      continue;
    if (Only)
      return;
    Only = &M.From;
  }
  if (!Only || Only->Kind != ValueKind::Result)
    return;
  auto It = Actions[F].ByEvent.find(Only->Index);
  if (It == Actions[F].ByEvent.end())
    return;
  for (const LockAction &Action : It->second)
    if (Action.Try && Action.Guard == None)
      if (std::optional<LockRef> Ref = refFor(F, Action.Lock)) {
        Ref->Try = true;
        Into.Acquires.push_back(*Ref);
      }
}

LockEffect LockEffects::effectOf(FunctionId F) const {
  LockEffect Effect;
  auto Add = [&](std::vector<LockRef> &Into, LockId L, unsigned Depth = 0) {
    std::optional<LockRef> Ref = refFor(F, L);
    if (!Ref || llvm::is_contained(Into, *Ref))
      return;
    Into.push_back(*Ref);
    Into.back().Depth = Depth;
  };
  bool Constructor = A.P.self(F).has(EF_Constructor);
  for (const Held &H : States[F].AtExit) {
    bool Member = H.Guard != None && Constructor &&
                  A.Flow.info(H.Guard).V.Kind == ValueKind::Field;
    if (H.Guard == None || H.Guard == H.Lock || Member)
      Add(Effect.Acquires, H.Lock);
    else if (returns(F, H.Guard))
      Add(Effect.Returned, H.Lock);
  }
  // A class that hands out guards is more than a wrapper of its mutex.
  for (LockRef &Ref : Effect.Returned)
    Ref.Own = false;
  for (auto [L, Depth] : States[F].Dropped)
    Add(Effect.Releases, L, Depth);
  addTried(F, Effect);
  return Effect;
}

bool LockEffects::isRegion(FunctionId F, const Held &H) const {
  constexpr unsigned Helper = 2;
  auto It = Actions[F].ByEvent.find(H.Acquired);
  bool Here = It == Actions[F].ByEvent.end() ||
              llvm::any_of(It->second, [](const LockAction &Action) {
                return Action.Depth == 0;
              });
  if (H.Guard != None || Here)
    return true;
  for (const auto &[Event, List] : Actions[F].ByEvent)
    for (const LockAction &Action : List)
      if (Action.W == LockAction::Release && Action.Lock == H.Lock &&
          Action.Depth <= Helper)
        return true;
  return false;
}

std::optional<std::set<uint32_t>>
LockEffects::heldFromEntry(FunctionId F, LockId L) const {
  auto LetsGo = [&](const auto &Dropped) {
    return Dropped.first == L ||
           A.Flow.info(Dropped.first).V.Kind == ValueKind::Param;
  };
  if (llvm::none_of(States[F].Dropped, LetsGo))
    return std::nullopt;
  LockStates Entered =
      heldLocks(A.P.Functions[F], Actions[F], {{L, None, None}});
  std::set<uint32_t> Events;
  for (const auto &[Event, Set] : Entered.Before)
    if (llvm::any_of(Set, [&](const Held &H) { return H.Lock == L; }))
      Events.insert(Event);
  return Events;
}
