//===- solve/Starts.cpp - every place that starts work --------------------===//
#include "solve/Starts.h"

#include "solve/Advise.h"
#include "solve/Classify.h"
#include "solve/HowMany.h"
#include "solve/Switches.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

class StartFinder {
public:
  StartFinder(const Analyses &A, const Effects &E, Solution &S)
      : A(A), E(E), S(S), Times(A, S) {}

  void run() {
    Adviser Advise(A);
    forEachSite(A.P, [&](Site At) {
      const Rule *R = A.Cond.rule(At);
      if (!R || !A.Path.live(At))
        return;
      std::optional<WorkModel> Model = modelOf(At, *R);
      if (!Model)
        return;
      WorkStart W = startAt(At, *R, *Model);
      Advise.fill(W);
      S.Starts.push_back(std::move(W));
    });
    auto Key = [&](const WorkStart &W) {
      const Location &L = A.event({W.F, W.Event}).Loc;
      return std::make_tuple(A.P.str(L.File), L.Line, L.Column,
                             llvm::StringRef(W.Starts), W.F, W.Event);
    };
    llvm::sort(S.Starts, [&](const WorkStart &X, const WorkStart &Y) {
      return Key(X) < Key(Y);
    });
    // One place in a header, or in a template, is one place.
    auto Same = [&](const WorkStart &X, const WorkStart &Y) {
      return A.event({X.F, X.Event}).Loc == A.event({Y.F, Y.Event}).Loc &&
             X.Starts == Y.Starts && X.Work == Y.Work;
    };
    S.Starts.erase(std::unique(S.Starts.begin(), S.Starts.end(), Same),
                   S.Starts.end());
  }

private:
  static bool isPool(ContextKind K) {
    return K == ContextKind::CpuPool || K == ContextKind::IoPool ||
           K == ContextKind::AnyPool;
  }

  static bool isRun(const RunsSpec &Runs) {
    return Runs.W == RunsSpec::In || Runs.W == RunsSpec::ExecutorOf;
  }

  ContextKind placeOf(Site At, const RunsSpec &Runs) const {
    if (Runs.W != RunsSpec::ExecutorOf)
      return Runs.Kind;
    return executorOf(A, Runs.Executor, A.event(At)).value_or(Runs.Kind);
  }

  /// The model that a call starts work under, if it starts any.
  std::optional<WorkModel> modelOf(Site At, const Rule &R) const {
    if (R.Starts.Model)
      return *R.Starts.Model == WorkModel::Keep ? std::nullopt : R.Starts.Model;
    for (const RunsSpec &Runs : R.Runs) {
      if (!isRun(Runs) || A.Cond.runs(Runs, At) == Truth::No)
        continue;
      if (Runs.Spawns)
        return WorkModel::EventLoop;
      switch (placeOf(At, Runs)) {
      case ContextKind::Thread:
        // An executor has its threads.
        return Runs.W == RunsSpec::In ? WorkModel::Thread
                                      : WorkModel::ThreadPool;
      case ContextKind::CpuPool:
      case ContextKind::IoPool:
      case ContextKind::AnyPool:
        return WorkModel::ThreadPool;
      case ContextKind::ForkedChild:
        return WorkModel::Process;
      default:
        break;
      }
    }
    return std::nullopt;
  }

  WorkStart startAt(Site At, const Rule &R, WorkModel Model) const {
    const Event &Call = A.event(At);
    WorkStart W;
    W.F = At.F;
    W.Event = At.Event;
    W.Starts = startedBy(A.P.name(Call.Callee), R);
    W.Pack = R.Pack;
    W.Model = Model;
    W.Times = Times.of(At);
    W.OnPool = llvm::any_of(R.Runs, [&](const RunsSpec &Runs) {
      return Runs.Spawns && isPool(placeOf(At, Runs));
    });
    constexpr uint32_t Loops = 1u << unsigned(ContextKind::Coroutine) |
                               1u << unsigned(ContextKind::EventLoop) |
                               1u << unsigned(ContextKind::Gui);
    W.Offloaded = (S.RunsIn[At.F] & Loops) != 0;
    if (R.Starts.Program) {
      W.Program = true;
      W.Work = programNamed(operandValue(A.P, R.Starts.Program, At));
    } else if (Model == WorkModel::Process && R.Runs.empty()) {
      describeChild(At, W);
    } else {
      describeBodies(At, bodiesOf(At, R), W);
    }
    // Over all elements it is not little, whatever it is for one.
    bool ForAll = Model == WorkModel::ParallelAlgorithm;
    if (ForAll && W.Class == WorkClass::Light)
      W.Class = WorkClass::CpuBound;
    return W;
  }

  /// "std::thread", not "std::thread::thread"; of an element that a container
  /// makes, what the rule names.
  static std::string startedBy(llvm::StringRef Name, const Rule &R) {
    auto [Scope, Last] = Name.rsplit("::");
    bool Makes = !Last.empty() && Scope.rsplit("::").second.empty()
                     ? Scope == Last
                     : Scope.rsplit("::").second == Last;
    if (Makes)
      return Scope.str();
    bool IsRules = llvm::any_of(R.Names, [&](llvm::StringRef Of) {
      return matchesName(Of, Name);
    });
    if (IsRules || isPattern(R.Names.front()))
      return Name.str();
    return startedBy(R.Names.front(), R);
  }

  std::vector<FunctionId> bodiesOf(Site At, const Rule &R) const {
    std::vector<FunctionId> Bodies;
    for (const RunsSpec &Runs : R.Runs) {
      if (!isRun(Runs) || A.Cond.runs(Runs, At) == Truth::No)
        continue;
      Value V = operandValue(A.P, Runs.Callable, At);
      if (Runs.Spawns && V.Kind == ValueKind::Result)
        for (const CallEdge &To : A.Calls[At.F][V.Index])
          Bodies.push_back(To.Callee);
      for (const CallEdge &To : A.Resolver.callables(At, Runs))
        Bodies.push_back(To.Callee);
    }
    return Bodies;
  }

  double weight(FunctionId F) const {
    return S.Costs[F].WaitsNs + S.Costs[F].ComputesNs;
  }

  /// What is run: of several, the one that takes longest.
  void describeBodies(Site At, llvm::ArrayRef<FunctionId> Bodies,
                      WorkStart &W) const {
    if (Bodies.empty())
      return;
    bool AnyUnknown = false;
    for (FunctionId F : Bodies) {
      AnyUnknown |= S.Costs[F].Class == WorkClass::Unknown;
      if (W.Body == None || weight(F) > weight(W.Body))
        W.Body = F;
      W.Serves |= servesOn(A, E, F);
      addWaits(F, W);
    }
    W.Work = A.P.nameOf(W.Body).str();
    W.Class = S.Costs[W.Body].Class;
    if (W.Class == WorkClass::Light && AnyUnknown)
      W.Class = WorkClass::Unknown;
    W.InterpreterLock = holdsInterpreterLock(A, E, S, W.Body);
    SharedState Shared = sharedBy(A, E, At, W.Body);
    W.Shared = std::move(Shared.Texts);
    W.Changes = Shared.Changes;
  }

  static void addWait(Latency L, WorkStart &W) {
    W.Waits = W.Waits ? std::max(*W.Waits, L) : L;
  }

  /// The worst that a function waits for, locks and consoles apart.
  void addWaits(FunctionId F, WorkStart &W) const {
    for (unsigned K = 0; K < NumEffectKinds; ++K) {
      if (EffectKind(K) == EffectKind::Lock ||
          EffectKind(K) == EffectKind::Console)
        continue;
      if (uint32_t I = E.worst(F, EffectKind(K)).Sink; I != None)
        addWait(E.sinks()[I].Bad, W);
    }
    if (!W.Waits && S.Costs[F].WaitsNs > 0)
      addWait(Latency::Slow, W);
  }

  /// The last part of a literal path, or of the first word of a command.
  std::string programNamed(const Value &V) const {
    if (V.Kind != ValueKind::String)
      return "";
    llvm::StringRef Word = A.P.str(V.Index).split(' ').first;
    return Word.rsplit('/').second.empty() ? Word.str()
                                           : Word.rsplit('/').second.str();
  }

  /// What the child of a fork does until it ends or becomes another program.
  void describeChild(Site At, WorkStart &W) const {
    ChildWork Child = childWork(A, At);
    W.Work = A.P.nameOf(At.F).str();
    if (Child.IsWholeRest)
      return;
    FunctionCost Sum;
    for (uint32_t Event : Child.Events) {
      const Rule *R = A.Cond.rule({At.F, Event});
      if (R && R->Starts.Executes) {
        W.Program = true;
        W.Class = WorkClass::Unknown;
        W.Work = programNamed(
            operandValue(A.P, R->Starts.Executes, {At.F, Event}));
        return;
      }
      addChildCall({At.F, Event}, Sum, W);
    }
    if (W.Body != None)
      W.Work = A.P.nameOf(W.Body).str();
    W.Class = classOf(Sum, S.Cost);
    // What it does later, when the function has returned, is not seen.
    if (W.Class == WorkClass::Light && Child.GoesOn)
      W.Class = WorkClass::Unknown;
  }

  void addChildCall(Site Call, FunctionCost &Sum, WorkStart &W) const {
    for (const Sink &K : E.sinks())
      if (K.At == Call) {
        Sum.WaitsNs += double(S.Cost.Expected[unsigned(K.Bad)]);
        if (K.Kind != EffectKind::Lock && K.Kind != EffectKind::Console)
          addWait(K.Bad, W);
      }
    FunctionId Most = None;
    for (const CallEdge &To : A.Calls[Call.F][Call.Event])
      if (Most == None || weight(To.Callee) > weight(Most))
        Most = To.Callee;
    if (Most == None)
      return;
    Sum.WaitsNs += S.Costs[Most].WaitsNs;
    Sum.ComputesNs += S.Costs[Most].ComputesNs;
    Sum.HasUnknown |= S.Costs[Most].HasUnknown;
    addWaits(Most, W);
    if (W.Body == None || weight(Most) > weight(W.Body))
      W.Body = Most;
  }

  const Analyses &A;
  const Effects &E;
  Solution &S;
  HowManyFinder Times;
};

} // namespace

void waitwise::findStarts(const Analyses &A, const Effects &E, Solution &S) {
  StartFinder(A, E, S).run();
  findOversubscription(A, S);
}
