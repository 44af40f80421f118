//===- solve/Contexts.cpp - which functions run where ---------------------===//
//
// A coroutine is an entry of its own, however it is started. If every place
// that starts it names a pool as executor, it runs on that pool, and so do the
// coroutines that it awaits; else it counts as running on a loop. One that
// switches is several entries, for the events in each place.
//
//===----------------------------------------------------------------------===//
#include "solve/Contexts.h"

#include "solve/Switches.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace waitwise;

namespace {

constexpr uint32_t bit(ContextKind K) { return 1u << unsigned(K); }

class ContextFinder {
public:
  ContextFinder(const Analyses &A, const Places &Known) : A(A), Known(Known) {
    StartedOn.resize(A.P.Functions.size());
  }

  std::vector<ContextEntry> run(const Discoveries &D) {
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      for (uint32_t E = 0; E < A.P.Functions[F].Events.size(); ++E)
        addRegistered({F, E});
      addOverridden(F);
      addDeclared(F);
      addMarked(F);
    }
    for (const HandedOver &H : Known.Wraps.handedOver())
      addHandedOver(H);
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
      addByParameter(F);
    for (EntityId E = 0; E < A.P.Entities.size(); ++E)
      if (A.P.entity(E).Kind == EntityKind::Field)
        addByField(E);
    spreadExecutors();
    addCoroutines();
    for (const DiscoveredLoop &L : D.Loops)
      addLoop(L);
    for (const DiscoveredPool &Pool : D.Pools)
      addPool(Pool);
    addUncalled();
    sortEntries(Entries);
    return std::move(Entries);
  }

private:
  struct Start {
    ContextKind Kind;
    bool Spawns;
    Confidence Conf;
    const std::string &Pack;
    std::string Text; ///< What is known of the pool.
  };

  /// An executor that the program itself defines may run things anywhere.
  bool isOwnClass(TypeId T) const {
    EntityId Class = T == None ? None : A.P.Types[T].Class;
    return Class != None && !A.P.entity(Class).has(EF_System);
  }

  void addRegistered(Site S) {
    const Event &E = A.event(S);
    const Rule *R = A.Cond.rule(S);
    if (!R)
      return;
    for (const RunsSpec &Runs : R->Runs) {
      bool Runnable = Runs.W == RunsSpec::In || Runs.W == RunsSpec::ExecutorOf;
      Truth IsRun = A.Cond.runs(Runs, S);
      if (!Runnable || IsRun == Truth::No)
        continue;
      Start Where{Runs.Kind, Runs.Spawns,
                  IsRun == Truth::Yes ? Confidence::High : Confidence::Medium,
                  R->Pack,
                  ""};
      if (Runs.W == RunsSpec::ExecutorOf) {
        std::optional<Executor> Found = Known.Execs.of(S, Runs.Executor);
        if (!Found && !Runs.Spawns && Known.Wraps.isSettled(S))
          continue;
        Where.Kind = Found ? Found->Kind : Runs.Kind;
        if (Found)
          Where.Text = Found->Text;
        if (!Found && isOwnClass(operandType(A.P, Runs.Executor, E)))
          Where.Conf = Confidence::Low;
      }
      addCallable(S, Runs, Where);
    }
  }

  void addCallable(Site S, const RunsSpec &Runs, const Start &Where) {
    const Event &E = A.event(S);
    std::string Because = "passed to '" + A.P.name(E.Callee).str() + "'";
    if (!Where.Text.empty())
      Because += ", " + Where.Text;
    if (Where.Spawns)
      for (FunctionId F :
           coroutinesFrom(S.F, operandValue(A.P, Runs.Callable, S)))
        start(F, Where.Kind);
    for (const CallEdge &To : A.Resolver.callables(S, Runs)) {
      if (A.isTask(To.Callee)) {
        start(To.Callee, Where.Kind);
        continue;
      }
      // A fiber that is started on a loop is a fiber, and found as one.
      if (!isPool(Where.Kind) && parameterContext(To.Callee))
        continue;
      if (isPool(Where.Kind))
        OnPool.insert(To.Callee);
      ContextEntry Entry;
      Entry.Kind = Where.Kind;
      Entry.F = To.Callee;
      Entry.Because = Because;
      Entry.At = E.Loc;
      Entry.Conf = std::min(To.Conf, Where.Conf);
      Entry.Pack = Where.Pack;
      Entries.push_back(std::move(Entry));
    }
  }

  /// What a caller of a wrapper hands over runs where that takes it.
  void addHandedOver(const HandedOver &H) {
    if (A.isTask(H.To.Callee))
      return start(H.To.Callee, H.Where.Kind);
    const Wrapper &W = *H.Through;
    ContextEntry Entry;
    Entry.Kind = H.Where.Kind;
    Entry.F = H.To.Callee;
    Entry.Because = "passed to '" + A.P.nameOf(W.F).str() + "', ";
    if (W.Pool)
      Entry.Because +=
          "for the workers in '" + A.P.nameOf(W.Pool->F).str() + "'";
    else
      Entry.Because +=
          "for '" + A.P.name(A.event(W.At).Callee).str() + "'";
    if (!H.Where.Text.empty())
      Entry.Because += ", " + H.Where.Text;
    Entry.At = A.event(H.Call).Loc;
    Entry.Conf = H.To.Conf;
    Entry.Discovered = true;
    Entries.push_back(std::move(Entry));
  }

  static bool isPool(ContextKind Kind) {
    return Kind == ContextKind::IoPool || Kind == ContextKind::CpuPool ||
           Kind == ContextKind::AnyPool || Kind == ContextKind::Thread;
  }

  void start(FunctionId F, ContextKind Kind) {
    StartedOn[F] |= isPool(Kind) ? bit(Kind) : bit(ContextKind::Coroutine);
  }

  /// Coroutines whose task an argument is: `co_spawn(ex, f(), token)`.
  std::vector<FunctionId> coroutinesFrom(FunctionId F, const Value &V) {
    std::vector<FunctionId> Found;
    if (V.Kind != ValueKind::Result)
      return Found;
    for (const CallEdge &To : A.Calls[F][V.Index])
      if (A.isTask(To.Callee))
        Found.push_back(To.Callee);
    return Found;
  }

  /// An awaited coroutine runs where the one that awaits it runs.
  void spreadExecutors() {
    std::vector<FunctionId> Work;
    for (FunctionId F = 0; F < StartedOn.size(); ++F) {
      if (A.isTask(F))
        if (SwitchedEvents S = switchedEvents(A, F); !S.Elsewhere.empty())
          Switched.emplace(F, std::move(S));
      if (StartedOn[F] || Switched.count(F))
        Work.push_back(F);
    }
    while (!Work.empty()) {
      FunctionId F = Work.back();
      Work.pop_back();
      for (auto [Awaited, Places] : awaitedBy(F)) {
        uint32_t Before = StartedOn[Awaited];
        StartedOn[Awaited] |= Places;
        if (StartedOn[Awaited] != Before)
          Work.push_back(Awaited);
      }
    }
  }

  /// Whom a coroutine awaits, and where it is then.
  std::vector<std::pair<FunctionId, uint32_t>> awaitedBy(FunctionId F) const {
    std::vector<std::pair<FunctionId, uint32_t>> Found;
    for (uint32_t E = 0; E < A.Calls[F].size(); ++E)
      if (A.event({F, E}).has(EVF_Awaited))
        for (const CallEdge &To : A.Calls[F][E])
          Found.push_back({To.Callee, placesOf(F, E)});
    return Found;
  }

  /// Where an event of a coroutine runs, as bits of StartedOn.
  uint32_t placesOf(FunctionId F, uint32_t Event) const {
    auto It = Switched.find(F);
    if (It == Switched.end())
      return StartedOn[F];
    uint32_t Places = 0;
    for (const auto &[Kind, Part] : It->second.Elsewhere)
      if (llvm::binary_search(Part.Events, Event))
        Places |= bit(isPool(Kind) ? Kind : ContextKind::Coroutine);
    if (!llvm::binary_search(It->second.Own, Event))
      return Places;
    // Not known where it started, but on a pool only on some paths: a loop.
    bool Mixed = Places && !StartedOn[F];
    return Places | StartedOn[F] | (Mixed ? bit(ContextKind::Coroutine) : 0);
  }

  void addCoroutines() {
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      if (!A.isTask(F))
        continue;
      uint32_t On = StartedOn[F];
      bool OnLoop = On == 0 || (On & bit(ContextKind::Coroutine));
      ContextEntry Entry;
      Entry.Kind = ContextKind::Coroutine;
      for (unsigned K = 0; K < NumContextKinds && !OnLoop; ++K)
        if (On & (1u << K))
          Entry.Kind = ContextKind(K);
      bool IsFiber = A.K.coroutineKind(A.P.Functions[F].Self) ==
                     CoroutineKind::Fiber;
      if (IsFiber)
        Entry.Kind = ContextKind::Fiber;
      Entry.F = F;
      if (const CoroutineRule *R = A.K.coroutine(A.P.Functions[F].Self))
        Entry.Pack = R->Pack;
      Entry.Because = "'" + A.P.nameOf(F).str() + "' is a coroutine";
      Entry.At = A.P.self(F).Loc;
      addParts(std::move(Entry));
    }
  }

  /// The parts of a coroutine that run in different places.
  void addParts(ContextEntry Own) {
    auto It = Switched.find(Own.F);
    if (It == Switched.end()) {
      Entries.push_back(std::move(Own));
      return;
    }
    Own.WholeBody = false;
    for (const auto &[Kind, Part] : It->second.Elsewhere) {
      ContextEntry Entry = Own;
      Entry.Kind = Kind;
      Entry.Events = Part.Events;
      const Event &By = A.event({Own.F, Part.By});
      Entry.Because = "awaited '" + A.P.name(By.Callee).str() + "' before";
      Entry.At = By.Loc;
      Entry.Pack = Part.R->Pack;
      Entries.push_back(std::move(Entry));
    }
    Own.Events = It->second.Own;
    Entries.push_back(std::move(Own));
  }

  void addOverridden(FunctionId F) {
    if (!A.P.self(F).has(EF_Virtual))
      return;
    EntityId Method = None;
    const Rule *R = A.K.overriddenRule(A.P.Functions[F].Self, Method);
    if (R)
      addEntry(R->OverrideContext, F, R->Pack,
               "overrides '" + A.P.name(Method).str() + "'");
  }

  /// Annotations may stand on the method that is overridden, too.
  void addDeclared(FunctionId F) {
    std::vector<EntityId> Of{A.P.Functions[F].Self};
    llvm::append_range(Of, A.P.self(F).Overrides);
    for (EntityId E : Of)
      if (const DeclaredContext *D = A.K.Declared.context(E))
        return addEntry(D->Kind, F, "", D->Because);
  }

  /// What a function's type, or an annotation of a method, says.
  void addMarked(FunctionId F) {
    EntityId Self = A.P.Functions[F].Self;
    if (const SlotRule *R = A.K.slot(Self))
      addEntry(R->Context, F, R->Pack,
               "a '" + R->Annotation + "' of a '" + R->Class + "'");
    if (const SignatureRule *R = A.K.signature(Self))
      addEntry(R->Context, F, R->Pack,
               "of a type that '" + R->Pack + "' calls there");
  }

  /// Methods of a widget that nothing here calls are called from outside: by
  /// name, by a plugin's host, by the users of a library.
  void addUncalled() {
    std::vector<bool> Used = usedFunctions();
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      const SlotRule *R =
          Used[F] ? nullptr : A.K.slotOfClass(A.P.Functions[F].Self);
      if (!R)
        continue;
      addEntry(R->Context, F, R->Pack, "a method of a '" + R->Class + "'");
      Entries.back().Conf = Confidence::Medium;
    }
  }

  /// Functions that are called, handed on, or known to run somewhere.
  std::vector<bool> usedFunctions() const {
    std::vector<bool> Used(A.P.Functions.size());
    auto Take = [&](const Value &V) {
      if (V.Kind == ValueKind::Function && A.P.BodyOf[V.Index] != None)
        Used[A.P.BodyOf[V.Index]] = true;
    };
    for (const ContextEntry &E : Entries)
      Used[E.F] = true;
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      for (const Move &M : A.P.Functions[F].Moves)
        Take(M.From);
      for (uint32_t E = 0; E < A.P.Functions[F].Events.size(); ++E) {
        for (const Argument &Arg : A.event({F, E}).Args)
          Take(Arg.V);
        for (const CallEdge &To : A.Calls[F][E])
          Used[To.Callee] = true;
      }
    }
    return Used;
  }

  void addEntry(ContextKind Kind, FunctionId F, const std::string &Pack,
                std::string Because) {
    ContextEntry Entry;
    Entry.Kind = Kind;
    Entry.F = F;
    Entry.Pack = Pack;
    Entry.Because = std::move(Because);
    Entry.At = A.P.self(F).Loc;
    Entries.push_back(std::move(Entry));
  }

  /// A parameter of some types says where a function runs (yield_context).
  /// A fiber that was started on a pool may wait there.
  void addByParameter(FunctionId F) {
    if (OnPool.count(F))
      return;
    if (const ParameterRule *R = parameterContext(F))
      addEntry(R->Context, F, R->Pack, "takes a '" + R->Type + "'");
  }

  const ParameterRule *parameterContext(FunctionId F) const {
    for (const Variable &V : A.P.Functions[F].Params)
      if (const ParameterRule *R =
              A.K.Rules.parameterType(A.P.typeName(V.Type)))
        return R;
    return nullptr;
  }

  /// Callables that are stored in a library's struct (sa_handler).
  void addByField(EntityId Field) {
    const FieldRule *R = A.K.Rules.field(A.P.name(Field));
    if (!R || R->W != RunsSpec::In)
      return;
    Value V{ValueKind::Field, Field, 0};
    for (const CallEdge &To : A.Resolver.callables(None, V, None))
      addEntry(R->Context, To.Callee, R->Pack,
               "stored in '" + R->Field + "'");
  }

  void addLoop(const DiscoveredLoop &L) {
    const Function &Body = A.P.Functions[L.F];
    std::string Loop = "the event loop in '" + A.P.nameOf(L.F).str() + "'";
    ContextEntry Whole;
    Whole.Kind = ContextKind::EventLoop;
    Whole.F = L.F;
    Whole.Because = Loop;
    Whole.At = Body.Loops[L.Loop].Loc;
    Whole.WholeBody = false;
    Whole.Events = L.Events;
    Whole.Discovered = true;
    Entries.push_back(Whole);
    for (const auto &[S, To] : L.Dispatches) {
      if (A.isTask(To.Callee))
        continue;
      ContextEntry Entry;
      Entry.Kind = ContextKind::EventLoop;
      Entry.F = To.Callee;
      Entry.Because = "called by " + Loop;
      Entry.At = A.event(S).Loc;
      Entry.Conf = Confidence::High;
      Entry.Discovered = true;
      Entries.push_back(std::move(Entry));
    }
  }

  void addPool(const DiscoveredPool &Pool) {
    for (const auto &[S, To] : Pool.Dispatches) {
      ContextEntry Entry;
      Entry.Kind = Pool.Count.Kind;
      Entry.F = To.Callee;
      Entry.Because = "called by the workers in '" +
                      A.P.nameOf(Pool.F).str() + "', " + Pool.Count.Text;
      Entry.At = A.event(S).Loc;
      Entry.Discovered = true;
      Entries.push_back(std::move(Entry));
    }
  }

  const Analyses &A;
  const Places &Known;
  std::vector<uint32_t> StartedOn; ///< Per coroutine: context bits.
  std::map<FunctionId, SwitchedEvents> Switched; ///< Those that switch.
  std::set<FunctionId> OnPool;     ///< Callables handed to a pool.
  std::vector<ContextEntry> Entries;
};

} // namespace

void waitwise::sortEntries(std::vector<ContextEntry> &Entries) {
  auto Key = [](const ContextEntry &E) {
    return std::tie(E.Kind, E.F, E.WholeBody, E.Events, E.At.File, E.At.Line,
                    E.At.Column, E.Because);
  };
  llvm::sort(Entries, [&](const ContextEntry &X, const ContextEntry &Y) {
    return Key(X) < Key(Y);
  });
  // One function, one context: the first place that says so is enough.
  auto Same = [](const ContextEntry &X, const ContextEntry &Y) {
    return X.Kind == Y.Kind && X.F == Y.F && X.WholeBody && Y.WholeBody;
  };
  Entries.erase(std::unique(Entries.begin(), Entries.end(), Same),
                Entries.end());
}

std::vector<ContextEntry> waitwise::findContexts(const Analyses &A,
                                                 const Discoveries &D,
                                                 const Places &Where) {
  return ContextFinder(A, Where).run(D);
}

std::vector<uint32_t>
waitwise::contextsOfFunctions(const Analyses &A,
                              llvm::ArrayRef<ContextEntry> Entries) {
  std::vector<uint32_t> Bits(A.P.Functions.size());
  std::vector<FunctionId> Work;
  auto Enter = [&](FunctionId F, uint32_t New) {
    if ((Bits[F] | New) == Bits[F])
      return;
    Bits[F] |= New;
    Work.push_back(F);
  };
  auto Follow = [&](FunctionId F, uint32_t Event, uint32_t New) {
    for (const CallEdge &To : A.Calls[F][Event])
      if (!A.isOpaque(To.Callee))
        Enter(To.Callee, New);
  };
  for (const ContextEntry &E : Entries) {
    if (E.WholeBody)
      Enter(E.F, bit(E.Kind));
    for (uint32_t Event : E.Events)
      Follow(E.F, Event, bit(E.Kind));
  }
  while (!Work.empty()) {
    FunctionId F = Work.back();
    Work.pop_back();
    for (uint32_t Event = 0; Event < A.Calls[F].size(); ++Event)
      Follow(F, Event, Bits[F]);
  }
  return Bits;
}
