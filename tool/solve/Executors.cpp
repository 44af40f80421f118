//===- solve/Executors.cpp - where an executor runs things ----------------===//
#include "solve/Executors.h"

#include "solve/Switches.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

static bool isPool(ContextKind K) {
  return K == ContextKind::AnyPool || K == ContextKind::CpuPool ||
         K == ContextKind::IoPool;
}

Executors::Executors(const Analyses &A, const ThreadCounts &Counts,
                     llvm::ArrayRef<DiscoveredPool> Pools)
    : A(A), Counts(Counts) {
  forEachSite(A.P, [&](Site S) {
    const Rule *R = A.Cond.rule(S);
    if (R && R->Sizes)
      noteSized(S, *R);
  });
  for (const DiscoveredPool &Pool : Pools)
    if (Pool.Class != None)
      noteMade(Pool, Counts);
}

/// A pool of a library, made or given another size.
void Executors::noteSized(Site S, const Rule &R) {
  const Event &E = A.event(S);
  ThreadCount C = Counts.of(S.F, operandValue(A.P, R.Sizes, S));
  bool Changes = A.P.entity(E.Callee).has(EF_Method) && !E.has(EVF_Construct) &&
                 !R.ConstructsTypeArg && E.Receiver.isSlot() &&
                 unqualified(A.P.name(E.Callee)).starts_with("set");
  NodeId Object = Changes ? A.Flow.node(S.F, E.Receiver)
                          : A.Flow.node(S.F, {ValueKind::Result, S.Event, 0});
  if (Object != None)
    Sized[Object] = std::move(C);
}

/// Objects of a class that starts the threads of a pool.
void Executors::noteMade(const DiscoveredPool &Pool,
                         const ThreadCounts &Counts) {
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
    const Entity &Self = A.P.self(F);
    if (!Self.has(EF_Constructor) || Self.Parent == None ||
        !A.K.derivesFrom(Self.Parent, Pool.Class))
      continue;
    for (Site S : A.CalledBy.of(F)) {
      // The part of an object that a base is, is no object of its own.
      if (A.event(S).has(EVF_Base) &&
          A.event(S).Receiver.Kind == ValueKind::This)
        continue;
      ThreadCount C = Counts.startedAt(Pool.Starts.front(), S);
      if (Pool.Starts.size() > 1)
        C = Pool.Count;
      Sized[A.Flow.node(S.F, {ValueKind::Result, S.Event, 0})] = std::move(C);
    }
  }
}

TypeId Executors::typeOf(NodeId N) const {
  NodeInfo I = A.Flow.info(N);
  switch (I.V.Kind) {
  case ValueKind::Param:
    return A.P.Functions[I.F].Params[I.V.Index].Type;
  case ValueKind::Local:
    return A.P.Functions[I.F].Locals[I.V.Index].Type;
  case ValueKind::Result:
    return A.P.Functions[I.F].Events[I.V.Index].ResultType;
  case ValueKind::Field:
  case ValueKind::Global:
    return I.V.Index < A.P.Entities.size() ? A.P.entity(I.V.Index).Type : None;
  default:
    return None;
  }
}

std::optional<Executor> Executors::of(FunctionId F, const Value &V,
                                      TypeId Type) const {
  std::optional<ContextKind> Known = A.K.executorContext(Type);
  Executor Found;
  if (Known)
    Found.Kind = *Known;
  NodeId N = A.Flow.node(F, V);
  bool Certain = Known && !isPool(*Known);
  if (N == None || Certain)
    return Known ? std::optional(Found) : std::nullopt;
  Origins O = A.Flow.origins(N);
  std::optional<ContextKind> Seen;
  bool Mixed = O.Truncated;
  auto Add = [&](ContextKind K) {
    Mixed |= Seen && *Seen != K;
    Seen = K;
  };
  for (NodeId At : O.Visited)
    if (auto It = Sized.find(At); It != Sized.end()) {
      Found.Objects.insert(At);
      Found.Text = It->second.Text;
      Found.Threads = It->second.Threads;
      Add(It->second.Kind);
    }
  // A pool that packs know, made with a size or without.
  bool Pools = Seen.has_value();
  for (NodeId At : O.Visited) {
    std::optional<ContextKind> K = A.K.executorContext(typeOf(At));
    bool Counts = K && !Known && !(Pools && *K == ContextKind::AnyPool);
    if (Counts)
      Add(*K);
  }
  if (Mixed || !Seen) {
    Found.Text.clear();
    return Known ? std::optional(Found) : std::nullopt;
  }
  Found.Kind = *Seen;
  return Found;
}

std::optional<Executor> Executors::of(Site S, const Operand &O) const {
  const Event &E = A.event(S);
  if (O.K == Operand::Receiver && !O.Depth) {
    std::optional<Executor> Found = of(S.F, E.Receiver, None);
    std::optional<ContextKind> Known = A.K.executorOfClass(E.ReceiverClass);
    if (Known && (!Found || Found->Objects.empty()))
      return Executor{*Known, "", 0, {}};
    return Found;
  }
  return of(S.F, operandValue(A.P, O, S), operandType(A.P, O, E));
}
