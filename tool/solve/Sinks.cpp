//===- solve/Sinks.cpp - does this call block, and for how long? ----------===//
//
// The first rule that speaks decides: `blocks: never` exempts, `blocks` is
// judged by its conditions, then by a constant time-out, then by what the
// descriptor is or by who holds the lock. What is not certain lowers the
// confidence instead of being guessed.
//
//===----------------------------------------------------------------------===//
#include "solve/Sinks.h"


#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

std::optional<Sink> Sinks::at(Site S, const Binding *B) const {
  const Event &E = A.event(S);
  if (E.Kind != EventKind::Call || E.has(EVF_Awaited))
    return std::nullopt;
  const Rule *R = A.Cond.rule(S, B);
  if (!R || !R->Blocks || R->NeverBlocks || A.K.isAwaitable(E.ResultType))
    return std::nullopt;
  return apply(S, *R, B);
}

void Sinks::setLatency(Sink &K, uint64_t Ns) const {
  K.BadNs = Ns;
  K.Bad = A.K.Rules.Cost.latencyOf(Ns);
}

std::optional<Sink> Sinks::apply(Site S, const Rule &R,
                                 const Binding *B) const {
  const BlocksSpec &Spec = *R.Blocks;
  Sink K;
  K.At = S;
  K.Kind = Spec.Kind;
  K.Primitive = A.P.name(A.event(S).Callee).str();
  K.Because = R.Because;
  if (Spec.TimeNs)
    setLatency(K, Spec.TimeNs);
  else {
    K.Bad = Spec.Bad;
    K.BadNs = A.K.Rules.Cost.badCase(Spec.Bad);
  }
  K.ExceptIn = Spec.ExceptIn;
  for (unsigned C = 0; C < NumContextKinds; ++C)
    K.Instead[C] = R.insteadFor(ContextKind(C)).str();
  for (const Alternative &Other : R.Instead)
    if (!Other.When.empty() && !parseContextKind(Other.When))
      K.InsteadFor.push_back({Other.When, Other.Text});
  if (!judge(S, R, B, K))
    return std::nullopt;
  return K;
}

static void lower(Sink &K, Confidence To) { K.Conf = std::min(K.Conf, To); }

bool Sinks::judge(Site S, const Rule &R, const Binding *B, Sink &K) const {
  const BlocksSpec &Spec = *R.Blocks;
  if (Spec.Until && A.Done.before(S, operandValue(A.P, Spec.Until, S)))
    return false;
  Truth Unless = A.Cond.any(Spec.Unless, S, B);
  if (Unless == Truth::Yes)
    return false;
  if (Unless == Truth::Mixed)
    lower(K, Confidence::Low);
  if (Unless == Truth::Unknown)
    lower(K, Confidence::Medium);
  if (!Spec.OnlyIf.empty()) {
    Truth Only = A.Cond.any(Spec.OnlyIf, S, B);
    if (Only == Truth::No)
      return false;
    if (Only != Truth::Yes)
      lower(K, Confidence::Low);
  }
  if (!limitByTimeout(S, Spec, B, K))
    return false;
  if (Spec.Descriptor && !classifyDescriptor(S, Spec, K))
    return false;
  if (!Spec.Lock)
    return true;
  waitForLocks(S, Spec, K);
  return true;
}

/// A lock takes as long as its slowest holder, several locks as the slowest.
void Sinks::waitForLocks(Site S, const BlocksSpec &Spec, Sink &K) const {
  setLatency(K, A.K.Rules.Cost.badCase(Latency::Micro));
  auto Consider = [&](LockId L) {
    auto It = Waits.find(L);
    if (It == Waits.end() || It->second.Ns <= K.BadNs)
      return;
    setLatency(K, It->second.Ns);
    K.Detail = It->second.Detail;
  };
  if (Spec.Lock.K != Operand::EveryArg)
    return Consider(A.Lock.lockFor(S, Spec.Lock));
  for (const Argument &Arg : A.event(S).Args)
    Consider(A.Lock.lockOf(S.F, Arg.V));
}

/// The longest time that this function writes into a struct of its own, if it
/// writes constants only and lends the struct to nobody else.
std::optional<uint64_t> Sinks::timeInFields(Site S, const Value &Struct,
                                            const BlocksSpec &Spec) const {
  const Function &Body = A.P.Functions[S.F];
  if (Struct.Kind != ValueKind::Local)
    return std::nullopt;
  auto Reads = [&](Site At) {
    const Rule *R = A.Cond.rule(At);
    return R && R->Blocks && !R->Blocks->TimeoutFields.empty();
  };
  for (uint32_t E = 0; E < Body.Events.size(); ++E)
    for (const Argument &Arg : Body.Events[E].Args)
      if (Arg.V == Struct && !Reads({S.F, E}))
        return std::nullopt;
  uint64_t Total = 0;
  bool Written = false;
  for (const auto &[Field, UnitNs] : Spec.TimeoutFields) {
    uint64_t Longest = 0;
    for (const Move &M : Body.Moves) {
      if (M.To.Kind != ValueKind::Field || A.P.name(M.To.Index) != Field)
        continue;
      if (M.From.Kind != ValueKind::Int || M.From.Int < 0)
        return std::nullopt;
      Written = true;
      Longest = std::max(Longest, uint64_t(M.From.Int) * UnitNs);
    }
    Total += Longest;
  }
  return Written ? std::optional(Total) : std::nullopt;
}

bool Sinks::limitByTimeout(Site S, const BlocksSpec &Spec, const Binding *B,
                           Sink &K) const {
  if (!Spec.Timeout)
    return true;
  Value V = operandValue(A.P, Spec.Timeout, S);
  K.Assumed = true;
  if (V.Kind == ValueKind::Unknown)
    return true;
  if (!Spec.TimeoutFields.empty() && V.Kind != ValueKind::Null) {
    std::optional<uint64_t> Ns = timeInFields(S, V, Spec);
    if (!Ns)
      return true;
    K.Assumed = false;
    setLatency(K, *Ns);
    return *Ns != 0;
  }
  Possible Times = A.Cond.possible(S.F, V, B);
  if (!Times.Complete || Times.Values.empty())
    return true;
  uint64_t Longest = 0;
  for (const Value &Time : Times.Values) {
    bool Number = Time.Kind == ValueKind::Int ||
                  Time.Kind == ValueKind::Duration;
    K.Assumed = !Number || Time.Int < 0;
    if (K.Assumed)
      return true;
    uint64_t Unit = Time.Kind == ValueKind::Duration
                        ? 1
                        : std::max<uint64_t>(Spec.TimeoutUnitNs, 1);
    Longest = std::max(Longest, uint64_t(Time.Int) * Unit);
  }
  setLatency(K, Longest);
  return Longest != 0;
}

static EffectKind kindOf(CreatesSpec::What W, EffectKind Otherwise) {
  switch (W) {
  case CreatesSpec::Socket:
    return EffectKind::Net;
  case CreatesSpec::Pipe:
    return EffectKind::Ipc;
  case CreatesSpec::EventFd:
    return EffectKind::Wait;
  case CreatesSpec::Terminal:
    return EffectKind::Console;
  default:
    return Otherwise;
  }
}

bool Sinks::classifyDescriptor(Site S, const BlocksSpec &Spec, Sink &K) const {
  Value V = operandValue(A.P, Spec.Descriptor, S);
  DescriptorFacts D = A.Fds.facts(S.F, V);
  const CostTable &Cost = A.K.Rules.Cost;
  if (D.StandardOutput && !D.MaybeFile) {
    K.Kind = EffectKind::Console;
    setLatency(K, Cost.badCase(Latency::Micro));
    return true;
  }
  if (D.StandardInput && !D.MaybeFile) {
    K.Kind = EffectKind::Console;
    setLatency(K, Cost.badCase(Latency::Unbounded));
    return true;
  }
  if (!D.Known) {
    // Whoever hands it in may hand in a socket or a pipe.
    if (D.FromCaller && Spec.Bad == Latency::Bounded)
      setLatency(K, Cost.badCase(Latency::Slow));
    lower(K, D.FromCaller ? Confidence::Medium : Confidence::Low);
    return !D.Ready;
  }
  if (D.MaybeNonblocking)
    lower(K, Confidence::Low);
  if (D.MaybeBlocking) {
    K.Kind = kindOf(D.What, Spec.Kind);
    bool FileLike = Spec.Kind == EffectKind::File;
    if (FileLike)
      setLatency(K, Cost.badCase(Latency::Slow));
    if (D.MaybeFile)
      lower(K, Confidence::Medium);
    return !D.Ready;
  }
  if (!D.MaybeFile)
    return false;
  K.Kind = EffectKind::File;
  setLatency(K, Cost.badCase(Latency::Bounded));
  return true;
}

LockId Sinks::releasedMeanwhile(Site S) const {
  const Rule *R = A.Cond.rule(S);
  if (!R || !R->Blocks || !R->Blocks->Unlocks)
    return None;
  return A.Lock.lockOf(S.F, operandValue(A.P, R->Blocks->Unlocks, S));
}

//===----------------------------------------------------------------------===//
// Parameters that matter.
//===----------------------------------------------------------------------===//

static void addOperands(const Analyses &A, Site S,
                        llvm::ArrayRef<Condition> Cs,
                        std::set<unsigned> &Into) {
  for (const Condition &C : Cs) {
    addOperands(A, S, C.Parts, Into);
    const Event &E = A.event(S);
    auto Add = [&](const Value &V) {
      if (V.Kind == ValueKind::Param)
        Into.insert(V.Index);
    };
    Add(operandValue(A.P, C.Of, S));
    for (const Argument &Arg : E.Args)
      if (C.Of.K == Operand::EveryArg)
        Add(Arg.V);
  }
}

/// True if the body may change what the caller passed.
static bool isAssigned(const Function &Body, const Value &V) {
  return llvm::any_of(Body.Moves, [&](const Move &M) { return M.To == V; });
}

static std::set<unsigned> ownParameters(const Analyses &A, FunctionId F) {
  std::set<unsigned> Own;
  const Function &Body = A.P.Functions[F];
  for (const Block &B : Body.Blocks)
    if (B.Cond.Op != CompareOp::None && B.Cond.Operand.Kind == ValueKind::Param)
      Own.insert(B.Cond.Operand.Index);
  for (uint32_t E = 0; E < Body.Events.size(); ++E) {
    Value Run = calledThrough(A.P, Body.Events[E]);
    if (Run.Kind == ValueKind::Param && !isAssigned(Body, Run))
      Own.insert(Run.Index);
    for (const Rule *R : A.K.rules({F, E})) {
      if (!R->Blocks)
        continue;
      addOperands(A, {F, E}, R->When, Own);
      addOperands(A, {F, E}, R->Blocks->Unless, Own);
      addOperands(A, {F, E}, R->Blocks->OnlyIf, Own);
      Value Time = operandValue(A.P, R->Blocks->Timeout, {F, E});
      if (R->Blocks->Timeout && Time.Kind == ValueKind::Param)
        Own.insert(Time.Index);
    }
  }
  return Own;
}

/// Parameters of the caller that it hands on as parameters that matter.
static bool passOn(const Event &Call, const std::set<unsigned> &Callee,
                   std::set<unsigned> &Caller) {
  bool Grew = false;
  for (unsigned Index : Callee)
    if (Index < Call.Args.size() &&
        Call.Args[Index].V.Kind == ValueKind::Param)
      Grew |= Caller.insert(Call.Args[Index].V.Index).second;
  return Grew;
}

std::vector<std::set<unsigned>>
waitwise::parametersThatMatter(const Analyses &A) {
  size_t N = A.P.Functions.size();
  std::vector<std::set<unsigned>> Matter(N);
  std::vector<FunctionId> Work;
  for (FunctionId F = 0; F < N; ++F) {
    Matter[F] = ownParameters(A, F);
    if (!Matter[F].empty())
      Work.push_back(F);
  }
  auto Passes = [&](Site S, FunctionId F) {
    return llvm::any_of(A.Calls[S.F][S.Event], [&](const CallEdge &To) {
      return To.Callee == F && (To.Kind == EdgeKind::Direct ||
                                To.Kind == EdgeKind::Virtual);
    });
  };
  while (!Work.empty()) {
    FunctionId F = Work.back();
    Work.pop_back();
    for (Site S : A.CalledBy.of(F))
      if (Passes(S, F) && passOn(A.event(S), Matter[F], Matter[S.F]))
        Work.push_back(S.F);
  }
  return Matter;
}
