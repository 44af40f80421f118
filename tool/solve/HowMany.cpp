//===- solve/HowMany.cpp - how many are started at a time -----------------===//
#include "solve/HowMany.h"

#include "solve/LoopBlocks.h"
#include "solve/Loops.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// Calls between a start and a loop that counts: a wrapper of a wrapper, and
/// whoever calls that. Further up, a loop is the program's main loop.
static constexpr unsigned MaxDepth = 3;
/// The same for a loop that nothing bounds: all of a program runs in one.
static constexpr unsigned MaxEndlessDepth = 2;
/// Callers looked at for one start: a wrapper that all use says nothing.
static constexpr size_t MaxLevels = 64;

/// Functions that make one of \p Sites, or call such a function directly.
static std::set<FunctionId> makersOf(const Analyses &A,
                                     const std::set<Site> &Sites) {
  std::set<FunctionId> Makers;
  for (Site S : Sites)
    Makers.insert(S.F);
  auto Calls = [&](Site C, FunctionId F) {
    return llvm::any_of(A.Calls[C.F][C.Event], [&](const CallEdge &To) {
      return To.Callee == F && To.Kind == EdgeKind::Direct;
    });
  };
  std::set<FunctionId> Direct = Makers;
  for (FunctionId F : Direct)
    for (Site C : A.CalledBy.of(F))
      if (Calls(C, F))
        Makers.insert(C.F);
  return Makers;
}

HowManyFinder::HowManyFinder(const Analyses &A, const Solution &S)
    : A(A), S(S) {
  for (const Sink &K : S.Sinks)
    Blocks.insert(K.At);
  std::set<Site> Joins;
  forEachSite(A.P, [&](Site At) {
    const Rule *R = A.Cond.rule(At);
    if (R && R->Starts.Joins == RoomOrEnd::End && Blocks.count(At))
      Joins.insert(At);
    if (!R || !R->Starts.Accepts)
      return;
    Accepts.insert(At);
    for (const RunsSpec &Runs : R->Runs)
      for (const CallEdge &To : A.Resolver.callables(At, Runs))
        OnConnection.insert(To.Callee);
  });
  Accepting = makersOf(A, Accepts);
  Joining = makersOf(A, Joins);
}

/// True if the call, or one that its callee makes, takes a connection.
bool HowManyFinder::accepts(Site At) const {
  if (Accepts.count(At))
    return true;
  return llvm::any_of(A.Calls[At.F][At.Event], [&](const CallEdge &To) {
    return To.Kind != EdgeKind::Stored && Accepting.count(To.Callee);
  });
}

/// The event that takes a connection before \p At in the same turn of a loop,
/// which may be \p At itself; or None.
uint32_t HowManyFinder::acceptsBefore(Site At, uint32_t Loop) const {
  const Function &Body = A.P.Functions[At.F];
  for (uint32_t E = 0; E < Body.Events.size(); ++E)
    if (accepts({At.F, E}) && liesIn(Body, loopAround(Body, E), Loop) &&
        (E == At.Event || canFollow(Body, E, At.Event, Loop)))
      return E;
  return None;
}

bool HowManyFinder::joins(Site At, RoomOrEnd Until) const {
  const Rule *R = A.Cond.rule(At);
  if (R && R->Starts.Joins == Until && Blocks.count(At))
    return true;
  return Until == RoomOrEnd::End &&
         llvm::any_of(A.Calls[At.F][At.Event], [&](const CallEdge &To) {
           return To.Kind == EdgeKind::Direct && Joining.count(To.Callee);
         });
}

/// True if what was started at \p At is waited for before the next turn. A
/// destructor waits for its own object only.
bool HowManyFinder::joinsAfter(Site At, uint32_t Loop, Site Start,
                               RoomOrEnd Until) const {
  const Function &Body = A.P.Functions[At.F];
  for (uint32_t E = 0; E < Body.Events.size(); ++E) {
    const Event &Join = Body.Events[E];
    bool Near = liesIn(Body, loopAround(Body, E), Loop) &&
                joins({At.F, E}, Until);
    if (!Near)
      continue;
    if (Join.has(EVF_Destroy)) {
      bool Own = At == Start && Join.Receiver == Body.Events[At.Event].Receiver;
      bool Moved = llvm::any_of(Body.Events, [&](const Event &Other) {
        return llvm::any_of(Other.Args, [&](const Argument &Arg) {
          return Arg.V == Join.Receiver;
        });
      });
      if (!Own || Moved)
        continue;
    }
    // Room is made before the start as well as after it.
    if (Until == RoomOrEnd::Room || canFollow(Body, At.Event, E, Loop))
      return true;
  }
  return false;
}

static bool holds(CompareOp Op, int64_t Value, int64_t Rhs) {
  switch (Op) {
  case CompareOp::EQ:
    return Value == Rhs;
  case CompareOp::NE:
    return Value != Rhs;
  case CompareOp::LT:
    return Value < Rhs;
  case CompareOp::LE:
    return Value <= Rhs;
  case CompareOp::GT:
    return Value > Rhs;
  case CompareOp::GE:
    return Value >= Rhs;
  default:
    return false;
  }
}

/// True if the loop is left once the start has succeeded.
bool HowManyFinder::isRetry(Site At, uint32_t Loop) const {
  const Function &Body = A.P.Functions[At.F];
  const Rule *R = A.Cond.rule(At);
  if (!R)
    return false;
  int64_t Success = R->FailsNonZero ? 0 : 1;
  return llvm::any_of(Body.Blocks, [&](const Block &B) {
    bool Tests = B.Succs.size() == 2 && B.Cond.Op != CompareOp::None &&
                 liesIn(Body, B.Loop, Loop) &&
                 testedEvent(Body, B.Cond.Operand) == At.Event;
    if (!Tests)
      return false;
    uint32_t To = B.Succs[holds(B.Cond.Op, Success, B.Cond.Rhs) ? 0 : 1];
    return To != None && !liesIn(Body, Body.Blocks[To].Loop, Loop) &&
           !Body.Blocks[To].NoReturn;
  });
}

/// True if a number that the program keeps is compared with a limit on the way,
/// and above that limit nothing is started.
bool HowManyFinder::isCounted(Site At, uint32_t Loop) const {
  const Function &Body = A.P.Functions[At.F];
  uint32_t To = blockOf(Body, At.Event);
  constexpr int64_t Least = 2;
  return llvm::any_of(Body.Blocks, [&](const Block &B) {
    CompareOp Op = B.Cond.Op;
    bool Compares = Op == CompareOp::LT || Op == CompareOp::LE ||
                    Op == CompareOp::GT || Op == CompareOp::GE;
    bool Counts = Compares && B.Succs.size() == 2 && B.Cond.Rhs >= Least &&
                  liesIn(Body, B.Loop, Loop) &&
                  testedEvent(Body, B.Cond.Operand) == None;
    if (!Counts)
      return false;
    unsigned IfSmall = Op == CompareOp::LT || Op == CompareOp::LE ? 0 : 1;
    uint32_t Small = B.Succs[IfSmall], Large = B.Succs[1 - IfSmall];
    auto Reaches = [&](uint32_t From) {
      return From != None && (From == To || leadsTo(Body, From, To, Loop));
    };
    return Reaches(Small) && !Reaches(Large);
  });
}

/// True if what is started goes into the element that the loop is at, so that
/// the elements are the workers: `for (auto &t : threads_) t = thread(work)`.
bool HowManyFinder::isOwnSlot(Site At, uint32_t Loop) const {
  const Function &Body = A.P.Functions[At.F];
  NodeId Elements = A.Flow.node(At.F, Body.Loops[Loop].Limit);
  std::vector<EntityId> Classes;
  if (const Value &Of = Body.Loops[Loop].Limit; Of.Kind == ValueKind::Field)
    if (TypeId T = A.P.entity(Of.Index).Type;
        T != None && A.P.Types[T].Class != None)
      Classes = A.P.classArgs(A.P.Types[T].Class);
  auto IsSlot = [&](const Value &To) {
    if (To.Kind == ValueKind::Field)
      return llvm::is_contained(Classes, A.P.entity(To.Index).Parent);
    NodeId Slot = A.Flow.node(At.F, To);
    return Slot != None && Elements != None &&
           llvm::is_contained(A.Flow.origins(Slot).Visited, Elements);
  };
  Value Started{ValueKind::Result, At.Event, 0};
  auto Takes = [&](const Event &E) { // t = thread(work)
    return E.Callee != None && E.Args.size() == 1 && E.Args[0].V == Started &&
           A.P.name(E.Callee).ends_with("::operator=") && IsSlot(E.Receiver);
  };
  return llvm::any_of(Body.Events, Takes) ||
         llvm::any_of(Body.Moves, [&](const Move &M) {
           return M.From == Started && IsSlot(M.To);
         });
}

/// True if the loop waits for events to be handled, itself or through a callee.
bool HowManyFinder::waitsForEvents(FunctionId F, uint32_t Loop) const {
  const Function &Body = A.P.Functions[F];
  bool Found = llvm::any_of(S.Contexts, [&](const ContextEntry &E) {
    return E.F == F && E.Discovered && !E.WholeBody;
  });
  for (uint32_t E = 0; E < Body.Events.size() && !Found; ++E) {
    if (!liesIn(Body, loopAround(Body, E), Loop))
      continue;
    Found = waitsForReadiness(A, {F, E});
    for (const CallEdge &To : A.Calls[F][E])
      for (uint32_t I = 0; I < A.P.Functions[To.Callee].Events.size(); ++I)
        Found |= waitsForReadiness(A, {To.Callee, I});
  }
  return Found;
}

/// A loop that only its body ends.
Multiplicity HowManyFinder::endless(const Level &L, uint32_t Loop) const {
  const Function &Body = A.P.Functions[L.At.F];
  Multiplicity M;
  M.At = Body.Loops[Loop].Loc;
  if (uint32_t E = acceptsBefore(L.At, Loop); E != None) {
    M.Many = HowMany::PerConnection;
    M.Because = "a loop that accepts connections";
    return M;
  }
  if (L.Depth > MaxEndlessDepth || (L.Depth && waitsForEvents(L.At.F, Loop)))
    return {};
  const Branch &Cond = Body.Blocks[Body.Loops[Loop].Header].Cond;
  bool IsFlag = Cond.Operand.Kind == ValueKind::Field ||
                Cond.Operand.Kind == ValueKind::Global;
  bool Endless = Body.Loops[Loop].Bound == LoopBound::Infinite || IsFlag;
  M.Many = Endless ? HowMany::Unbounded : HowMany::PerItem;
  M.Because = Endless ? "an endless loop" : "a loop that nothing bounds";
  return M;
}

Multiplicity HowManyFinder::inLoop(const Level &L, uint32_t Loop,
                                   Site Start) const {
  const waitwise::Loop &Of = A.P.Functions[L.At.F].Loops[Loop];
  bool IsStart = L.At == Start;
  if (joinsAfter(L.At, Loop, Start, RoomOrEnd::End) ||
      (IsStart && isRetry(L.At, Loop)))
    return {};
  Multiplicity M;
  M.At = Of.Loc;
  M.Many = HowMany::Bounded;
  if (Of.Bound == LoopBound::Constant) {
    if (Of.Trips <= 1)
      return {};
    M.Count = Of.Trips;
    M.Because = "a loop of " + std::to_string(Of.Trips) + " turns";
    return M;
  }
  M.Because = "a loop up to a number";
  if (Of.Bound == LoopBound::Value)
    return M;
  M.Because = "it waits for room before it starts more";
  if (joinsAfter(L.At, Loop, Start, RoomOrEnd::Room))
    return M;
  M.Because = "it counts them, up to a limit";
  if (isCounted(L.At, Loop))
    return M;
  if (Of.Bound != LoopBound::Container)
    return endless(L, Loop);
  M.Because = "each element has one of its own";
  if (IsStart && isOwnSlot(L.At, Loop))
    return M;
  M.Many = HowMany::PerItem;
  M.Because = "a loop over a container";
  return M;
}

/// A function that is called for each connection, or takes one when the loop
/// says that one is there.
Multiplicity HowManyFinder::inCallback(const Level &L) const {
  FunctionId F = L.At.F;
  const Function &Body = A.P.Functions[F];
  bool OnLoop = S.RunsIn[F] & 1u << unsigned(ContextKind::EventLoop);
  uint32_t Event = loopAround(Body, L.At.Event) == None && OnLoop
                       ? acceptsBefore(L.At, None)
                       : None;
  if (!OnConnection.count(F) && Event == None)
    return {};
  Multiplicity M;
  M.Many = HowMany::PerConnection;
  M.Because = "it runs for each connection that is accepted";
  M.At = Event == None ? A.P.self(F).Loc : Body.Events[Event].Loc;
  return M;
}

HowManyFinder::Verdict HowManyFinder::judge(const Level &L, Site Start) const {
  const Function &Body = A.P.Functions[L.At.F];
  Verdict V;
  auto Take = [&](Multiplicity M) {
    if (M.Many > V.Times.Many)
      V.Times = std::move(M);
  };
  for (uint32_t I = loopAround(Body, L.At.Event); I != None;
       I = Body.Loops[I].Parent)
    Take(inLoop(L, I, Start));
  Take(inCallback(L));
  const Rule *R = A.Cond.rule(L.At);
  bool ForEach = L.How == EdgeKind::Inline && R && R->Computes &&
                 R->Computes->Cost != ComputesSpec::Constant;
  if (ForEach && V.Times.Many < HowMany::PerItem) {
    V.Times.Many = HowMany::PerItem;
    V.Times.Because = "'" + A.P.name(A.event(L.At).Callee).str() +
                      "' does it for each element";
    V.Times.At = A.event(L.At).Loc;
  }
  V.IsJoined = joinsAfter(L.At, None, Start, RoomOrEnd::End);
  return V;
}

/// The calls of a level's function, each function once.
void HowManyFinder::addCallers(const Level &L, uint32_t Index,
                               std::set<FunctionId> &Seen,
                               std::vector<Level> &Levels) const {
  for (Site C : A.CalledBy.of(L.At.F)) {
    auto Edges = A.Calls[C.F][C.Event];
    auto To = llvm::find_if(Edges, [&](const CallEdge &To) {
      return To.Callee == L.At.F && To.Kind != EdgeKind::Stored;
    });
    if (To != Edges.end() && Seen.insert(C.F).second)
      Levels.push_back({C, To->Kind, L.Depth + 1, Index});
  }
}

Multiplicity HowManyFinder::of(Site Start) const {
  Multiplicity Best;
  if (auto K = llvm::find_if(S.Sinks, [&](const Sink &K) {
        return K.At == Start && (K.Kind == EffectKind::Wait ||
                                 K.Kind == EffectKind::Process) &&
               K.Bad >= Latency::Slow;
      });
      K != S.Sinks.end()) {
    Best.Because = "it waits for the work to end";
    return Best;
  }
  std::vector<Level> Levels{{Start, EdgeKind::Direct, 0, None}};
  std::set<FunctionId> Seen{Start.F};
  for (uint32_t I = 0; I < Levels.size() && I < MaxLevels; ++I) {
    Level L = Levels[I];
    Verdict V = judge(L, Start);
    if (V.Times.Many > Best.Many) {
      Best = std::move(V.Times);
      for (uint32_t J = I; Levels[J].Below != None; J = Levels[J].Below)
        Best.Through.push_back({Levels[J].At.F, Levels[J].At.Event});
    }
    if (!V.IsJoined && L.Depth < MaxDepth)
      addCallers(L, I, Seen, Levels);
  }
  return Best;
}
