//===- solve/Loops.cpp - event loops that nobody declared -----------------===//
//
// A wait belongs to the loop that is nearest to it, counted in calls: first
// loops around the wait itself, then around calls of functions that wait, and
// so on. A retry loop around the wait alone dispatches nothing and is passed
// over; the loop around it gets the wait.
//
//===----------------------------------------------------------------------===//
#include "solve/Loops.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

/// Calls between a loop and its wait; a poller behind a virtual interface
/// behind a wrapper needs three.
constexpr unsigned MaxWaitDepth = 4;
/// Calls between a loop and a dispatch through a stored callable.
constexpr unsigned MaxDispatchDepth = 4;

class LoopFinder {
public:
  explicit LoopFinder(const Analyses &A) : A(A) {
    Callers.resize(A.P.Functions.size());
    forEachSite(A.P, [&](Site S) {
      for (const CallEdge &To : A.Calls[S.F][S.Event])
        if (To.Kind == EdgeKind::Direct || To.Kind == EdgeKind::Virtual)
          Callers[To.Callee].push_back(S);
      if (waitsForReadiness(A, S) && A.Path.live(S))
        Waits.push_back(S);
    });
  }

  std::vector<DiscoveredLoop> run() {
    for (Site Wait : Waits)
      claim(Wait);
    llvm::sort(Found, [](const DiscoveredLoop &X, const DiscoveredLoop &Y) {
      return std::tie(X.F, X.Loop) < std::tie(Y.F, Y.Loop);
    });
    // One loop may turn around several waits (a time-out variant, say).
    std::vector<DiscoveredLoop> Merged;
    for (DiscoveredLoop &D : Found) {
      bool Same = !Merged.empty() && Merged.back().F == D.F &&
                  Merged.back().Loop == D.Loop;
      if (Same)
        llvm::append_range(Merged.back().Waits, D.Waits);
      else
        Merged.push_back(std::move(D));
    }
    return Merged;
  }

private:
  /// Walks up from a wait, one level of callers at a time, until a level has
  /// loops that dispatch.
  void claim(Site Wait) {
    std::vector<Site> Level{Wait};
    std::set<FunctionId> Seen{Wait.F};
    for (unsigned Depth = 0; Depth <= MaxWaitDepth; ++Depth) {
      bool Claimed = false;
      for (Site At : Level)
        Claimed |= claimAt(At, Wait);
      if (Claimed)
        return;
      llvm::erase_if(Level, [&](Site At) { return waitsWithinLoop(At); });
      Level = callersOf(Level, Seen);
    }
  }

  std::vector<Site> callersOf(llvm::ArrayRef<Site> Level,
                              std::set<FunctionId> &Seen) const {
    std::vector<Site> Next;
    for (Site At : Level)
      for (Site Caller : Callers[At.F])
        if (Seen.insert(Caller.F).second)
          Next.push_back(Caller);
    return Next;
  }

  /// A loop around the wait that works on but dispatches nothing waits for an
  /// answer: whoever calls it makes a blocking call and is no event loop. A
  /// bare retry loop does no work.
  bool waitsWithinLoop(Site At) const {
    const Function &Body = A.P.Functions[At.F];
    uint32_t L = loopAround(Body, At.Event);
    if (L == None)
      return false;
    return llvm::any_of(eventsInLoop(Body, L), [&](uint32_t E) {
      return E != At.Event && !A.Calls[At.F][E].empty();
    });
  }

  /// Tries the loops around one event, innermost first.
  bool claimAt(Site At, Site Wait) {
    const Function &Body = A.P.Functions[At.F];
    for (uint32_t L = loopAround(Body, At.Event); L != None;
         L = Body.Loops[L].Parent) {
      DiscoveredLoop D;
      D.F = At.F;
      D.Loop = L;
      D.Waits = {Wait};
      D.Events = eventsInLoop(Body, L);
      collectDispatches(D);
      if (D.Dispatches.empty() && !iteratesAfter(Wait) &&
          !iteratesAfter(At))
        continue;
      Found.push_back(std::move(D));
      return true;
    }
    return false;
  }

  /// True if, in the function of \p S, a loop that does not contain \p S
  /// (it runs over what became ready) makes calls of its own program.
  bool iteratesAfter(Site S) const {
    const Function &Body = A.P.Functions[S.F];
    uint32_t Around = loopAround(Body, S.Event);
    for (const Block &B : Body.Blocks) {
      bool Other = B.Loop != None && B.Loop != Around &&
                   !liesIn(Body, Around, B.Loop);
      if (!Other)
        continue;
      for (uint32_t I = 0; I < B.NumEvents; ++I)
        if (B.FirstEvent + I > S.Event &&
            !A.Calls[S.F][B.FirstEvent + I].empty())
          return true;
    }
    return false;
  }

  void collectDispatches(DiscoveredLoop &D) const {
    std::vector<std::pair<FunctionId, unsigned>> Work;
    std::set<FunctionId> Seen{D.F};
    auto Scan = [&](Site S, unsigned Depth) {
      for (const CallEdge &To : A.Calls[S.F][S.Event]) {
        if (To.Kind == EdgeKind::Stored)
          D.Dispatches.push_back({S, To});
        else if (Depth < MaxDispatchDepth && Seen.insert(To.Callee).second)
          Work.push_back({To.Callee, Depth + 1});
      }
    };
    for (uint32_t E : D.Events)
      Scan({D.F, E}, 0);
    for (size_t I = 0; I < Work.size(); ++I) {
      auto [F, Depth] = Work[I];
      for (uint32_t E = 0; E < A.Calls[F].size(); ++E)
        Scan({F, E}, Depth);
    }
  }

  const Analyses &A;
  std::vector<std::vector<Site>> Callers;
  std::vector<Site> Waits;
  std::vector<DiscoveredLoop> Found;
};

} // namespace

std::vector<uint32_t> waitwise::eventsInLoop(const Function &Body,
                                             uint32_t Loop) {
  std::vector<uint32_t> Events;
  for (const Block &B : Body.Blocks)
    if (liesIn(Body, B.Loop, Loop))
      for (uint32_t I = 0; I < B.NumEvents; ++I)
        Events.push_back(B.FirstEvent + I);
  llvm::sort(Events);
  return Events;
}

bool waitwise::waitsForReadiness(const Analyses &A, Site S) {
  const Rule *R = A.Cond.rule(S);
  return R && R->WaitsForReadiness &&
         A.Cond.any(R->ReadinessUnless, S, nullptr) < Truth::Mixed;
}

std::vector<DiscoveredLoop> waitwise::discoverLoops(const Analyses &A) {
  return LoopFinder(A).run();
}
