//===- solve/Wrappers.cpp - functions that hand work on -------------------===//
//
// A parameter that flows into the slot that a worker calls, or that a library
// is given to run, makes its function a wrapper. The slot may be called by a
// lambda in between: `queue.push([f] { f(); })`.
//
//===----------------------------------------------------------------------===//
#include "solve/Wrappers.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

/// Lambdas between what a worker calls and what a caller handed over.
constexpr unsigned MostLayers = 3;

/// The slots that what is run may come from, also through lambdas in between
/// that call what they hold.
class Sources {
public:
  explicit Sources(const Analyses &A) : A(A) {}

  void add(FunctionId F, const Value &V, llvm::ArrayRef<CallEdge> Called) {
    addOrigins(F, V);
    std::vector<FunctionId> Layer;
    for (const CallEdge &To : Called)
      Layer.push_back(To.Callee);
    for (unsigned Depth = 0; Depth < MostLayers; ++Depth) {
      std::vector<FunctionId> Next;
      for (FunctionId In : Layer)
        if (A.P.self(In).has(EF_Lambda) && Seen.insert(In).second)
          enter(In, Next);
      Layer = std::move(Next);
    }
  }

  /// Callable parameters among them, but for those of lambdas.
  std::set<std::pair<FunctionId, unsigned>> parameters() const {
    std::set<std::pair<FunctionId, unsigned>> Found;
    for (NodeId N : Slots) {
      NodeInfo I = A.Flow.info(N);
      if (I.V.Kind == ValueKind::Param && !A.P.self(I.F).has(EF_Lambda) &&
          isCallable(A.P.Functions[I.F].Params[I.V.Index].Type))
        Found.insert({I.F, I.V.Index});
    }
    return Found;
  }

private:
  bool isCallable(TypeId T) const {
    return T != None && A.P.Types[T].has(TF_Callable);
  }

  void addOrigins(FunctionId F, const Value &V) {
    NodeId N = A.Flow.node(F, V);
    if (N == None)
      return;
    Origins O = A.Flow.origins(N);
    Slots.insert(O.Visited.begin(), O.Visited.end());
  }

  /// What a lambda calls that it holds.
  void enter(FunctionId In, std::vector<FunctionId> &Next) {
    for (uint32_t E = 0; E < A.P.Functions[In].Events.size(); ++E) {
      Value Called = calledOf({In, E});
      if (!isCaptured(In, Called))
        continue;
      addOrigins(In, Called);
      for (const CallEdge &To : A.Calls[In][E])
        Next.push_back(To.Callee);
    }
  }

  /// The object that is called, also one whose class is known.
  Value calledOf(Site S) const {
    const Event &E = A.event(S);
    bool Own = E.Callee != None && A.P.entity(E.Callee).has(EF_Lambda);
    return Own ? E.Receiver : calledThrough(A.P, E);
  }

  /// True if a lambda holds the value itself, or what leads to it.
  bool isCaptured(FunctionId In, Value V) const {
    constexpr unsigned MostSteps = 3; // (*task)()
    for (unsigned Step = 0; Step < MostSteps; ++Step) {
      if (V.Kind == ValueKind::Field && A.P.entity(V.Index).Parent != None)
        return A.P.name(A.P.entity(V.Index).Parent) == A.P.nameOf(In);
      if (V.Kind != ValueKind::Result)
        return false;
      V = A.event({In, V.Index}).Receiver;
    }
    return false;
  }

  const Analyses &A;
  std::set<NodeId> Slots;
  std::set<FunctionId> Seen;
};

} // namespace

Wrappers::Wrappers(const Analyses &A, const Executors &Execs,
                   llvm::ArrayRef<DiscoveredPool> Pools)
    : A(A), Execs(Execs) {
  for (const DiscoveredPool &Pool : Pools)
    findPoolWrappers(Pool);
  forEachSite(A.P, [&](Site S) { findRegistering(S); });
}

void Wrappers::findPoolWrappers(const DiscoveredPool &Pool) {
  Sources From(A);
  std::set<FunctionId> Workers{Pool.F};
  for (const auto &[S, To] : Pool.Dispatches) {
    From.add(S.F, calledThrough(A.P, A.event(S)), To);
    Workers.insert(S.F);
  }
  for (auto [F, Param] : From.parameters())
    if (!Workers.count(F))
      All.push_back({F, Param, {}, &Pool});
}

void Wrappers::findRegistering(Site S) {
  const Rule *R = A.Cond.rule(S);
  if (!R)
    return;
  for (const RunsSpec &Runs : R->Runs) {
    bool Elsewhere = Runs.W == RunsSpec::In || Runs.W == RunsSpec::ExecutorOf;
    if (!Elsewhere || Runs.Of || A.Cond.runs(Runs, S) == Truth::No)
      continue;
    Sources From(A);
    From.add(S.F, operandValue(A.P, Runs.Callable, S),
             A.Resolver.callables(S, Runs));
    for (auto [F, Param] : From.parameters())
      All.push_back({F, Param, S, nullptr, &Runs});
  }
}

/// What a call makes its result of: what a pack says, or its object.
static Value passedOn(const Analyses &A, Site S) {
  const Rule *R = A.Cond.rule(S);
  if (R && R->PassesThrough)
    return operandValue(A.P, R->PassesThrough, S);
  return A.event(S).Receiver;
}

static Value movedFrom(const Function &Body, const Value &To) {
  auto M = llvm::find_if(Body.Moves, [&](const Move &M) { return M.To == To; });
  return M == Body.Moves.end() ? Value() : M->From;
}

/// The parameter that a value of a function is, also through what passes it on.
static uint32_t parameterOf(const Analyses &A, FunctionId F, Value V) {
  constexpr unsigned MostSteps = 4; // ex ◀ pool.get_executor() ◀ pool
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    if (V.Kind == ValueKind::Param)
      return V.Index;
    V = V.Kind == ValueKind::Result ? passedOn(A, {F, V.Index})
                                    : movedFrom(A.P.Functions[F], V);
  }
  return None;
}

std::optional<Executor> Wrappers::executorFor(const Wrapper &W,
                                              Site Call) const {
  const Event &E = A.event(Call);
  if (W.Pool) {
    if (std::optional<Executor> Own = Execs.of(Call.F, E.Receiver, None))
      return Own;
    return Executor{W.Pool->Count.Kind, W.Pool->Count.Text,
                    W.Pool->Count.Threads, {}};
  }
  if (W.Runs->W != RunsSpec::ExecutorOf || W.F != W.At.F)
    return std::nullopt;
  uint32_t Param =
      parameterOf(A, W.F, operandValue(A.P, W.Runs->Executor, W.At));
  if (Param >= E.Args.size())
    return std::nullopt;
  return Execs.of(Call.F, E.Args[Param].V, E.Args[Param].Type);
}

std::vector<HandedOver> Wrappers::handedOver() const {
  std::vector<HandedOver> Found;
  for (const Wrapper &W : All)
    for (Site Call : A.CalledBy.of(W.F)) {
      const Event &E = A.event(Call);
      bool Hands = W.Callable < E.Args.size() && E.Callee != None &&
                   E.Args[W.Callable].V.Kind != ValueKind::Param;
      std::optional<Executor> Where;
      if (Hands)
        Where = executorFor(W, Call);
      if (!Where)
        continue;
      const Argument &Arg = E.Args[W.Callable];
      for (const CallEdge &To : A.Resolver.callables(Call.F, Arg.V, Arg.Type))
        Found.push_back({Call, To, *Where, &W});
    }
  return Found;
}

/// A call of the library that names a pool which was seen being made.
static std::vector<HandedOver> registeredAt(const Analyses &A,
                                            const Executors &Execs, Site S) {
  std::vector<HandedOver> Found;
  const Rule *R = A.Cond.rule(S);
  for (const RunsSpec &Runs : R ? R->Runs : std::vector<RunsSpec>()) {
    std::optional<Executor> Where;
    if (Runs.W == RunsSpec::ExecutorOf)
      Where = Execs.of(S, Runs.Executor);
    if (!Where || Where->Objects.empty())
      continue;
    std::vector<CallEdge> Callees = A.Resolver.callables(S, Runs);
    if (Callees.empty())
      Callees.emplace_back();
    for (const CallEdge &To : Callees)
      Found.push_back({S, To, *Where, nullptr});
  }
  return Found;
}

std::vector<HandedOver> Wrappers::submissions() const {
  std::vector<HandedOver> Found = handedOver();
  forEachSite(A.P, [&](Site S) {
    llvm::append_range(Found, registeredAt(A, Execs, S));
  });
  return Found;
}

bool Wrappers::isSettled(Site Registration) const {
  bool Any = false;
  for (const Wrapper &W : All) {
    if (W.Pool || !(W.At == Registration) || W.F != Registration.F)
      continue;
    for (Site Call : A.CalledBy.of(W.F)) {
      if (!executorFor(W, Call))
        return false;
      Any = true;
    }
  }
  return Any;
}
