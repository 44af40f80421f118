//===- solve/Calls.cpp - what every call may run --------------------------===//
//
// seed() handles what needs no flow (named and virtual callees) and lists the
// rest; run() then alternates propagation and resolution. Callables bound in
// front (std::bind, std::thread) take the arguments behind them.
//
//===----------------------------------------------------------------------===//
#include "solve/Calls.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

CallResolver::CallResolver(const Program &P, const Classes &C,
                           const Conditions &Cond, FlowGraph &Flow)
    : P(P), C(C), Cond(Cond), Flow(Flow), Edges(P), Numbers(P) {}

CallTable CallResolver::run() {
  moveAll();
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    for (uint32_t E = 0; E < P.Functions[F].Events.size(); ++E)
      seed({F, E});
  Flow.propagate();
  while (resolveIndirect())
    Flow.propagate();
  return Edges.packed();
}

void CallResolver::moveAll() {
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    for (const Move &M : P.Functions[F].Moves)
      Flow.move(F, M.From, Flow.node(F, M.To));
}

void CallResolver::add(Site S, const CallEdge &To, unsigned FirstArg) {
  if (Edges.add(S, To))
    bind(S, To, FirstArg);
}

void CallResolver::bind(Site S, const CallEdge &To, unsigned FirstArg) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  const Function &Callee = P.Functions[To.Callee];
  for (unsigned I = 0; I < Callee.Params.size(); ++I)
    if (FirstArg + I < E.Args.size())
      Flow.move(S.F, E.Args[FirstArg + I].V,
                Flow.node(To.Callee, {ValueKind::Param, I, 0}));
  if (P.self(To.Callee).has(EF_Method) && !P.self(To.Callee).has(EF_Lambda))
    Flow.move(S.F, E.Receiver, Flow.node(To.Callee, {ValueKind::This, 0, 0}));
  Flow.addEdge(Flow.node(To.Callee, {ValueKind::Return, 0, 0}),
               Flow.node(S.F, {ValueKind::Result, S.Event, 0}));
}

void CallResolver::seed(Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (E.Kind != EventKind::Call) {
    // What is awaited comes out as the result.
    if (!E.Args.empty())
      Flow.move(S.F, E.Args[0].V,
                Flow.node(S.F, {ValueKind::Result, S.Event, 0}));
    return;
  }
  NodeId Result = Flow.node(S.F, {ValueKind::Result, S.Event, 0});
  if (E.has(EVF_Construct) && E.Receiver.isSlot()) {
    NodeId Object = Flow.node(S.F, E.Receiver);
    Flow.addEdge(Result, Object);
  }
  if (E.Callee == None) {
    Indirect.push_back(S);
    return;
  }
  if (E.has(EVF_Virtual)) {
    for (const CallEdge &To : C.overriders(E.Callee, E.ReceiverClass))
      add(S, To, 0);
    if (!Edges.empty(S))
      return;
  } else if (P.BodyOf[E.Callee] != None) {
    return add(S, {P.BodyOf[E.Callee], EdgeKind::Direct, Confidence::High}, 0);
  }
  seedLibrary(S);
}

/// How values pass through a library's functions, whose bodies we skip: what
/// goes into a container or wrapper comes out of it again.
void CallResolver::seedLibrary(Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  const Entity &Callee = P.entity(E.Callee);
  NodeId Result = Flow.node(S.F, {ValueKind::Result, S.Event, 0});
  bool HasCallable = Callee.has(EF_Method) &&
                     P.name(E.Callee).ends_with("::operator()");
  auto IsCallable = [&](const Argument &A) {
    return A.V.Kind == ValueKind::Function ||
           (A.Type != None && P.Types[A.Type].has(TF_Callable));
  };
  HasCallable |= llvm::any_of(E.Args, IsCallable);
  const Rule *R = Cond.rule(S);
  HasCallable |= R && !R->Runs.empty();
  if (R && R->PassesThrough)
    Flow.move(S.F, operandValue(P, R->PassesThrough, S), Result);
  if (R && R->HandsOn)
    Flow.move(S.F, operandValue(P, R->HandsOn->From, S),
              Flow.node(S.F, operandValue(P, R->HandsOn->To, S)));
  if (HasCallable)
    Library.push_back(S);
  if (R && R->ConstructsTypeArg)
    for (EntityId Class : constructedBy(P, E.Callee))
      for (FunctionId Ctor : C.constructors(Class, E.Args.size()))
        add(S, {Ctor, EdgeKind::Construct, Confidence::Medium}, 0);
  if (E.has(EVF_Destroy))
    return runElements(S);
  if (Callee.has(EF_CLinkage) || !Callee.has(EF_System))
    return;
  // A library's own object that is called (std::ranges::sort) keeps nothing.
  bool Keeps = Callee.has(EF_Method);
  if (E.Receiver.Kind == ValueKind::Global)
    Keeps &= !P.entity(E.Receiver.Index).has(EF_System);
  NodeId Object = E.has(EVF_Construct) ? Result : Flow.node(S.F, E.Receiver);
  NodeId Into = Keeps ? Object : Result;
  // What a rule says is run goes there, and not into every slot around.
  std::set<unsigned> Run;
  if (R)
    for (const RunsSpec &Runs : R->Runs)
      if (std::optional<unsigned> At = argumentIndex(P, Runs.Callable, E))
        Run.insert(*At);
  // A function that is given a callable wraps that, not what it binds to it.
  bool Wraps = !Keeps && llvm::any_of(E.Args, IsCallable);
  for (unsigned I = 0; I < E.Args.size(); ++I) {
    const Argument &A = E.Args[I];
    bool Moves = A.V.Kind == ValueKind::Function || A.V.isSlot();
    // A text made of a literal begins as that does.
    Moves |= A.V.Kind == ValueKind::String && E.has(EVF_Construct);
    if (Moves && !Run.count(I) && (!Wraps || IsCallable(A)))
      Flow.keep(S.F, A.V, Into);
  }
  if (Keeps && Object != None && !E.has(EVF_Construct)) {
    Flow.addEdge(Object, Result);
    Flow.addEdge(Result, Object);
  }
}

/// A library object that dies runs the destructors of what it holds.
void CallResolver::runElements(Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  EntityId Class = P.entity(E.Callee).Parent;
  if (Class == None)
    return;
  // A temporary has mostly been moved from, or shares what it points to.
  bool Temporary = E.Receiver.Kind == ValueKind::Result;
  Confidence Conf = Temporary ? Confidence::Low : Confidence::Medium;
  for (EntityId Element : P.classArgs(Class))
    for (FunctionId Dtor : C.destructors(Element))
      add(S, {Dtor, EdgeKind::Construct, Conf}, 0);
}

bool CallResolver::resolveIndirect() {
  size_t Before = Edges.size();
  for (Site S : Indirect)
    resolveThrough(S, P.Functions[S.F].Events[S.Event].Via);
  for (Site S : Library)
    resolveCallables(S);
  return Edges.size() != Before;
}

void CallResolver::resolveThrough(Site S, const Value &Slot) {
  for (CallEdge To : callables(S.F, Slot, None)) {
    To.Kind = EdgeKind::Stored;
    if (Slot.Kind != ValueKind::Function)
      To.Conf = std::min(To.Conf, Confidence::Medium);
    add(S, To, 0);
  }
}

std::vector<CallEdge> CallResolver::callables(FunctionId F, const Value &V,
                                              TypeId Type) const {
  std::vector<CallEdge> Found;
  auto Targets = Flow.targetsOf(F, V);
  if (Targets.size() > limits::TargetsPerCall)
    return Found;
  for (EntityId T : Targets) {
    if (P.entity(T).has(EF_Virtual))
      llvm::append_range(Found, C.overriders(T, None));
    else if (P.BodyOf[T] != None)
      Found.push_back({P.BodyOf[T], EdgeKind::Stored, Confidence::High});
  }
  if (Found.empty() && Type != None && P.Types[Type].Class != None)
    for (FunctionId Op : C.callOperators(P.Types[Type].Class))
      Found.push_back({Op, EdgeKind::Stored, Confidence::High});
  return Found;
}

std::vector<CallEdge> CallResolver::callables(Site S,
                                              const RunsSpec &R) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  Value V = operandValue(P, R.Callable, S);
  if (!R.Of)
    return callables(S.F, V, operandType(P, R.Callable, E));
  EntityId Class = operandClass(P, R.Of, E);
  if (!R.Callable)
    return C.named(Class, R.Method);
  std::vector<CallEdge> Found;
  for (const Value &Text : Cond.possible(S.F, V, nullptr).Values)
    if (Text.Kind == ValueKind::String)
      llvm::append_range(Found, C.named(Class, P.str(Text.Index)));
  return Found;
}

/// By default the standard library's functions run what they are given; its
/// constructors and members keep it. Other libraries are not known to do so.
static std::optional<Confidence> inlineByDefault(const Program &P,
                                                 const Entity &Callee) {
  llvm::StringRef Name = P.str(Callee.Name);
  if (!Callee.has(EF_System) || Callee.has(EF_Constructor))
    return std::nullopt;
  if (Callee.has(EF_Method) && !Name.starts_with("std::ranges::"))
    return std::nullopt;
  return Name.starts_with("std::") ? Confidence::High : Confidence::Low;
}

/// True for a call of a function object that a library defines.
static bool callsLibraryObject(const Program &P, const Event &E) {
  if (P.name(E.Callee).starts_with("std::ranges::"))
    return true;
  return E.Receiver.Kind == ValueKind::Global &&
         P.entity(E.Receiver.Index).has(EF_System);
}

void CallResolver::resolveCallables(Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  const Entity &Callee = P.entity(E.Callee);
  if (Callee.has(EF_Method) && P.name(E.Callee).ends_with("::operator()") &&
      !callsLibraryObject(P, E))
    return resolveThrough(S, E.Receiver);
  if (const Rule *R = Cond.rule(S)) {
    for (const RunsSpec &Runs : R->Runs) {
      bool Inline =
          Runs.W == RunsSpec::Inline && Cond.runs(Runs, S) != Truth::No;
      std::optional<unsigned> At = argumentIndex(P, Runs.Callable, E);
      if (At && !Runs.Of)
        bindCallable(S, *At, Inline);
      else
        bindNamed(S, Runs, Inline);
    }
    if (!R->Runs.empty() || R->PassesThrough || R->ConstructsTypeArg)
      return;
  }
  std::optional<Confidence> Default = inlineByDefault(P, Callee);
  if (!Default)
    return;
  for (unsigned I = 0; I < E.Args.size(); ++I)
    bindCallable(S, I, true);
  Edges.forEach(S, [&](CallEdge &To) {
    To.Conf = std::min(To.Conf, *Default);
  });
}

/// True once for a call and what it binds.
bool CallResolver::isNew(Site S, const CallEdge &To) {
  uint32_t Call = Numbers.of(S.F, S.Event);
  return Bound.insert(uint64_t(Call) << 32 | To.Callee).second;
}

/// The callable at argument \p At gets the arguments behind it; if it runs
/// during the call, that is a call edge as well.
void CallResolver::bindCallable(Site S, unsigned At, bool Inline) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  const Argument &A = E.Args[At];
  if (A.V.Kind != ValueKind::Function &&
      !(A.Type != None && P.Types[A.Type].has(TF_Callable)))
    return;
  for (CallEdge To : callables(S.F, A.V, A.Type)) {
    bool TakesObject =
        P.self(To.Callee).has(EF_Method) && !P.self(To.Callee).has(EF_Lambda);
    unsigned First = At + 1 + (TakesObject ? 1 : 0);
    To.Kind = EdgeKind::Inline;
    if (Inline)
      add(S, To, First);
    else if (isNew(S, To))
      bind(S, To, First);
  }
}

/// The same for a callable that is no argument: it gets none, either.
void CallResolver::bindNamed(Site S, const RunsSpec &R, bool Inline) {
  unsigned Args = P.Functions[S.F].Events[S.Event].Args.size();
  for (CallEdge To : callables(S, R)) {
    To.Kind = EdgeKind::Inline;
    if (R.Of && isNew(S, To))
      Flow.move(S.F, operandValue(P, R.Of, S),
                Flow.node(To.Callee, {ValueKind::This, 0, 0}));
    if (Inline)
      add(S, To, Args);
  }
}
