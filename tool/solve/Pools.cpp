//===- solve/Pools.cpp - worker pools that nobody declared ----------------===//
//
// As for event loops, a wait belongs to the nearest loop around it, or around
// calls of functions that wait, that dispatches. A thread must lead there, and
// what is called must have been taken out of something: a stored callable, or
// a method of an object that came in from elsewhere.
//
//===----------------------------------------------------------------------===//
#include "solve/Pools.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

/// Calls between a loop and its wait: `while (auto job = queue.pop())`, with
/// the wait in a helper of the queue.
constexpr unsigned MaxWaitDepth = 3;
/// Calls between a loop and the call of what was taken.
constexpr unsigned MaxDispatchDepth = 2;
/// Calls between what a thread is given and the function with the loop.
constexpr unsigned MaxStartDepth = 4;

/// What a loop calls that it took out of something.
class Dispatches {
public:
  explicit Dispatches(const Analyses &A) : A(A) {}

  /// Events in the loop and in what it calls, but for the call that waits.
  void collect(DiscoveredPool &D, uint32_t Waiting) const {
    std::vector<std::pair<FunctionId, unsigned>> Work;
    std::set<FunctionId> Seen{D.F};
    auto Scan = [&](Site S, unsigned Depth) {
      for (const CallEdge &To : A.Calls[S.F][S.Event]) {
        if (isTaken(S, To, Depth))
          D.Dispatches.push_back({S, To});
        else if (To.Kind == EdgeKind::Direct && Depth < MaxDispatchDepth &&
                 Seen.insert(To.Callee).second)
          Work.push_back({To.Callee, Depth + 1});
      }
    };
    for (uint32_t E : eventsInLoop(A.P.Functions[D.F], D.Loop))
      if (E != Waiting)
        Scan({D.F, E}, 0);
    for (size_t I = 0; I < Work.size(); ++I) {
      auto [F, Depth] = Work[I];
      for (uint32_t E = 0; E < A.Calls[F].size(); ++E)
        Scan({F, E}, Depth);
    }
  }

private:
  /// A stored callable, which a helper was handed; a virtual method of an
  /// object that was handed in. A destructor of it is no work.
  bool isTaken(Site S, const CallEdge &To, unsigned Depth) const {
    if (A.P.self(To.Callee).has(EF_Destructor) || A.isTask(To.Callee))
      return false;
    const Event &E = A.event(S);
    bool Stored = To.Kind == EdgeKind::Stored;
    ValueKind From = Stored ? calledThrough(A.P, E).Kind : E.Receiver.Kind;
    bool Handed = From == ValueKind::Local || From == ValueKind::Param ||
                  From == ValueKind::Result;
    return (Stored && Depth == 0) ||
           (Handed && (Stored || To.Kind == EdgeKind::Virtual));
  }

  const Analyses &A;
};

class PoolFinder {
public:
  PoolFinder(const Analyses &A, const ThreadCounts &Counts,
             llvm::ArrayRef<DiscoveredLoop> Except)
      : A(A), Counts(Counts), Except(Except) {
    forEachSite(A.P, [&](Site S) { noteStart(S); });
  }

  std::vector<DiscoveredPool> run() {
    forEachSite(A.P, [&](Site S) {
      if (waitsForWork(S) && A.Path.live(S))
        claim(S);
    });
    llvm::sort(Found, [](const DiscoveredPool &X, const DiscoveredPool &Y) {
      return std::tie(X.F, X.Loop, X.Wait) < std::tie(Y.F, Y.Loop, Y.Wait);
    });
    auto Same = [](const DiscoveredPool &X, const DiscoveredPool &Y) {
      return X.F == Y.F && X.Loop == Y.Loop;
    };
    Found.erase(std::unique(Found.begin(), Found.end(), Same), Found.end());
    return std::move(Found);
  }

private:
  void noteStart(Site S) {
    const Rule *R = A.Cond.rule(S);
    if (!R)
      return;
    for (const RunsSpec &Runs : R->Runs)
      if (Runs.W == RunsSpec::In && Runs.Kind == ContextKind::Thread &&
          A.Cond.runs(Runs, S) != Truth::No)
        for (const CallEdge &To : A.Resolver.callables(S, Runs))
          Starts[To.Callee].push_back(S);
  }

  /// A condition, a semaphore, a queue: not what a future or a loop is for.
  bool waitsForWork(Site S) const {
    const Rule *R = A.Cond.rule(S);
    return R && R->Blocks && R->Blocks->Kind == EffectKind::Wait &&
           !R->Blocks->Until && !R->DrivesLoop && !R->WaitsForReadiness;
  }

  void claim(Site Wait) {
    std::vector<Site> Level{Wait};
    std::set<FunctionId> Seen{Wait.F};
    for (unsigned Depth = 0; Depth <= MaxWaitDepth; ++Depth) {
      bool Claimed = false;
      for (Site At : Level)
        Claimed |= claimAt(At, Wait);
      if (Claimed)
        return;
      // What waits in a callback does not wait for the next one.
      Level = callersOf(Level, Seen, /*ByName=*/true);
    }
  }

  std::vector<Site> callersOf(llvm::ArrayRef<Site> Level,
                              std::set<FunctionId> &Seen, bool ByName) const {
    std::vector<Site> Next;
    for (Site At : Level)
      for (Site Caller : A.CalledBy.of(At.F))
        if ((!ByName || isDirect(Caller)) && Seen.insert(Caller.F).second)
          Next.push_back(Caller);
    return Next;
  }

  bool isDirect(Site S) const {
    return llvm::any_of(A.Calls[S.F][S.Event], [](const CallEdge &To) {
      return To.Kind == EdgeKind::Direct;
    });
  }

  bool claimAt(Site At, Site Wait) {
    const Function &Body = A.P.Functions[At.F];
    for (uint32_t L = loopAround(Body, At.Event); L != None;
         L = Body.Loops[L].Parent) {
      DiscoveredPool D;
      D.F = At.F;
      D.Loop = L;
      D.Wait = Wait;
      D.Starts = startsOf(At.F);
      Dispatches(A).collect(D, At.Event);
      if (D.Dispatches.empty() || D.Starts.empty() || isEventLoop(At.F))
        continue;
      measure(D);
      Found.push_back(std::move(D));
      return true;
    }
    return false;
  }

  bool isEventLoop(FunctionId F) const {
    return llvm::any_of(Except,
                        [&](const DiscoveredLoop &L) { return L.F == F; });
  }

  /// Where the threads are started that come to this function.
  std::vector<Site> startsOf(FunctionId F) const {
    std::vector<Site> Level{{F, None}}, Sites;
    std::set<FunctionId> Seen{F};
    for (unsigned Depth = 0; Depth <= MaxStartDepth; ++Depth) {
      for (Site At : Level)
        if (auto It = Starts.find(At.F); It != Starts.end())
          llvm::append_range(Sites, It->second);
      if (!Sites.empty())
        break;
      Level = callersOf(Level, Seen, /*ByName=*/false);
    }
    llvm::sort(Sites);
    Sites.erase(std::unique(Sites.begin(), Sites.end()), Sites.end());
    return Sites;
  }

  void measure(DiscoveredPool &D) const {
    bool First = true;
    for (Site S : D.Starts) {
      EntityId Class = classOf(S.F);
      ThreadCount C = Counts.startedAt(S);
      D.Class = First || Class == D.Class ? Class : None;
      if (!First && !(C == D.Count))
        C = together(C, D.Count);
      D.Count = std::move(C);
      First = false;
    }
  }

  /// Two places that start threads of one pool: some workers more.
  static ThreadCount together(const ThreadCount &X, const ThreadCount &Y) {
    if (X.Kind != Y.Kind)
      return {};
    ThreadCount C = X;
    C.Threads = 0;
    if (C.Kind == ContextKind::IoPool)
      C.Text = "a number of threads that is set in several places";
    return C;
  }

  /// The class that a method, or a lambda in it, belongs to.
  EntityId classOf(FunctionId F) const {
    for (EntityId E = A.P.Functions[F].Self; E != None;
         E = A.P.entity(E).Parent)
      if (A.P.entity(E).Kind == EntityKind::Class &&
          !A.P.entity(E).has(EF_Lambda))
        return E;
    return None;
  }

  const Analyses &A;
  const ThreadCounts &Counts;
  llvm::ArrayRef<DiscoveredLoop> Except;
  std::map<FunctionId, std::vector<Site>> Starts;
  std::vector<DiscoveredPool> Found;
};

} // namespace

std::optional<DiscoveredPool> waitwise::poolIn(const Analyses &A,
                                               FunctionId F) {
  const Function &Body = A.P.Functions[F];
  DiscoveredPool D;
  D.F = F;
  Dispatches Of(A);
  for (D.Loop = 0; D.Loop < Body.Loops.size(); ++D.Loop)
    if (Body.Loops[D.Loop].Parent == None) {
      Of.collect(D, None);
      if (!D.Dispatches.empty())
        return D;
    }
  return std::nullopt;
}

std::vector<DiscoveredPool>
waitwise::discoverPools(const Analyses &A, const ThreadCounts &Counts,
                        llvm::ArrayRef<DiscoveredLoop> Except) {
  return PoolFinder(A, Counts, Except).run();
}
