//===- solve/Reach.cpp - which sinks a context reaches, top-down ----------===//
//
// A function is explored once per set of constants that matter to it (flags,
// time-outs, callbacks that may be null), up to a bound, so that a helper that
// blocks only for some callers is reported only for those. Branches on such
// constants are pruned.
//
//===----------------------------------------------------------------------===//
#include "solve/Reach.h"

#include "solve/Loops.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace waitwise;

Reach::Reach(const Analyses &A, const Effects &E,
             llvm::ArrayRef<std::set<unsigned>> Matter, const Start &From)
    : A(A), E(E), Matter(Matter), From(From) {
  start();
  for (int Level = 2; Level >= 0; --Level)
    while (!Queue[Level].empty()) {
      uint32_t N = Queue[Level].front();
      Queue[Level].pop_front();
      if (!Nodes[N].Done && Nodes.size() < From.MaxNodes)
        visit(N);
    }
}

void Reach::start() {
  for (uint32_t I : From.Entries) {
    const ContextEntry &Entry = From.All[I];
    uint32_t N;
    if (Entry.WholeBody) {
      N = nodeFor(Entry.F, {});
      if (Nodes[N].Entry != None)
        continue;
    } else {
      N = Nodes.size();
      Nodes.emplace_back();
      Nodes[N].F = Entry.F;
      Nodes[N].Region = true;
    }
    Nodes[N].Entry = I;
    Nodes[N].Conf = Entry.Conf;
    Queue[unsigned(Entry.Conf)].push_back(N);
  }
}

uint32_t Reach::nodeFor(FunctionId F, const Binding &B) {
  uint32_t Next = Nodes.size();
  uint32_t Found = Next;
  if (B.empty()) {
    Found = Plain.try_emplace(F, Next).first->second;
  } else {
    std::vector<std::pair<unsigned, Value>> Key(B.begin(), B.end());
    Found = Index.try_emplace({F, std::move(Key)}, Next).first->second;
  }
  if (Found == Next) {
    Nodes.emplace_back();
    Nodes.back().F = F;
    Nodes.back().Known = B;
  }
  return Found;
}

void Reach::visit(uint32_t N) {
  Nodes[N].Done = true;
  const Node &Here = Nodes[N];
  if (Here.Region) {
    for (uint32_t Event : From.All[Here.Entry].Events)
      visitEvent(N, Event);
    return;
  }
  // The function may let go of the lock that its caller holds.
  std::optional<std::set<uint32_t>> Held;
  if (From.Lock != None)
    Held = E.locks().heldFromEntry(Here.F, From.Lock);
  std::vector<bool> Reached = reachableBlocks(Here);
  const Function &Body = A.P.Functions[Here.F];
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    for (uint32_t I = 0; Reached[B] && I < Body.Blocks[B].NumEvents; ++I) {
      uint32_t Event = Body.Blocks[B].FirstEvent + I;
      if (!Held || Held->count(Event))
        visitEvent(N, Event);
    }
}

static std::optional<bool> evaluate(const Branch &C, const Value &V) {
  int64_t L = V.Int;
  bool Thing = V.Kind == ValueKind::Function && V.Int != MaybeNull;
  if (V.Kind == ValueKind::Null)
    L = 0;
  else if (Thing)
    L = 1;
  else if (V.Kind != ValueKind::Int && V.Kind != ValueKind::Duration)
    return std::nullopt;
  if (Thing && C.Rhs != 0)
    return std::nullopt;
  switch (C.Op) {
  case CompareOp::EQ:
    return L == C.Rhs;
  case CompareOp::NE:
    return L != C.Rhs;
  case CompareOp::LT:
    return L < C.Rhs;
  case CompareOp::LE:
    return L <= C.Rhs;
  case CompareOp::GT:
    return L > C.Rhs;
  case CompareOp::GE:
    return L >= C.Rhs;
  case CompareOp::HasFlag:
    return (L & C.Rhs) != 0;
  case CompareOp::None:
    break;
  }
  return std::nullopt;
}

/// \p V, or the constant that is known for the parameter it names.
static Value bound(const Value &V, const Binding &Known) {
  if (V.Kind == ValueKind::Param)
    for (const auto &[Index, Constant] : Known)
      if (Index == V.Index)
        return Constant;
  return V;
}

std::vector<bool> Reach::reachableBlocks(const Node &N) const {
  const Function &Body = A.P.Functions[N.F];
  if (N.Known.empty())
    return std::vector<bool>(Body.Blocks.size(), true);
  std::vector<bool> Seen(Body.Blocks.size());
  std::vector<uint32_t> Work{0};
  Seen[0] = true;
  while (!Work.empty()) {
    const Block &B = Body.Blocks[Work.back()];
    Work.pop_back();
    std::optional<bool> Taken;
    if (B.Succs.size() == 2)
      Taken = evaluate(B.Cond, bound(B.Cond.Operand, N.Known));
    for (uint32_t Way = 0; Way < B.Succs.size(); ++Way) {
      uint32_t S = B.Succs[Way];
      bool Pruned = Taken && *Taken != (Way == 0);
      if (S == None || Pruned || Seen[S])
        continue;
      Seen[S] = true;
      Work.push_back(S);
    }
  }
  return Seen;
}

/// The loop's own wait is the loop; a wait that suspends here blocks nobody;
/// waiting for the lock that is held, or giving it up meanwhile, hurts nobody
/// who wants it.
bool Reach::relevant(const Sink &K, Site S) const {
  ContextKind Kind = From.All[From.Entries.front()].Kind;
  if (Kind == ContextKind::EventLoop && waitsForReadiness(A, S))
    return false;
  if (K.ExceptIn & 1u << unsigned(Kind))
    return false;
  if (From.Lock == None)
    return true;
  if (E.judge().releasedMeanwhile(S) == From.Lock)
    return false;
  if (K.Kind != EffectKind::Lock)
    return true;
  const LockActions &Actions = E.locks().actionsIn(S.F);
  auto It = Actions.ByEvent.find(S.Event);
  if (It == Actions.ByEvent.end())
    return true;
  return llvm::none_of(It->second, [&](const LockAction &Action) {
    return Action.Lock == From.Lock;
  });
}

/// The sink that an event is for a caller who passes these constants.
const Sink *Reach::sinkAt(Site S, const Binding &Known) {
  if (!concerns(&Known, A.event(S)))
    return E.sinkAt(S);
  std::optional<Sink> K = E.judge().at(S, &Known);
  return K ? &Bound.emplace_back(std::move(*K)) : nullptr;
}

void Reach::visitEvent(uint32_t N, uint32_t Event) {
  Site S{Nodes[N].F, Event};
  if (!A.Path.live(S))
    return;
  if (const Sink *K = sinkAt(S, Nodes[N].Known))
    if (K->BadNs >= From.ToleranceNs && relevant(*K, S))
      Hits.push_back({K, N});
  llvm::ArrayRef<CallEdge> Edges = A.Calls[S.F][Event];
  bool Named = llvm::all_of(Edges, [](const CallEdge &To) {
    return To.Kind == EdgeKind::Direct || To.Kind == EdgeKind::Virtual;
  });
  Value Run;
  if (!Named)
    Run = bound(calledThrough(A.P, A.event(S)), Nodes[N].Known);
  for (const CallEdge &To : Edges)
    if (Named || mayRun(To, Run))
      follow(N, Event, To);
}

/// A callable that the caller passed is run, and no other that was ever passed.
bool Reach::mayRun(const CallEdge &To, const Value &Run) const {
  bool Passed = To.Kind == EdgeKind::Stored || To.Kind == EdgeKind::Inline;
  if (!Passed || Run.Kind == ValueKind::Null)
    return !Passed;
  return Run.Kind != ValueKind::Function ||
         A.P.entity(Run.Index).has(EF_Virtual) ||
         A.P.BodyOf[Run.Index] == To.Callee;
}

/// What is passed for a parameter, if one constant or one function is.
Value Reach::passed(const Node &From, const Value &Arg) const {
  Value V = bound(Arg, From.Known);
  if (V.isConstant() || V.Kind == ValueKind::Function ||
      V.Kind == ValueKind::Bits)
    return V;
  auto Targets = A.Flow.targetsOf(From.F, V);
  if (Targets.size() != 1)
    return {};
  return {ValueKind::Function, Targets.front(), MaybeNull};
}

void Reach::follow(uint32_t N, uint32_t Event, const CallEdge &To) {
  if (A.isOpaque(To.Callee) || E.worstNs(To.Callee) < From.ToleranceNs)
    return;
  Binding B;
  // What a library runs may get other arguments than the library.
  if (To.Kind != EdgeKind::Inline)
    B = bindingFor(Nodes[N], Event, To.Callee);
  uint32_t Next = nodeFor(To.Callee, B);
  Node &Callee = Nodes[Next];
  if (Callee.Preds.empty() || Callee.Preds.back() != N)
    Callee.Preds.push_back(N);
  Confidence Conf = std::min(Nodes[N].Conf, To.Conf);
  bool Better = Callee.Parent == None || Conf > Callee.Conf;
  if (Callee.Done || Callee.Entry != None || !Better)
    return;
  Callee.Parent = N;
  Callee.ParentEvent = Event;
  Callee.How = To.Kind;
  Callee.Conf = Conf;
  Queue[unsigned(Conf)].push_back(Next);
}

Binding Reach::bindingFor(const Node &From, uint32_t Event,
                          FunctionId Callee) {
  Binding B;
  const waitwise::Event &Call = A.event({From.F, Event});
  for (unsigned Param : Matter[Callee]) {
    if (Param >= Call.Args.size())
      break;
    Value V = passed(From, Call.Args[Param].V);
    if (V.Kind != ValueKind::Unknown)
      B.push_back({Param, V});
  }
  if (B.empty())
    return B;
  std::vector<std::pair<unsigned, Value>> Key(B.begin(), B.end());
  bool Known = Index.count({Callee, Key}) != 0;
  if (!Known && ++Bindings[Callee] > limits::BindingsPerFunction)
    B.clear();
  return B;
}

std::vector<Step> Reach::chain(const Hit &H) const {
  std::vector<Step> Steps{{H.K->At, EdgeKind::Direct}};
  for (uint32_t N = H.Node; Nodes[N].Parent != None; N = Nodes[N].Parent)
    Steps.push_back({{Nodes[Nodes[N].Parent].F, Nodes[N].ParentEvent},
                     Nodes[N].How});
  std::reverse(Steps.begin(), Steps.end());
  return Steps;
}

uint32_t Reach::entryOf(const Hit &H) const {
  uint32_t N = H.Node;
  while (Nodes[N].Parent != None)
    N = Nodes[N].Parent;
  return Nodes[N].Entry;
}

Confidence Reach::confidence(const Hit &H) const {
  return std::min(H.K->Conf, Nodes[H.Node].Conf);
}

std::vector<uint32_t> Reach::entriesReaching(llvm::ArrayRef<uint32_t> Ends,
                                             size_t MaxNodes) {
  if (From.Entries.size() == 1)
    return From.Entries;
  std::vector<uint32_t> Entries, Work;
  llvm::DenseSet<uint32_t> Known;
  ++Searches;
  auto Enter = [&](uint32_t N) {
    if (Work.size() >= MaxNodes || Nodes[N].Search == Searches)
      return;
    Nodes[N].Search = Searches;
    Work.push_back(N);
  };
  llvm::for_each(Ends, Enter);
  for (size_t I = 0; I < Work.size(); ++I) {
    uint32_t Entry = Nodes[Work[I]].Entry;
    if (Entry != None && Known.insert(Entry).second)
      Entries.push_back(Entry);
    llvm::for_each(Nodes[Work[I]].Preds, Enter);
  }
  return Entries;
}
