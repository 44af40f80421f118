//===- solve/Cost.cpp - what running each function costs, bottom-up -------===//
//
// The heaviest way is found on the graph without its back edges: a block counts
// once, times the trips of the loops around it. A loop that goes on where an
// outer one stopped (a scanner in a scanner) does not multiply. A function
// that calls itself once descends: it costs its body times a size; one that
// calls itself twice on a parameter less a constant is exponential.
//
//===----------------------------------------------------------------------===//
#include "solve/Cost.h"

#include "solve/Ways.h"

#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace waitwise;

namespace {

/// Costs of what one block or call does.
struct Work {
  Formula Whole, Slice;
  double WaitsNs = 0;
};

class CostFinder {
public:
  CostFinder(const Analyses &A, llvm::ArrayRef<Sink> Sinks, Solution &S)
      : A(A), Table(A.K.Rules.Cost), Known(A), Order(A), Costs(S.Costs) {
    Costs.resize(A.P.Functions.size());
    Waits.resize(A.P.Functions.size());
    for (const Sink &K : Sinks)
      Waits[K.At.F].push_back(&K);
    for (FunctionId F : Order.order())
      solve(F);
    S.Sizes = Known.take();
  }

private:
  double nsOf(const Formula &F) const {
    return Table.nsOf(F.evaluate([&](SizeId S) { return Known.assumed(S); }));
  }

  void solve(FunctionId Of);
  void findLoops();
  void findBlocks();
  Work workOf(uint32_t Event);
  Work callOf(uint32_t Event, const CallEdge &To);
  Formula passed(const Formula &Callee, FunctionId To, const Event &Call);
  Formula library(uint32_t Event, const Rule &R);
  void grow(Formula &Into, const ComputesSpec &Spec, Site S);
  double waitOf(uint32_t Event) const;
  bool yieldsAt(uint32_t Event) const;
  void multiplyByLoops(Formula &Into, uint32_t Loop, bool Sliced);
  void finishWhole();
  void finishSlice();
  void findHeavy(const Ways::Way &W);
  void finishWaits();
  void applyRecursion();
  void override(FunctionId Of);

  const Analyses &A;
  const CostTable &Table;
  Sizes Known;
  CallOrder Order;
  std::vector<FunctionCost> &Costs;
  std::vector<std::vector<const Sink *>> Waits;

  // Of the function at hand.
  FunctionId F = None;
  struct Trips {
    double Times = 1;
    SizeId Symbol = None;
    bool Yields = false;
  };
  std::vector<Trips> Loops;
  std::vector<Work> Blocks;
  std::vector<Work> Events;
  std::optional<Ways> Through;
  bool CallsItself = false;
  bool AnyYields = false;
  bool IsMeasured = false; ///< A profile says what its own part costs.
};

} // namespace

bool CostFinder::yieldsAt(uint32_t Event) const {
  const waitwise::Event &E = A.event({F, Event});
  if (E.Kind != EventKind::Call)
    return !E.has(EVF_Ready);
  const Rule *R = A.Cond.rule({F, Event});
  return R && R->Yields;
}

void CostFinder::findLoops() {
  const Function &Body = A.P.Functions[F];
  Loops.assign(Body.Loops.size(), {});
  for (uint32_t I = 0; I < Body.Loops.size(); ++I) {
    const Loop &L = Body.Loops[I];
    Trips &T = Loops[I];
    bool GoesOn = L.Parent != None && !L.Restarts;
    if (L.Bound == LoopBound::Constant)
      T.Times = double(L.Trips);
    else if (GoesOn)
      continue;
    else if (L.Bound == LoopBound::Unknown || L.Bound == LoopBound::Infinite)
      T.Symbol = Known.trips(F);
    else {
      SizeValue N = Known.of(L.Limit, L.Bound == LoopBound::Container
                                          ? Size::Elements
                                          : Size::Count);
      T.Times = N.Known.value_or(1);
      T.Symbol = N.Known || N.Symbol != None ? N.Symbol : Known.trips(F);
    }
  }
}

static void markLoops(const Function &Body, uint32_t Loop,
                      llvm::function_ref<void(uint32_t)> Mark) {
  for (; Loop != None; Loop = Body.Loops[Loop].Parent)
    Mark(Loop);
}

void CostFinder::findBlocks() {
  const Function &Body = A.P.Functions[F];
  Blocks.assign(Body.Blocks.size(), {});
  Events.assign(Body.Events.size(), {});
  for (uint32_t B : Through->order()) {
    const Block &Of = Body.Blocks[B];
    if (!A.Path.liveBlock(F, B))
      continue;
    Blocks[B].Whole = Formula(IsMeasured ? 0 : Of.Ops);
    Blocks[B].Slice = Blocks[B].Whole;
    for (uint32_t I = 0; I < Of.NumEvents; ++I) {
      uint32_t E = Of.FirstEvent + I;
      if (yieldsAt(E)) {
        AnyYields = true;
        markLoops(Body, Of.Loop, [&](uint32_t L) { Loops[L].Yields = true; });
      }
      Events[E] = workOf(E);
      Blocks[B].Whole.add(Events[E].Whole);
      Blocks[B].Slice.add(Events[E].Slice);
      Blocks[B].WaitsNs += Events[E].WaitsNs;
    }
  }
}

double CostFinder::waitOf(uint32_t Event) const {
  const waitwise::Event &E = A.event({F, Event});
  if (E.Kind == EventKind::Await && !E.has(EVF_Ready)) {
    // A task of the program's own is counted by what it waits itself.
    const Value &Task = E.Args.empty() ? Value() : E.Args.front().V;
    bool Own = Task.Kind == ValueKind::Result &&
               !A.Calls[F][Task.Index].empty();
    return Own ? 0 : double(Table.Expected[unsigned(Latency::Slow)]);
  }
  auto It = llvm::find_if(Waits[F], [&](const Sink *K) {
    return K->At.Event == Event;
  });
  if (It == Waits[F].end())
    return 0;
  const Sink &K = **It;
  bool Timed = K.Kind == EffectKind::Sleep && !K.Assumed &&
               K.BadNs != Unlimited;
  return double(Timed ? K.BadNs : Table.Expected[unsigned(K.Bad)]);
}

/// The factor by which the size of an operand makes the cost grow.
void CostFinder::grow(Formula &Into, const ComputesSpec &Spec, Site S) {
  unsigned Power = Spec.Cost == ComputesSpec::Constant    ? 0
                   : Spec.Cost == ComputesSpec::Quadratic ? 2
                   : Spec.Cost == ComputesSpec::Cubic     ? 3
                                                          : 1;
  uint8_t Logs = Spec.Cost == ComputesSpec::NLogN;
  llvm::SmallVector<SizeValue, 2> Factors;
  for (const Operand &O : Spec.Sizes) {
    TypeId T = operandType(A.P, O, A.event(S));
    bool IsNumber = T != None && A.P.Types[T].has(TF_Integer);
    Factors.push_back(Known.of(operandValue(A.P, O, S),
                               IsNumber ? Size::Count : Size::Elements));
  }
  if (Factors.empty() && Power)
    Factors.push_back({std::nullopt, Known.trips(F)});
  for (unsigned I = 0; I < Power; ++I)
    for (const SizeValue &N : Factors)
      if (N.Known)
        Into.scale(*N.Known);
      else
        Into.multiply(N.Symbol != None ? N.Symbol : Known.trips(F), Logs);
}

static bool holds(const Analyses &A, const ComputesSpec &Spec, Site S) {
  if (A.Cond.any(Spec.Unless, S, nullptr) == Truth::Yes)
    return false;
  return Spec.OnlyIf.empty() ||
         A.Cond.any(Spec.OnlyIf, S, nullptr) >= Truth::Mixed;
}

Formula CostFinder::library(uint32_t Event, const Rule &R) {
  if (!R.Computes || !holds(A, *R.Computes, {F, Event}))
    return Formula();
  Formula Cost(Table.operationsIn(double(R.Computes->EachPs) / 1000));
  grow(Cost, *R.Computes, {F, Event});
  return Cost;
}

/// A callee's formula as its caller knows it: parameters become arguments.
Formula CostFinder::passed(const Formula &Callee, FunctionId To,
                           const Event &Call) {
  Formula Result = Callee;
  Result.substitute([&](Term &T) {
    llvm::SmallVector<SizeId, 3> Renamed;
    for (SizeId S : T.Sizes) {
      uint32_t P = Known.parameter(S, To);
      SizeValue N{std::nullopt, S};
      if (P != None && P < Call.Args.size() &&
          Call.Args[P].V.Kind != ValueKind::Unknown)
        N = Known.of(Call.Args[P].V, Known.what(S));
      if (!N.Known && N.Symbol == None)
        N.Symbol = S;
      if (!N.Known)
        Renamed.push_back(N.Symbol);
      else if (T.IsExponential)
        T.Factor *= std::pow(2.0, std::min(*N.Known, 200.0));
      else
        T.Factor *= *N.Known;
    }
    T.IsExponential &= !Renamed.empty();
    llvm::sort(Renamed);
    T.Sizes = std::move(Renamed);
  });
  return Result;
}

Work CostFinder::callOf(uint32_t Event, const CallEdge &To) {
  Work W;
  const waitwise::Event &Call = A.event({F, Event});
  if (A.K.Declared.rule(A.P.Functions[To.Callee].Self))
    return W;
  bool IsTask = A.isTask(To.Callee);
  if (IsTask && !Call.has(EVF_Awaited))
    return W; // Made here, run elsewhere.
  if (Order.isRecursive(F, To.Callee)) {
    CallsItself = true;
    return W;
  }
  const FunctionCost &Callee = Costs[To.Callee];
  bool Inline = To.Kind == EdgeKind::Inline;
  W.Whole = Inline ? Callee.Computes
                   : passed(Callee.Computes, To.Callee, Call);
  W.WaitsNs = Callee.WaitsNs;
  if (!IsTask && Callee.Yields)
    W.Slice = Inline ? Callee.Slice : passed(Callee.Slice, To.Callee, Call);
  else if (!IsTask)
    W.Slice = W.Whole;
  AnyYields |= IsTask || Callee.Yields;
  return W;
}

Work CostFinder::workOf(uint32_t Event) {
  Work W;
  const waitwise::Event &E = A.event({F, Event});
  W.WaitsNs = waitOf(Event);
  if (E.Kind != EventKind::Call)
    return W;
  const Rule *R = A.Cond.rule({F, Event});
  Work Most;
  double MostNs = -1;
  for (const CallEdge &To : A.Calls[F][Event]) {
    Work Next = callOf(Event, To);
    if (R && R->Computes && To.Kind == EdgeKind::Inline) {
      grow(Next.Whole, *R->Computes, {F, Event});
      grow(Next.Slice, *R->Computes, {F, Event});
    }
    double Ns = nsOf(Next.Whole) + Next.WaitsNs;
    if (Ns <= MostNs)
      continue;
    MostNs = Ns;
    Most = std::move(Next);
  }
  W.Whole = std::move(Most.Whole);
  W.Slice = std::move(Most.Slice);
  W.WaitsNs += Most.WaitsNs;
  bool Free = E.has(EVF_Implicit) || IsMeasured;
  Formula Own(Free ? 0 : double(Table.CallOperations));
  if (R)
    Own.add(library(Event, *R));
  W.Whole.add(Own);
  W.Slice.add(Own);
  return W;
}

void CostFinder::multiplyByLoops(Formula &Into, uint32_t Loop, bool Sliced) {
  markLoops(A.P.Functions[F], Loop, [&](uint32_t L) {
    const Trips &T = Loops[L];
    if (Sliced && T.Yields)
      return;
    Into.scale(T.Times);
    if (T.Symbol != None)
      Into.multiply(T.Symbol);
  });
}

void CostFinder::finishWhole() {
  const Function &Body = A.P.Functions[F];
  for (uint32_t B : Through->order())
    multiplyByLoops(Blocks[B].Whole, Body.Blocks[B].Loop, /*Sliced=*/false);
  Ways::Way W =
      Through->heaviest([&](uint32_t B) { return nsOf(Blocks[B].Whole); });
  for (uint32_t B : W.Blocks)
    Costs[F].Computes.add(Blocks[B].Whole);
}

void CostFinder::finishSlice() {
  const Function &Body = A.P.Functions[F];
  for (uint32_t B : Through->order())
    multiplyByLoops(Blocks[B].Slice, Body.Blocks[B].Loop, /*Sliced=*/true);
  Ways::Way W =
      Through->heaviest([&](uint32_t B) { return nsOf(Blocks[B].Slice); });
  for (uint32_t B : W.Blocks)
    Costs[F].Slice.add(Blocks[B].Slice);
  findHeavy(W);
}

/// Descends from the heaviest block to the call that is most of it, if one is.
void CostFinder::findHeavy(const Ways::Way &W) {
  const Function &Body = A.P.Functions[F];
  uint32_t Heavy = None;
  for (uint32_t B : W.Blocks)
    if (Heavy == None || nsOf(Blocks[B].Slice) > nsOf(Blocks[Heavy].Slice))
      Heavy = B;
  if (Heavy == None)
    return;
  FunctionCost &Cost = Costs[F];
  const Block &B = Body.Blocks[Heavy];
  Cost.HeavyLoop = B.Loop;
  while (Cost.HeavyLoop != None && Body.Loops[Cost.HeavyLoop].Parent != None &&
         !Loops[Body.Loops[Cost.HeavyLoop].Parent].Yields)
    Cost.HeavyLoop = Body.Loops[Cost.HeavyLoop].Parent;
  double Sum = 0, Most = 0;
  for (uint32_t E = B.FirstEvent; E < B.FirstEvent + B.NumEvents; ++E) {
    double Ns = nsOf(Events[E].Slice);
    Sum += Ns;
    if (Ns <= Most)
      continue;
    Most = Ns;
    Cost.HeavyEvent = E;
    Cost.HeavyNs = Ns;
  }
  Sum += Table.nsOf(B.Ops);
  if (Most * 2 < Sum)
    Cost.HeavyEvent = None;
  if (Cost.HeavyEvent == None)
    return;
  for (const CallEdge &To : A.Calls[F][Cost.HeavyEvent])
    if (!A.isTask(To.Callee) && !Order.isRecursive(F, To.Callee))
      if (Cost.HeavyCallee == None ||
          Costs[To.Callee].SliceNs > Costs[Cost.HeavyCallee].SliceNs)
        Cost.HeavyCallee = To.Callee;
}

void CostFinder::finishWaits() {
  const Function &Body = A.P.Functions[F];
  if (llvm::none_of(Events, [](const Work &W) { return W.WaitsNs > 0; }))
    return;
  auto TimesOf = [&](uint32_t B) {
    Formula Once(1);
    multiplyByLoops(Once, Body.Blocks[B].Loop, /*Sliced=*/false);
    return Once.evaluate([&](SizeId S) { return Known.assumed(S); });
  };
  Ways::Way W = Through->heaviest(
      [&](uint32_t B) {
        double Ns = Blocks[B].WaitsNs;
        return Ns > 0 ? Ns * TimesOf(B) : 0;
      });
  Costs[F].WaitsNs = W.Weight;
  double Most = 0;
  for (uint32_t E = 0; E < Events.size(); ++E)
    if (Events[E].WaitsNs > Most) {
      Most = Events[E].WaitsNs;
      Costs[F].WaitEvent = E;
    }
}

/// Multiplies by how often a function comes back to itself.
void CostFinder::applyRecursion() {
  const Function &Body = A.P.Functions[F];
  uint32_t Counted = None;
  Ways::Way W = Through->heaviest([&](uint32_t B) {
    double Calls = 0;
    const Block &Of = Body.Blocks[B];
    for (uint32_t E = Of.FirstEvent; E < Of.FirstEvent + Of.NumEvents; ++E) {
      bool Itself = llvm::any_of(A.Calls[F][E], [&](const CallEdge &To) {
        return To.Callee == F;
      });
      if (!Itself)
        continue;
      const std::vector<Argument> &Args = A.event({F, E}).Args;
      for (uint32_t I = 0; I < Args.size(); ++I)
        if (Args[I].IsLess) {
          Counted = I;
          Calls += Of.Loop == None ? 1 : 2;
          break;
        }
    }
    return Calls;
  });
  SizeId N = Known.trips(F);
  if (Counted != None && Counted < Body.Params.size())
    if (SizeValue Of = Known.of({ValueKind::Param, Counted, 0}, Size::Count);
        Of.Symbol != None)
      N = Of.Symbol;
  bool Exponential = Counted != None && W.Weight >= 2;
  for (Formula *Of : {&Costs[F].Computes, &Costs[F].Slice})
    if (Exponential)
      Of->makeExponential(N);
    else
      Of->multiply(N);
  Costs[F].WaitsNs *= Known.assumed(N);
}

/// What a project or a profile says outdoes what is estimated.
void CostFinder::override(FunctionId Of) {
  if (Table.FunctionNs.empty())
    return;
  auto It = Table.FunctionNs.find(A.P.nameOf(Of).str());
  if (It == Table.FunctionNs.end())
    return;
  Costs[Of].Computes = Formula(Table.operationsIn(double(It->second)));
  Costs[Of].Slice = Costs[Of].Computes;
}

void CostFinder::solve(FunctionId Of) {
  F = Of;
  CallsItself = AnyYields = false;
  Known.enter(F);
  auto Self = Table.SelfNs.find(A.P.nameOf(F).str());
  IsMeasured = Self != Table.SelfNs.end();
  Through.emplace(A.P.Functions[F]);
  findLoops();
  findBlocks();
  finishWaits();
  finishWhole();
  finishSlice();
  if (IsMeasured) {
    Costs[F].Computes.add(Formula(Table.operationsIn(Self->second)));
    Costs[F].Slice.add(Formula(Table.operationsIn(Self->second)));
  }
  if (CallsItself)
    applyRecursion();
  override(F);
  FunctionCost &Cost = Costs[F];
  auto Assumed = [&](SizeId S) { return Known.assumed(S); };
  Cost.Computes.simplify(Assumed);
  Cost.Slice.simplify(Assumed);
  Cost.ComputesNs = nsOf(Cost.Computes);
  Cost.SliceNs = nsOf(Cost.Slice);
  Cost.Yields = AnyYields && !(Cost.Slice.terms() == Cost.Computes.terms());
  if (!Cost.Yields)
    Cost.Slice = Formula();
}

void waitwise::computeCosts(const Analyses &A, llvm::ArrayRef<Sink> Sinks,
                            Solution &S) {
  CostFinder(A, Sinks, S);
}
