//===- solve/StartedWork.cpp - what started work does and shares ----------===//
#include "solve/Starts.h"

#include "solve/LoopBlocks.h"
#include "solve/Loops.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// Functions that run as part of \p Body, nearest first.
static std::vector<FunctionId> reachedFrom(const Analyses &A, FunctionId Body) {
  std::vector<FunctionId> Reached{Body};
  std::set<FunctionId> Seen{Body};
  for (size_t I = 0; I < Reached.size(); ++I)
    for (const CallEdge &To : A.Calls[Reached[I]].all())
      if (Reached.size() < limits::FunctionsPerWork && !A.isOpaque(To.Callee) &&
          Seen.insert(To.Callee).second)
        Reached.push_back(To.Callee);
  return Reached;
}

/// Blocks that only the child gets to before it forks again, on ways from
/// \p Child that do not come through \p Parent.
static std::vector<bool> onlyFrom(const Function &Body, uint32_t Fork,
                                  uint32_t Child, uint32_t Parent) {
  auto ReachedFrom = [&](uint32_t From) {
    std::vector<bool> Reached(Body.Blocks.size());
    std::vector<uint32_t> Work;
    if (From != None)
      Work.push_back(From);
    while (!Work.empty()) {
      uint32_t B = Work.back();
      Work.pop_back();
      if (Reached[B] || B == Fork)
        continue;
      Reached[B] = true;
      for (uint32_t Next : Body.Blocks[B].Succs)
        if (Next != None)
          Work.push_back(Next);
    }
    return Reached;
  };
  std::vector<bool> Only = ReachedFrom(Child), Others = ReachedFrom(Parent);
  for (uint32_t B = 0; B < Only.size(); ++B)
    Only[B] = Only[B] && !Others[B];
  return Only;
}

/// The way that a branch on the result of fork takes in the child: it is 0
/// there, and the number of a process in the parent.
static std::optional<unsigned> childWay(const Branch &C) {
  switch (C.Op) {
  case CompareOp::EQ:
  case CompareOp::LE:
    return C.Rhs == 0 ? std::optional(0u) : std::nullopt;
  case CompareOp::NE:
  case CompareOp::GT:
    return C.Rhs == 0 ? std::optional(1u) : std::nullopt;
  default:
    return std::nullopt;
  }
}

ChildWork waitwise::childWork(const Analyses &A, Site Fork) {
  const Function &Body = A.P.Functions[Fork.F];
  ChildWork Work;
  for (const Block &B : Body.Blocks) {
    if (B.Succs.size() != 2 || B.Cond.Op == CompareOp::None ||
        testedEvent(Body, B.Cond.Operand) != Fork.Event)
      continue;
    std::optional<unsigned> Way = childWay(B.Cond);
    if (!Way)
      continue;
    uint32_t Child = B.Succs[*Way], Parent = B.Succs[1 - *Way];
    if (Parent != None && !A.Path.liveBlock(Fork.F, Parent) && Child != None &&
        A.Path.liveBlock(Fork.F, Child))
      Work.IsWholeRest = true;
    std::vector<bool> Only =
        onlyFrom(Body, blockOf(Body, Fork.Event), Child, Parent);
    // Past the last block of its own, it does what the parent does.
    auto Leaves = [&](uint32_t Next) { return Next != None && !Only[Next]; };
    for (uint32_t I = 0; I < Body.Blocks.size(); ++I)
      if (Only[I] && !Body.Blocks[I].NoReturn)
        Work.GoesOn |= llvm::any_of(Body.Blocks[I].Succs, Leaves);
    for (uint32_t I = 0; I < Body.Blocks.size(); ++I)
      for (uint32_t E = 0; Only[I] && E < Body.Blocks[I].NumEvents; ++E)
        Work.Events.push_back(Body.Blocks[I].FirstEvent + E);
  }
  llvm::sort(Work.Events);
  Work.Events.erase(std::unique(Work.Events.begin(), Work.Events.end()),
                    Work.Events.end());
  return Work;
}

/// What a closure captures by reference, and whether it works on an object of
/// those that made it.
static void addCaptured(const Analyses &A, Site Start, FunctionId Body,
                        std::set<std::string> &Into) {
  std::string Prefix = (A.P.nameOf(Body) + "::").str();
  for (const Move &M : A.P.Functions[Start.F].Moves) {
    if (M.To.Kind != ValueKind::Field)
      continue;
    llvm::StringRef Name = A.P.name(M.To.Index);
    TypeId T = A.P.entity(M.To.Index).Type;
    if (Name.consume_front(Prefix) && T != None &&
        A.P.Types[T].has(TF_Reference))
      Into.insert("captures '" + Name.str() + "' by reference");
  }
  bool OnThis = llvm::any_of(A.event(Start).Args, [](const Argument &Arg) {
    return Arg.V.Kind == ValueKind::This;
  });
  if (A.P.self(Body).has(EF_Lambda))
    for (const Event &E : A.P.Functions[Body].Events)
      OnThis |= E.Receiver.Kind == ValueKind::This;
  if (OnThis)
    Into.insert("works on the object that starts it");
}

SharedState waitwise::sharedBy(const Analyses &A, const Effects &E, Site Start,
                               FunctionId Body) {
  std::set<std::string> Texts;
  addCaptured(A, Start, Body, Texts);
  std::vector<FunctionId> Reached = reachedFrom(A, Body);
  auto AddWritten = [&](llvm::ArrayRef<Move> Moves) {
    for (const Move &M : Moves)
      if (M.To.Kind == ValueKind::Global &&
          !A.P.entity(M.To.Index).has(EF_System))
        Texts.insert("writes '" + A.P.name(M.To.Index).str() + "'");
  };
  for (FunctionId F : Reached) {
    AddWritten(A.P.Functions[F].Moves);
    AddWritten(A.P.Functions[F].Computed);
  }
  std::set<FunctionId> Inside(Reached.begin(), Reached.end());
  for (const LockRegion &R : E.regions())
    if (Inside.count(R.F) && R.Lock != A.Flow.interpreterLock())
      Texts.insert("takes '" + A.Lock.nameOf(R.Lock) + "'");
  SharedState Shared;
  Shared.Changes = !Texts.empty();
  for (const std::string &Text : Texts)
    if (Shared.Texts.size() < limits::NamesInMessage)
      Shared.Texts.push_back(Text);
  return Shared;
}

bool waitwise::holdsInterpreterLock(const Analyses &A, const Effects &E,
                                    const Solution &S, FunctionId Body) {
  std::set<FunctionId> Holding;
  for (const LockRegion &R : E.regions())
    if (R.Lock == A.Flow.interpreterLock())
      Holding.insert(R.F);
  if (Holding.empty())
    return false;
  constexpr double Mostly = 0.5;
  double All = S.Costs[Body].ComputesNs;
  return llvm::any_of(reachedFrom(A, Body), [&](FunctionId F) {
    return Holding.count(F) && S.Costs[F].ComputesNs >= All * Mostly;
  });
}

/// True if the loop goes on until a flag changes, or for ever, and waits in it
/// for others to give it work.
static bool isService(const Analyses &A, const Effects &E, FunctionId F,
                      uint32_t Loop) {
  const Function &Body = A.P.Functions[F];
  const Branch &Cond = Body.Blocks[Body.Loops[Loop].Header].Cond;
  bool IsFlag = Cond.Operand.Kind == ValueKind::Field ||
                Cond.Operand.Kind == ValueKind::Global ||
                Cond.Operand.Kind == ValueKind::Result;
  LoopBound Bound = Body.Loops[Loop].Bound;
  if (Bound != LoopBound::Infinite && (Bound != LoopBound::Unknown || !IsFlag))
    return false;
  for (const Sink &K : E.sinks())
    if (K.At.F == F && (K.Kind == EffectKind::Wait ||
                        K.Kind == EffectKind::Sleep) &&
        liesIn(Body, loopAround(Body, K.At.Event), Loop))
      return true;
  for (uint32_t I = 0; I < Body.Events.size(); ++I) {
    if (!liesIn(Body, loopAround(Body, I), Loop))
      continue;
    if (waitsForReadiness(A, {F, I}))
      return true;
    for (const CallEdge &To : A.Calls[F][I])
      if (E.worst(To.Callee, EffectKind::Wait).Sink != None)
        return true;
  }
  return false;
}

/// Callees of \p Of that are not among \p Seen yet, and are from now on.
static std::vector<FunctionId> newCallees(const Analyses &A,
                                          llvm::ArrayRef<FunctionId> Of,
                                          std::set<FunctionId> &Seen) {
  std::vector<FunctionId> Found;
  for (FunctionId F : Of)
    for (const CallEdge &To : A.Calls[F].all())
      if (To.Kind != EdgeKind::Stored && Seen.insert(To.Callee).second)
        Found.push_back(To.Callee);
  return Found;
}

bool waitwise::servesOn(const Analyses &A, const Effects &E, FunctionId Body) {
  // A closure, or the function of a thread class, around the one that loops.
  constexpr unsigned Deep = 2;
  std::vector<FunctionId> Level{Body};
  std::set<FunctionId> Seen{Body};
  auto Serves = [&](FunctionId F) {
    for (uint32_t L = 0; L < A.P.Functions[F].Loops.size(); ++L)
      if (isService(A, E, F, L))
        return true;
    return false;
  };
  for (unsigned Depth = 0; Depth <= Deep; ++Depth) {
    if (llvm::any_of(Level, Serves))
      return true;
    Level = newCallees(A, Level, Seen);
  }
  return false;
}
