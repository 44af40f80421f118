//===- solve/Descriptors.cpp - what kind of descriptor, does it block? ----===//
//
// Where one slot may hold both blocking and non-blocking descriptors (a helper
// used for both) the answer names both, and the caller lowers its confidence:
// silence costs less than a false report.
//
//===----------------------------------------------------------------------===//
#include "solve/Descriptors.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

Descriptors::Descriptors(const Program &P, const Knowledge &K,
                         const FlowGraph &Flow, const Conditions &Cond)
    : P(P), K(K), Flow(Flow), Cond(Cond) {
  Marked.resize(Flow.size());
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    for (uint32_t E = 0; E < P.Functions[F].Events.size(); ++E) {
      collectBirths({F, E});
      collectSetters({F, E});
    }
}

void Descriptors::collectBirths(Site S) {
  const Rule *R = Cond.rule(S);
  if (!R || !R->Creates)
    return;
  NodeId N = Flow.node(S.F, operandValue(P, R->Creates->At, S));
  Truth Born = Cond.any(R->Creates->Nonblocking, S, nullptr);
  // A flag that is set on some paths only is taken as set.
  if (N != None)
    Births[N].push_back({R->Creates->W, Born >= Truth::Mixed});
}

void Descriptors::collectSetters(Site S) {
  const Rule *R = Cond.rule(S);
  if (!R || !R->Sets)
    return;
  if (!R->Sets->OnlyIf.empty() &&
      Cond.any(R->Sets->OnlyIf, S, nullptr) < Truth::Mixed)
    return;
  NodeId N = Flow.node(S.F, operandValue(P, R->Sets->Target, S));
  if (N == None)
    return;
  for (NodeId Slot : Flow.origins(N, /*Kept=*/false).Visited)
    Marked[Slot] = true;
}

DescriptorFacts Descriptors::facts(FunctionId F, const Value &V) const {
  DescriptorFacts Facts;
  if (V.Kind == ValueKind::Int) {
    Facts.Known = true;
    Facts.StandardInput = V.Int == 0;
    Facts.StandardOutput = V.Int == 1 || V.Int == 2;
    return Facts;
  }
  NodeId N = Flow.node(F, V);
  if (N == None)
    return Facts;
  auto [It, New] = Memo.try_emplace(N);
  if (New)
    It->second = compute(N);
  return It->second;
}

DescriptorFacts Descriptors::compute(NodeId N) const {
  DescriptorFacts Facts;
  Origins O = Flow.origins(N);
  bool AnyMarked = false;
  for (NodeId Slot : Flow.origins(N, /*Kept=*/false).Visited)
    AnyMarked |= Marked[Slot];
  for (NodeId Slot : O.Visited) {
    NodeInfo I = Flow.info(Slot);
    Facts.Ready |= Ready.count(Slot) != 0;
    const GlobalRule *Stream = nullptr;
    if (I.V.Kind == ValueKind::Global)
      Stream = K.Rules.global(P.name(I.V.Index));
    if (Stream) {
      Facts.StandardInput |= Stream->Is == CreatesSpec::ConsoleInput;
      Facts.StandardOutput |= Stream->Is == CreatesSpec::ConsoleOutput;
    }
    auto It = Births.find(Slot);
    if (It == Births.end())
      continue;
    Facts.Known = true;
    for (const Birth &B : It->second) {
      bool IsFile = B.What == CreatesSpec::File;
      bool Quiet = B.What == CreatesSpec::Memory || B.Nonblocking ||
                   (!IsFile && Marked[Slot]);
      Facts.MaybeFile |= IsFile;
      Facts.MaybeNonblocking |= !IsFile && Quiet;
      if (IsFile || Quiet)
        continue;
      Facts.MaybeBlocking = true;
      Facts.What = B.What;
    }
  }
  for (NodeId Root : O.Roots)
    Facts.FromCaller |= Flow.info(Root).V.Kind == ValueKind::Param;
  if (!Facts.Known && AnyMarked) {
    Facts.Known = true;
    Facts.MaybeNonblocking = true;
  }
  return Facts;
}

Truth Descriptors::nonblocking(FunctionId F, const Value &V) const {
  DescriptorFacts Facts = facts(F, V);
  if (!Facts.Known)
    return Truth::Unknown;
  if (Facts.MaybeNonblocking)
    return Facts.MaybeBlocking || Facts.MaybeFile ? Truth::Mixed : Truth::Yes;
  return Truth::No;
}
