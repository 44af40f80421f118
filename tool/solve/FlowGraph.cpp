//===- solve/FlowGraph.cpp - where values come from and go to -------------===//
//
// Node numbers of one function are contiguous: parameters, locals, this,
// return, events; after all functions one node per entity, then Python's lock.
//
//===----------------------------------------------------------------------===//
#include "solve/FlowGraph.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace waitwise;

FlowGraph::FlowGraph(const Program &P) : P(P) {
  uint32_t Next = 0;
  for (const Function &F : P.Functions) {
    Base.push_back(Next);
    Next += F.Params.size() + F.Locals.size() + 2 + F.Events.size();
  }
  EntityBase = Next;
  Next += P.Entities.size() + 1;
  Succs.Heads.assign(Next, None);
  Preds.Heads.assign(Next, None);
  Constants.Heads.assign(Next, None);
  TargetsAt.resize(Next);
  TargetSets.emplace_back();
}

template <typename T>
bool FlowGraph::Lists<T>::endsWith(NodeId N, const T &Item) const {
  constexpr unsigned Few = 12;
  uint32_t I = Heads[N];
  for (unsigned Seen = 0; I != None && Seen < Few; ++Seen, I = Links[I].Next)
    if (Links[I].Item == Item)
      return true;
  return false;
}

llvm::SmallVector<EntityId, 1> &FlowGraph::targetsAt(NodeId N) {
  if (!TargetsAt[N]) {
    TargetsAt[N] = TargetSets.size();
    TargetSets.emplace_back();
  }
  return TargetSets[TargetsAt[N]];
}

llvm::SmallVector<NodeId, 8> FlowGraph::predecessors(NodeId N) const {
  llvm::SmallVector<NodeId, 8> Found;
  Preds.forEach(N, [&](NodeId From) { Found.push_back(From); });
  std::reverse(Found.begin(), Found.end());
  return Found;
}

llvm::SmallVector<Value, 4> FlowGraph::constants(NodeId N) const {
  llvm::SmallVector<Value, 4> Found;
  Constants.forEach(N, [&](const Value &C) { Found.push_back(C); });
  return Found;
}

NodeId FlowGraph::node(FunctionId F, const Value &V) const {
  if (V.Kind == ValueKind::Field || V.Kind == ValueKind::Global)
    return EntityBase + V.Index;
  if (!V.isSlot())
    return None;
  const Function &Body = P.Functions[F];
  uint32_t Locals = Base[F] + Body.Params.size();
  uint32_t This = Locals + Body.Locals.size();
  switch (V.Kind) {
  case ValueKind::Param:
    return V.Index < Body.Params.size() ? Base[F] + V.Index : None;
  case ValueKind::Local:
    return V.Index < Body.Locals.size() ? Locals + V.Index : None;
  case ValueKind::This:
    return This;
  case ValueKind::Return:
    return This + 1;
  case ValueKind::Result:
    return V.Index < Body.Events.size() ? This + 2 + V.Index : None;
  default:
    return None;
  }
}

NodeInfo FlowGraph::info(NodeId N) const {
  if (N == interpreterLock())
    return {};
  if (N >= EntityBase) {
    EntityId E = N - EntityBase;
    bool IsField = P.Entities[E].Kind == EntityKind::Field;
    return {{IsField ? ValueKind::Field : ValueKind::Global, E, 0}, None};
  }
  FunctionId F = std::upper_bound(Base.begin(), Base.end(), N) -
                 Base.begin() - 1;
  // Functions without nodes do not exist: each has at least this and return.
  const Function &Body = P.Functions[F];
  uint32_t At = N - Base[F];
  uint32_t Params = Body.Params.size(), Locals = Body.Locals.size();
  if (At < Params)
    return {{ValueKind::Param, At, 0}, F};
  At -= Params;
  if (At < Locals)
    return {{ValueKind::Local, At, 0}, F};
  At -= Locals;
  if (At < 2)
    return {{At == 0 ? ValueKind::This : ValueKind::Return, 0, 0}, F};
  return {{ValueKind::Result, At - 2, 0}, F};
}

void FlowGraph::move(FunctionId F, const Value &From, NodeId To) {
  if (To == None)
    return;
  if (From.Kind == ValueKind::Function)
    return addTarget(To, From.Index);
  NodeId Source = node(F, From);
  if (Source == None)
    return addConstant(From, To);
  addEdge(Source, To);
}

/// Beyond some texts a slot may hold any.
void FlowGraph::addConstant(Value Constant, NodeId To) {
  unsigned Texts = 0;
  bool Known = false, KnowsUnknown = false;
  Constants.forEach(To, [&](const Value &V) {
    Texts += V.Kind == ValueKind::String;
    Known |= V == Constant;
    KnowsUnknown |= V == Value();
  });
  bool Many = Constant.Kind == ValueKind::String && !Known &&
              Texts >= limits::TextsPerSlot;
  if (Many && !KnowsUnknown)
    Constants.push(To, Value());
  if (!Many && !Known)
    Constants.push(To, Constant);
}

static uint64_t edgeKey(NodeId From, NodeId To) {
  return uint64_t(From) << 32 | To;
}

/// An edge that comes twice does no harm.
void FlowGraph::addEdge(NodeId From, NodeId To) {
  if (From == To || From == None || To == None)
    return;
  Succs.push(From, To);
  Preds.push(To, From);
  if (TargetsAt[From])
    Work.push_back(From);
}

void FlowGraph::keep(FunctionId F, const Value &From, NodeId To) {
  NodeId Source = node(F, From);
  if (Source != None && To != None && !Preds.endsWith(To, Source))
    KeptEdges.insert(edgeKey(Source, To));
  move(F, From, To);
}

void FlowGraph::addTarget(NodeId N, EntityId Function) {
  auto &Set = targetsAt(N);
  auto It = llvm::lower_bound(Set, Function);
  if (It != Set.end() && *It == Function)
    return;
  Set.insert(It, Function);
  Work.push_back(N);
}

bool FlowGraph::propagate() {
  bool Grew = !Work.empty();
  while (!Work.empty()) {
    NodeId N = Work.back();
    Work.pop_back();
    const llvm::SmallVector<EntityId, 1> From(targets(N));
    Succs.forEach(N, [&](NodeId To) {
      auto &Into = targetsAt(To);
      size_t Before = Into.size();
      llvm::SmallVector<EntityId, 1> Merged;
      std::set_union(Into.begin(), Into.end(), From.begin(), From.end(),
                     std::back_inserter(Merged));
      if (Merged.size() == Before)
        return;
      Into = std::move(Merged);
      Work.push_back(To);
    });
  }
  return Grew;
}

llvm::SmallVector<EntityId, 2> FlowGraph::targetsOf(FunctionId F,
                                                    const Value &V) const {
  if (V.Kind == ValueKind::Function)
    return {V.Index};
  NodeId N = node(F, V);
  llvm::ArrayRef<EntityId> T = targets(N);
  return {T.begin(), T.end()};
}

void FlowGraph::addLeaf(NodeId N, Origins &Into) const {
  NodeInfo I = info(N);
  if (I.V.Kind == ValueKind::Result)
    Into.Results.push_back({I.F, I.V.Index});
  else
    Into.Roots.push_back(N);
}

Origins FlowGraph::origins(NodeId N, bool Kept) const {
  Origins O;
  llvm::DenseSet<NodeId> Seen{N};
  O.Visited.push_back(N); // What was seen is visited in that order.
  for (size_t I = 0; I < O.Visited.size(); ++I) {
    NodeId At = O.Visited[I];
    Constants.forEach(At, [&](const Value &C) {
      if (!llvm::is_contained(O.Constants, C))
        O.Constants.push_back(C);
    });
    if (Preds.empty(At) && Constants.empty(At))
      addLeaf(At, O);
    Preds.forEach(At, [&](NodeId From) {
      if (!Kept && KeptEdges.contains(edgeKey(From, At)))
        return;
      if (Seen.size() < limits::SlotsPerOrigin && Seen.insert(From).second)
        O.Visited.push_back(From);
    });
  }
  O.Truncated = Seen.size() >= limits::SlotsPerOrigin;
  llvm::sort(O.Results);
  llvm::sort(O.Roots);
  llvm::sort(O.Constants);
  return O;
}
