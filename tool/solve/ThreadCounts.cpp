//===- solve/ThreadCounts.cpp - how many threads a pool has ---------------===//
//
// One walk backward over slots collects what can arrive, and a table at its
// end decides what that makes of the pool.
//
//===----------------------------------------------------------------------===//
#include "solve/ThreadCounts.h"

#include "solve/Loops.h"
#include "solve/MethodNames.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace waitwise;

/// What was found on the way.
struct ThreadCounts::Search {
  Site Made;
  std::vector<NodeId> Work;
  std::set<NodeId> Slots;
  bool Cores = false, Multiple = false, Other = false, Unseen = false;
  std::set<int64_t> Passed;  ///< Numbers that somebody chose.
  std::set<int64_t> Default; ///< Numbers that stand in for another.
  Location CoresAt, OtherAt;
  std::string CoresBy;
};

ThreadCounts::ThreadCounts(const Analyses &A) : A(A) {
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
    for (const Move &M : A.P.Functions[F].Computed)
      Computed[A.Flow.node(F, M.To)].push_back({F, M});
}

static std::string threads(int64_t N) {
  return N == 1 ? "one thread" : std::to_string(N) + " threads";
}

/// The table. What was seen beside the cores makes it unsure, except for
/// numbers that only stand in for them.
static ThreadCount decide(const auto &Found) {
  ThreadCount C;
  bool Number = Found.Other || !Found.Passed.empty();
  if (Found.Cores && !Found.Multiple) {
    C.At = Found.CoresAt;
    bool Mixed = Number || Found.Unseen;
    C.Kind = Mixed ? ContextKind::AnyPool : ContextKind::CpuPool;
    C.Text = Mixed ? "sometimes a thread for each core, sometimes another "
                     "number"
                   : "a thread for each core ('" + Found.CoresBy + "')";
    return C;
  }
  if (Found.Cores) {
    C.Kind = Found.Unseen ? ContextKind::AnyPool : ContextKind::IoPool;
    C.At = Found.CoresAt;
    C.Text = "several threads for each core";
    return C;
  }
  std::set<int64_t> Numbers = Found.Passed;
  Numbers.insert(Found.Default.begin(), Found.Default.end());
  if (Found.Unseen || (Numbers.empty() && !Found.Other))
    return C;
  C.Kind = ContextKind::IoPool;
  C.At = Found.OtherAt;
  C.Text = "a number of threads that is set elsewhere";
  if (Found.Other || Numbers.size() != 1)
    return C;
  C.Threads = *Numbers.begin();
  C.Text = threads(C.Threads);
  return C;
}

ThreadCounts::Search ThreadCounts::follow(FunctionId F, const Value &V,
                                          Site Made) const {
  Search To;
  To.Made = Made;
  add(To, F, V);
  while (!To.Work.empty()) {
    NodeId N = To.Work.back();
    To.Work.pop_back();
    visitNode(To, N);
  }
  return To;
}

ThreadCount ThreadCounts::of(FunctionId F, const Value &V, Site Made) const {
  return decide(follow(F, V, Made));
}

/// A value to go on from: a constant that some caller passes counts as chosen.
void ThreadCounts::add(Search &To, FunctionId F, const Value &V) const {
  if (V.Kind == ValueKind::Int) {
    if (V.Int > 0)
      To.Passed.insert(V.Int);
    return;
  }
  NodeId N = A.Flow.node(F, V);
  if (N == None)
    To.Unseen = true;
  else if (To.Slots.size() < limits::SlotsPerCount && To.Slots.insert(N).second)
    To.Work.push_back(N);
}

void ThreadCounts::visitNode(Search &To, NodeId N) const {
  NodeInfo I = A.Flow.info(N);
  if (I.V.Kind == ValueKind::Result)
    return visitResult(To, I.F, I.V.Index);
  if (I.V.Kind == ValueKind::Param)
    return visitParameter(To, I);
  bool Any = false;
  for (const Value &C : A.Flow.constants(N)) {
    Any |= C.Kind == ValueKind::Int;
    if (C.Kind == ValueKind::Int && C.Int > 0)
      To.Default.insert(C.Int);
    To.Unseen |= C.Kind == ValueKind::Unknown;
  }
  if (auto It = Computed.find(N); It != Computed.end())
    for (const auto &[F, M] : It->second) {
      Any = true;
      To.Multiple |= M.IsMultiple;
      add(To, F, M.From);
    }
  for (NodeId From : A.Flow.predecessors(N)) {
    Any = true;
    if (To.Slots.size() < limits::SlotsPerCount && To.Slots.insert(From).second)
      To.Work.push_back(From);
  }
  // A field or variable that nothing seen is written to is set by a parser of
  // options, say.
  bool Shared = I.V.Kind == ValueKind::Field || I.V.Kind == ValueKind::Global;
  (Shared ? To.Other : To.Unseen) |= !Any;
}

void ThreadCounts::visitParameter(Search &To, const NodeInfo &I) const {
  bool Constructs = A.P.self(I.F).has(EF_Constructor);
  if (Constructs && To.Made.F != None) {
    bool Here =
        llvm::any_of(A.Calls[To.Made.F][To.Made.Event],
                     [&](const CallEdge &E) { return E.Callee == I.F; });
    const Event &E = A.event(To.Made);
    if (Here && I.V.Index < E.Args.size()) {
      To.OtherAt = E.Loc;
      return add(To, To.Made.F, E.Args[I.V.Index].V);
    }
  }
  bool Any = false;
  for (Site S : A.CalledBy.of(I.F)) {
    const Event &E = A.event(S);
    if (I.V.Index >= E.Args.size())
      continue;
    Any = true;
    To.OtherAt = E.Loc;
    add(To, S.F, E.Args[I.V.Index].V);
  }
  To.Unseen |= !Any;
}

/// Functions of libraries that pick one of their arguments.
static bool picksOne(llvm::StringRef Name) {
  return llvm::StringSwitch<bool>(unqualified(Name))
      .Cases({"max", "min", "clamp", "qMax", "qMin", "qBound"}, true)
      .Default(false);
}

void ThreadCounts::visitResult(Search &To, FunctionId F,
                               uint32_t Event) const {
  Site S{F, Event};
  const waitwise::Event &E = A.event(S);
  const Rule *R = A.Cond.rule(S);
  if (R && R->CountsCores) {
    To.Cores = true;
    To.CoresAt = E.Loc;
    To.CoresBy = A.P.name(E.Callee).str();
    return;
  }
  if (R && R->PassesThrough)
    return add(To, F, operandValue(A.P, R->PassesThrough, S));
  bool Own = !A.Calls[F][Event].empty();
  if (!Own && E.Callee != None && picksOne(A.P.name(E.Callee))) {
    for (const Argument &Arg : E.Args) {
      if (Arg.V.Kind != ValueKind::Int)
        add(To, F, Arg.V);
      else if (Arg.V.Int > 0)
        To.Default.insert(Arg.V.Int);
    }
    return;
  }
  if (!Own) {
    To.Other = true;
    To.OtherAt = E.Loc;
    return;
  }
  NodeId N = A.Flow.node(F, {ValueKind::Result, Event, 0});
  for (const Value &C : A.Flow.constants(N))
    if (C.Kind == ValueKind::Int && C.Int > 0)
      To.Default.insert(C.Int);
  for (NodeId From : A.Flow.predecessors(N))
    if (To.Slots.insert(From).second)
      To.Work.push_back(From);
}

/// A container of threads has as many as it was made or resized for.
ThreadCount ThreadCounts::sizeOf(FunctionId F, const Value &Container,
                                 Site Made) const {
  NodeId N = A.Flow.node(F, Container);
  ThreadCount Found;
  bool Any = false;
  forEachSite(A.P, [&](Site S) {
    const Event &E = A.event(S);
    if (E.Callee == None || E.Args.empty() ||
        !A.P.entity(E.Callee).has(EF_System))
      return;
    llvm::StringRef Name = unqualified(A.P.name(E.Callee));
    bool Sizes = E.has(EVF_Construct) || Name == "resize" ||
                 Name == "reserve" || Name == "assign";
    TypeId T = E.Args.front().Type;
    bool Counts = T != None && A.P.Types[T].has(TF_Integer);
    if (!Sizes || !Counts || A.Flow.node(S.F, E.Receiver) != N)
      return;
    ThreadCount Next = of(S.F, E.Args.front().V, Made);
    if (Any && !(Next.Kind == Found.Kind))
      Next = {};
    Found = Next;
    Any = true;
  });
  return Found;
}

ThreadCount ThreadCounts::inLoop(FunctionId F, uint32_t Loop,
                                 Site Made) const {
  const waitwise::Loop &L = A.P.Functions[F].Loops[Loop];
  ThreadCount C;
  C.At = L.Loc;
  switch (L.Bound) {
  case LoopBound::Constant:
    C.Kind = ContextKind::IoPool;
    C.Threads = L.Trips;
    C.Text = threads(L.Trips);
    return C;
  case LoopBound::Value:
    C = of(F, L.Limit, Made);
    break;
  case LoopBound::Container:
    C = sizeOf(F, L.Limit, Made);
    break;
  case LoopBound::Infinite:
    C.Kind = ContextKind::IoPool;
    C.Text = "as many threads as it takes";
    return C;
  case LoopBound::Unknown:
    break;
  }
  if (!C.At.isValid())
    C.At = L.Loc;
  return C;
}

/// True if a start outside of all loops starts one thread for each object, or
/// one in all.
bool ThreadCounts::isOne(Site Start) const {
  const Event &E = A.event(Start);
  if (A.P.nameOf(Start.F) == "main")
    return true;
  if (E.has(EVF_Construct) && E.Receiver.Kind == ValueKind::Field)
    return true;
  Value Thread{ValueKind::Result, Start.Event, 0};
  for (const Event &Next : A.P.Functions[Start.F].Events) {
    bool Assigns = Next.Callee != None && Next.Args.size() == 1 &&
                   Next.Args.front().V == Thread &&
                   A.P.name(Next.Callee).ends_with("::operator=");
    bool Field = Next.Receiver.Kind == ValueKind::Field ||
                 Next.Receiver.Kind == ValueKind::Global;
    TypeId T = Field ? A.P.entity(Next.Receiver.Index).Type : None;
    if (Assigns && T != None && A.P.classArgs(A.P.Types[T].Class).empty())
      return true;
  }
  return false;
}

std::vector<Site> ThreadCounts::callersOf(llvm::ArrayRef<Site> Level,
                                          std::set<FunctionId> &Seen) const {
  std::vector<Site> Next;
  for (Site S : Level)
    for (Site Caller : A.CalledBy.of(S.F))
      if (Seen.insert(Caller.F).second)
        Next.push_back(Caller);
  return Next;
}

ThreadCount ThreadCounts::startedAt(Site Start, Site Made) const {
  constexpr unsigned MostSteps = 3; // main ▶ start ▶ addWorker ▶ the thread
  std::vector<Site> Level{Start};
  std::set<FunctionId> Seen{Start.F};
  for (unsigned Step = 0; Step <= MostSteps && !Level.empty(); ++Step) {
    for (Site S : Level)
      if (uint32_t L = loopAround(A.P.Functions[S.F], S.Event); L != None)
        return inLoop(S.F, L, Made);
    if (A.P.self(Start.F).has(EF_Constructor))
      break;
    Level = callersOf(Level, Seen);
  }
  ThreadCount C;
  C.At = A.event(Start).Loc;
  if (!isOne(Start))
    return C;
  C.Kind = ContextKind::IoPool;
  C.Threads = 1;
  C.Text = threads(1);
  return C;
}
