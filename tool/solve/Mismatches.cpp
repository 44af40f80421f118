//===- solve/Mismatches.cpp - contexts against the sinks they reach -------===//
//
// Hits are grouped by sink, so that a helper which a hundred callbacks reach
// is one mismatch with a hundred entries. Of the hits of a group the surest,
// then the worst, then the one with the shortest chain stands for all.
//
//===----------------------------------------------------------------------===//
#include "solve/Mismatches.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

struct Candidate {
  Mismatch M;
  Sink K;
  uint32_t Length() const { return M.Chain.size(); }
};

/// Context kind, function of the sink, primitive.
using GroupKey = std::tuple<ContextKind, FunctionId, std::string>;

/// What one exploration found of a group.
struct Found {
  Candidate Best;
  std::vector<uint32_t> Nodes;
};

class MismatchFinder {
public:
  MismatchFinder(const Analyses &A, const Effects &E, Solution &S)
      : A(A), E(E), S(S), Matter(parametersThatMatter(A)) {}

  void run(llvm::ArrayRef<uint32_t> ContextBits) {
    std::vector<LockId> Locks = addLockEntries(ContextBits);
    for (unsigned K = 0; K < NumContextKinds; ++K)
      if (ContextKind(K) == ContextKind::GilHeld)
        explore(ContextKind::GilHeld, A.Flow.interpreterLock(),
                entriesOf(ContextKind::GilHeld, None));
      else if (bearsLess(ContextKind(K)))
        explore(ContextKind(K), None, entriesOf(ContextKind(K), None));
    llvm::sort(Locks);
    Locks.erase(std::unique(Locks.begin(), Locks.end()), Locks.end());
    NumLocks = Locks.size();
    for (LockId L : Locks)
      explore(ContextKind::LockHeld, L, entriesOf(ContextKind::LockHeld, L));
    dropRepeated(ContextBits);
    mergeWithinFunctions();
    finish();
  }

private:
  static bool bearsLess(ContextKind K) {
    return K == ContextKind::Coroutine || K == ContextKind::EventLoop ||
           K == ContextKind::Gui || K == ContextKind::Fiber ||
           K == ContextKind::CpuPool || K == ContextKind::GilHeld ||
           K == ContextKind::Realtime;
  }

  /// True if the interpreter lock, held at the function's entry, is held still.
  bool keepsInterpreter(Site S) const {
    auto Held = E.locks().heldFromEntry(S.F, A.Flow.interpreterLock());
    return !Held || Held->count(S.Event);
  }

  /// Functions that may be entered while the interpreter lock is held: not
  /// those that are called where it was released.
  std::vector<bool> enteredByPython() const {
    std::vector<bool> Entered(A.P.Functions.size());
    std::vector<FunctionId> Work;
    auto Enter = [&](FunctionId F) {
      if (!Entered[F])
        Work.push_back(F);
      Entered[F] = true;
    };
    for (const ContextEntry &Entry : S.Contexts)
      if (Entry.Kind == ContextKind::GilHeld)
        Enter(Entry.F);
    while (!Work.empty()) {
      FunctionId F = Work.back();
      Work.pop_back();
      llvm::for_each(calledWithInterpreter(F), Enter);
    }
    return Entered;
  }

  std::vector<FunctionId> calledWithInterpreter(FunctionId F) const {
    auto Held = E.locks().heldFromEntry(F, A.Flow.interpreterLock());
    std::vector<FunctionId> Called;
    for (uint32_t Event = 0; Event < A.Calls[F].size(); ++Event)
      for (const CallEdge &To : A.Calls[F][Event])
        if (!A.isOpaque(To.Callee) && (!Held || Held->count(Event)))
          Called.push_back(To.Callee);
    return Called;
  }

  /// Locks that somebody waits for. Who only tries for one is not kept waiting.
  std::set<LockId> waitedFor() const {
    std::set<LockId> Waited;
    auto Note = [&](const LockAction &Action) {
      if (Action.W == LockAction::Acquire && !Action.Try && !Action.TryZero)
        Waited.insert(Action.Lock);
    };
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
      for (const auto &[Event, Actions] : E.locks().actionsIn(F).ByEvent)
        llvm::for_each(Actions, Note);
    return Waited;
  }

  /// True if whoever takes the lock at this event waits until it is free.
  bool waitsFor(FunctionId F, uint32_t Event, LockId L) const {
    const LockActions &Actions = E.locks().actionsIn(F);
    auto It = Actions.ByEvent.find(Event);
    return It != Actions.ByEvent.end() &&
           llvm::any_of(It->second, [&](const LockAction &Action) {
             return Action.W == LockAction::Acquire && Action.Lock == L &&
                    !Action.Try && !Action.TryZero;
           });
  }

  /// A lock is as urgent as the most demanding context that waits for it.
  std::map<LockId, std::pair<uint64_t, std::string>>
  urgencies(llvm::ArrayRef<uint32_t> ContextBits) const {
    std::map<LockId, std::pair<uint64_t, std::string>> Of;
    std::vector<bool> Python = enteredByPython();
    for (const LockRegion &R : E.regions())
      for (unsigned K = 0; K < NumContextKinds; ++K) {
        bool Runs = (ContextBits[R.F] & (1u << K)) != 0;
        if (ContextKind(K) == ContextKind::GilHeld)
          Runs = Python[R.F] && keepsInterpreter({R.F, R.Acquired});
        Runs = Runs && waitsFor(R.F, R.Acquired, R.Lock);
        uint64_t Ns = S.Cost.Tolerance[K];
        if (!Runs || !bearsLess(ContextKind(K)) || Ns == 0)
          continue;
        auto [It, New] = Of.try_emplace(R.Lock, Ns, std::string());
        if (!New && It->second.first <= Ns)
          continue;
        It->second = {Ns, describe(ContextKind(K)).str() + " takes it in '" +
                              A.P.nameOf(R.F).str() + "'"};
      }
    return Of;
  }

  /// Callables stored where a pack says that the program does not run them:
  /// signal handlers. What they do ends the process or is at its mercy.
  std::set<FunctionId> signalHandlers() const {
    std::set<FunctionId> Found;
    for (EntityId E = 0; E < A.P.Entities.size(); ++E) {
      const FieldRule *R = A.P.entity(E).Kind == EntityKind::Field
                               ? A.K.Rules.field(A.P.name(E))
                               : nullptr;
      if (R && R->W == RunsSpec::Never)
        for (const CallEdge &To : A.Resolver.callables(
                 None, {ValueKind::Field, E, 0}, None))
          Found.insert(To.Callee);
    }
    return Found;
  }

  std::vector<LockId> addLockEntries(llvm::ArrayRef<uint32_t> ContextBits) {
    auto Urgency = urgencies(ContextBits);
    std::vector<LockId> Locks;
    std::set<FunctionId> Handlers = signalHandlers();
    std::set<LockId> Waited = waitedFor();
    for (const LockRegion &R : E.regions()) {
      bool IsGil = R.Lock == A.Flow.interpreterLock();
      if (Handlers.count(R.F) || (!IsGil && !Waited.count(R.Lock)))
        continue;
      ContextEntry Entry;
      Entry.Kind = IsGil ? ContextKind::GilHeld : ContextKind::LockHeld;
      Entry.F = R.F;
      Entry.Because = "'" + A.Lock.nameOf(R.Lock) + "' is held";
      Entry.At = A.event({R.F, R.Acquired}).Loc;
      Entry.WholeBody = false;
      Entry.Events = R.Events;
      auto It = Urgency.find(R.Lock);
      if (!IsGil && It != Urgency.end()) {
        Entry.Tolerance = std::min(It->second.first,
                                   S.Cost.tolerance(ContextKind::LockHeld));
        Entry.Because += ", and " + It->second.second;
      }
      if (!IsGil)
        LockEntries.push_back({R.Lock, S.Contexts.size()});
      S.Contexts.push_back(std::move(Entry));
      if (!IsGil)
        Locks.push_back(R.Lock);
    }
    return Locks;
  }

  std::vector<uint32_t> entriesOf(ContextKind K, LockId L) const {
    std::vector<uint32_t> Found;
    if (L != None) {
      for (const auto &[Lock, Index] : LockEntries)
        if (Lock == L)
          Found.push_back(Index);
      return Found;
    }
    for (uint32_t I = 0; I < S.Contexts.size(); ++I)
      if (S.Contexts[I].Kind == K)
        Found.push_back(I);
    return Found;
  }

  void explore(ContextKind Kind, LockId L, std::vector<uint32_t> Entries) {
    if (Entries.empty())
      return;
    Reach::Start From;
    From.All = S.Contexts;
    From.ToleranceNs = S.Cost.tolerance(Kind);
    for (uint32_t I : Entries)
      if (S.Contexts[I].Tolerance)
        From.ToleranceNs = std::min(From.ToleranceNs, S.Contexts[I].Tolerance);
    From.Entries = std::move(Entries);
    From.Lock = L;
    From.MaxNodes = L == None ? limits::NodesPerContext
                              : share(limits::NodesForLocks, NumLocks);
    Reach R(A, E, Matter, From);
    std::map<GroupKey, Found> Of;
    for (const Hit &H : R.hits()) {
      Found &Here = Of[{Kind, H.K->At.F, H.K->Primitive}];
      Here.Nodes.push_back(H.Node);
      Candidate C = candidate(Kind, R, H);
      if (Here.Nodes.size() == 1 || better(C, Here.Best))
        Here.Best = std::move(C);
    }
    size_t Explorations = L == None ? 1 : NumLocks;
    size_t Nodes = share(limits::NodesForEntries, Of.size() * Explorations);
    for (auto &[Key, Here] : Of)
      add(Key, std::move(Here.Best), R.entriesReaching(Here.Nodes, Nodes));
  }

  /// What each of many may take of what all may.
  static size_t share(size_t All, size_t Of) {
    constexpr size_t Least = 50;
    return std::max(Least, All / std::max<size_t>(Of, 1));
  }

  Candidate candidate(ContextKind Kind, const Reach &R, const Hit &H) const {
    Candidate C;
    C.K = *H.K;
    C.M.Context = R.entryOf(H);
    C.M.Chain = R.chain(H);
    C.M.Conf = R.confidence(H);
    C.M.InLoop = inLoop(C.M);
    C.M.Sev = severity(Kind, C.M, C.K);
    return C;
  }

  void add(const GroupKey &Key, Candidate C, std::vector<uint32_t> Entries) {
    auto [It, First] = Groups.try_emplace(Key);
    Candidate &Best = It->second;
    std::vector<uint32_t> All =
        First ? std::move(Entries) : unite(Best.M.Entries, Entries);
    if (First || better(C, Best))
      Best = std::move(C);
    // The entry that the chain starts from comes first.
    llvm::erase(All, Best.M.Context);
    All.insert(All.begin(), Best.M.Context);
    Best.M.Entries = std::move(All);
  }

  static std::vector<uint32_t> unite(std::vector<uint32_t> A,
                                     llvm::ArrayRef<uint32_t> B) {
    std::set<uint32_t> Known(A.begin(), A.end());
    for (uint32_t I : B)
      if (Known.insert(I).second)
        A.push_back(I);
    return A;
  }

  static bool better(const Candidate &X, const Candidate &Y) {
    return std::make_tuple(Y.M.Conf, Y.K.BadNs, X.Length(), X.K.At) <
           std::make_tuple(X.M.Conf, X.K.BadNs, Y.Length(), Y.K.At);
  }

  /// True if a call of the chain stands in a loop with unknown or many trips
  /// (other than the event loop itself).
  bool inLoop(const Mismatch &M) const {
    constexpr int64_t Few = 16;
    const ContextEntry &Entry = S.Contexts[M.Context];
    for (size_t I = 0; I < M.Chain.size(); ++I) {
      if (I == 0 && !Entry.WholeBody)
        continue;
      Site At = M.Chain[I].At;
      const Function &Body = A.P.Functions[At.F];
      for (const Block &B : Body.Blocks) {
        bool Here = At.Event >= B.FirstEvent &&
                    At.Event < B.FirstEvent + B.NumEvents;
        if (!Here || B.Loop == None)
          continue;
        const Loop &L = Body.Loops[B.Loop];
        if (L.Bound != LoopBound::Constant || L.Trips >= Few)
          return true;
      }
    }
    return false;
  }

  Severity severity(ContextKind Kind, const Mismatch &M, const Sink &K) const {
    uint64_t Tolerance = S.Contexts[M.Context].Tolerance;
    CostTable Table = S.Cost;
    if (Tolerance)
      Table.Tolerance[unsigned(Kind)] = Tolerance;
    int Sev = int(Table.severityOf(K.BadNs, Kind));
    if (Sev == int(Severity::None))
      return Severity::None;
    Sev += M.InLoop;
    Sev -= M.Conf == Confidence::Low;
    return Severity(std::clamp(Sev, int(Severity::Low), int(Severity::High)));
  }

  /// One mismatch, one finding: what a lock's holder does on a loop that is
  /// blamed for it anyway is not reported again for the lock. It waits for
  /// nobody there: who else takes the lock on that loop is on the same thread.
  void dropRepeated(llvm::ArrayRef<uint32_t> ContextBits) {
    using SinkKey = std::pair<FunctionId, std::string>;
    constexpr ContextKind Loops[] = {ContextKind::Coroutine,
                                     ContextKind::EventLoop, ContextKind::Gui};
    std::set<std::pair<FunctionId, SinkKey>> ByEntry;
    std::set<std::pair<ContextKind, SinkKey>> ByLoop;
    for (const auto &[Key, C] : Groups) {
      ContextKind Kind = std::get<0>(Key);
      SinkKey Sink{C.K.At.F, C.K.Primitive};
      if (Kind == ContextKind::LockHeld)
        continue;
      for (uint32_t I : C.M.Entries)
        ByEntry.insert({S.Contexts[I].F, Sink});
      if (C.M.Conf != Confidence::Low)
        ByLoop.insert({Kind, Sink});
    }
    std::erase_if(Groups, [&](const auto &Group) {
      const Candidate &C = Group.second;
      if (C.M.Sev == Severity::None)
        return true;
      if (std::get<0>(Group.first) != ContextKind::LockHeld)
        return false;
      FunctionId Holder = S.Contexts[C.M.Context].F;
      SinkKey Sink{C.K.At.F, C.K.Primitive};
      bool OnLoop = llvm::any_of(Loops, [&](ContextKind K) {
        return (ContextBits[Holder] & 1u << unsigned(K)) != 0 &&
               ByLoop.count({K, Sink}) != 0;
      });
      return OnLoop || ByEntry.count({Holder, Sink}) != 0;
    });
  }

  /// True if the sink stands in the entry, or in a callback that the entry
  /// dispatches to: an entry in all but name. Further down, what is called
  /// through a slot is rather a table of methods.
  static bool isOwnPlace(const Mismatch &M) {
    constexpr size_t Dispatch = 3; ///< Steps: entry, dispatcher, callback.
    size_t N = M.Chain.size();
    return N == 1 ||
           (N <= Dispatch + 1 && M.Chain[N - 2].How == EdgeKind::Stored);
  }

  /// A helper that opens, reads and closes a file is one mismatch for those
  /// who call it; in the entry itself every call is a place of its own.
  void mergeWithinFunctions() {
    std::map<std::tuple<ContextKind, FunctionId, EffectKind>, GroupKey> First;
    std::map<GroupKey, Candidate> Kept;
    for (auto &[Key, C] : Groups) {
      auto Helper = std::make_tuple(std::get<0>(Key), C.K.At.F, C.K.Kind);
      bool Direct = isOwnPlace(C.M);
      auto It = Direct ? First.end() : First.find(Helper);
      if (It == First.end()) {
        if (!Direct)
          First.emplace(Helper, Key);
        Kept.emplace(Key, std::move(C));
        continue;
      }
      Candidate &Best = Kept.at(It->second);
      if (better(C, Best))
        std::swap(C, Best);
      Best.M.Also.push_back(C.K.Primitive);
      llvm::append_range(Best.M.Also, C.M.Also);
      Best.M.Entries = unite(std::move(Best.M.Entries), C.M.Entries);
    }
    Groups = std::move(Kept);
  }

  void finish() {
    S.Sinks = E.sinks();
    for (auto &[Key, C] : Groups) {
      // The sink as seen on this path may be surer than the general one.
      C.M.SinkIndex = S.Sinks.size();
      S.Sinks.push_back(C.K);
      C.M.EntryCount = C.M.Entries.size();
      llvm::sort(C.M.Also);
      S.Mismatches.push_back(std::move(C.M));
    }
  }

  const Analyses &A;
  const Effects &E;
  Solution &S;
  std::vector<std::set<unsigned>> Matter;
  std::map<GroupKey, Candidate> Groups;
  std::vector<std::pair<LockId, uint32_t>> LockEntries;
  size_t NumLocks = 0;
};

} // namespace

void waitwise::findMismatches(const Analyses &A, const Effects &E,
                              llvm::ArrayRef<uint32_t> ContextBits,
                              Solution &S) {
  MismatchFinder(A, E, S).run(ContextBits);
}

static HeldSuspension suspensionUnder(const Analyses &A, Site S,
                                      const Held &H) {
  HeldSuspension Found;
  Found.Suspension = S;
  Found.Acquisition = {S.F, H.Acquired};
  Found.Lock = A.Lock.nameOf(H.Lock);
  const Event &Taken = A.event(Found.Acquisition);
  if (H.Guard != None && Taken.Callee != None) {
    EntityId Class = A.P.entity(Taken.Callee).Parent;
    Found.Guard = Class == None ? "" : A.P.name(Class).str();
  }
  return Found;
}

void waitwise::findHeldSuspensions(const Analyses &A, const Effects &E,
                                   Solution &S) {
  forEachSite(A.P, [&](Site At) {
    const Event &Suspension = A.event(At);
    auto Held = E.locks().heldIn(At.F).find(At.Event);
    if (Suspension.Kind == EventKind::Call || A.isReady(Suspension) ||
        !A.Path.live(At) || Held == E.locks().heldIn(At.F).end())
      return;
    for (const waitwise::Held &H : Held->second)
      S.HeldSuspensions.push_back(suspensionUnder(A, At, H));
  });
}
