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
  Succs.resize(Next);
  Preds.resize(Next);
  Targets.resize(Next);
  Constants.resize(Next);
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
  auto &Known = Constants[To];
  auto IsText = [](const Value &V) { return V.Kind == ValueKind::String; };
  if (IsText(Constant) && !llvm::is_contained(Known, Constant) &&
      llvm::count_if(Known, IsText) >= limits::TextsPerSlot)
    Constant = Value();
  if (!llvm::is_contained(Known, Constant))
    Known.push_back(Constant);
}

void FlowGraph::addEdge(NodeId From, NodeId To) {
  if (From == To || From == None || To == None)
    return;
  if (!Edges.insert(uint64_t(From) << 32 | To).second)
    return;
  Succs[From].push_back(To);
  Preds[To].push_back(From);
  if (!Targets[From].empty())
    Work.push_back(From);
}

static uint64_t edgeKey(NodeId From, NodeId To) {
  return uint64_t(From) << 32 | To;
}

void FlowGraph::keep(FunctionId F, const Value &From, NodeId To) {
  NodeId Source = node(F, From);
  if (Source != None && To != None && !Edges.contains(edgeKey(Source, To)))
    KeptEdges.insert(edgeKey(Source, To));
  move(F, From, To);
}

void FlowGraph::addTarget(NodeId N, EntityId Function) {
  auto &Set = Targets[N];
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
    for (NodeId To : Succs[N]) {
      auto &Into = Targets[To];
      size_t Before = Into.size();
      llvm::SmallVector<EntityId, 1> Merged;
      std::set_union(Into.begin(), Into.end(), Targets[N].begin(),
                     Targets[N].end(), std::back_inserter(Merged));
      if (Merged.size() == Before)
        continue;
      Into = std::move(Merged);
      Work.push_back(To);
    }
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

Origins FlowGraph::origins(NodeId N, bool Kept) const {
  Origins O;
  llvm::DenseSet<NodeId> Seen{N};
  llvm::SmallVector<NodeId, 16> Stack{N};
  while (!Stack.empty()) {
    NodeId At = Stack.pop_back_val();
    O.Visited.push_back(At);
    for (const Value &C : Constants[At])
      if (!llvm::is_contained(O.Constants, C))
        O.Constants.push_back(C);
    NodeInfo I = info(At);
    bool IsLeaf = Preds[At].empty() && Constants[At].empty();
    if (IsLeaf && I.V.Kind == ValueKind::Result)
      O.Results.push_back({I.F, I.V.Index});
    else if (IsLeaf)
      O.Roots.push_back(At);
    for (NodeId From : Preds[At]) {
      if (!Kept && KeptEdges.contains(edgeKey(From, At)))
        continue;
      if (Seen.size() < limits::SlotsPerOrigin && Seen.insert(From).second)
        Stack.push_back(From);
    }
  }
  O.Truncated = Seen.size() >= limits::SlotsPerOrigin;
  llvm::sort(O.Visited);
  llvm::sort(O.Results);
  llvm::sort(O.Roots);
  llvm::sort(O.Constants);
  return O;
}
