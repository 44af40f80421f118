//===- solve/Effects.cpp - what running a function may do, bottom-up ------===//
//
// Sinks are taken worst first; from each a breadth-first search runs up the
// callers and claims every function that has no sink of that kind yet. So the
// first claim is the worst, and of those the nearest. Linear in the number of
// calls for each distinct latency.
//
//===----------------------------------------------------------------------===//
#include "solve/Effects.h"

#include "solve/Failures.h"
#include "solve/LoopBlocks.h"

#include "llvm/ADT/STLExtras.h"

#include <numeric>

using namespace waitwise;

Effects::Effects(const Analyses &A) : A(A), Judge(A, Waits), Held(A) {
  collectRegions();
  findSinks();
  spread();
}

void Effects::collectRegions() {
  std::map<std::tuple<FunctionId, LockId, uint32_t>, LockRegion> Of;
  std::vector<bool> Failure;
  // What is done under a lock when a library call fails keeps nobody waiting
  // that matters: it is done once, and the program goes down or carries on.
  auto Add = [&](Site S, const waitwise::Held &H) {
    uint32_t Block = blockOf(A.P.Functions[S.F], S.Event);
    bool Ordinary = A.Path.live(S) && !Failure[Block];
    if (!Ordinary || !Held.isRegion(S.F, H))
      return;
    LockRegion &R = Of[{S.F, H.Lock, H.Acquired}];
    R.Lock = H.Lock;
    R.F = S.F;
    R.Acquired = H.Acquired;
    R.Events.push_back(S.Event);
  };
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
    if (!Held.heldIn(F).empty())
      Failure = failureBlocks(A, F);
    for (const auto &[Event, Set] : Held.heldIn(F))
      for (const waitwise::Held &H : Set)
        Add({F, Event}, H);
  }
  for (auto &[Key, R] : Of)
    Regions.push_back(std::move(R));
}

void Effects::findSinks() {
  Found.clear();
  FirstFound.assign(1, 0);
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
    for (uint32_t E = 0; E < A.P.Functions[F].Events.size(); ++E) {
      bool Speaks = !A.K.rules({F, E}).empty() && A.Path.live({F, E});
      std::optional<Sink> K;
      if (Speaks)
        K = Judge.at({F, E}, nullptr);
      if (K)
        Found.push_back(std::move(*K));
    }
    FirstFound.push_back(Found.size());
  }
}

const Sink *Effects::sinkAt(Site S) const {
  for (uint32_t I = FirstFound[S.F]; I < FirstFound[S.F + 1]; ++I)
    if (Found[I].At.Event == S.Event)
      return &Found[I];
  return nullptr;
}

void Effects::spread() {
  size_t N = A.P.Functions.size();
  ByFunction.assign(N, {});
  WorstNs.assign(N, 0);
  std::vector<uint32_t> Order(Found.size());
  std::iota(Order.begin(), Order.end(), 0);
  llvm::sort(Order, [&](uint32_t X, uint32_t Y) {
    return std::tie(Found[Y].BadNs, X) < std::tie(Found[X].BadNs, Y);
  });
  for (size_t I = 0; I < Order.size();) {
    // All sinks of one latency start together, so that the nearest wins.
    uint64_t Ns = Found[Order[I]].BadNs;
    std::array<std::deque<FunctionId>, NumEffectKinds> Work;
    for (; I < Order.size() && Found[Order[I]].BadNs == Ns; ++I) {
      const Sink &K = Found[Order[I]];
      Worst &W = ByFunction[K.At.F][unsigned(K.Kind)];
      if (W.Sink != None)
        continue;
      W = {Order[I], 0, K.At.Event, None};
      Work[unsigned(K.Kind)].push_back(K.At.F);
    }
    for (unsigned Kind = 0; Kind < NumEffectKinds; ++Kind)
      climb(EffectKind(Kind), Ns, std::move(Work[Kind]));
  }
}

/// Breadth first up the callers, from functions that have the effect.
void Effects::climb(EffectKind Kind, uint64_t Ns,
                    std::deque<FunctionId> Work) {
  while (!Work.empty()) {
    FunctionId F = Work.front();
    Work.pop_front();
    WorstNs[F] = std::max(WorstNs[F], Ns);
    const Worst Here = ByFunction[F][unsigned(Kind)];
    if (A.isOpaque(F))
      continue;
    for (Site S : A.CalledBy.of(F)) {
      if (!A.Path.live(S))
        continue;
      Worst &Up = ByFunction[S.F][unsigned(Kind)];
      if (Up.Sink != None)
        continue;
      Up = {Here.Sink, Here.Distance + 1, S.Event, F};
      Work.push_back(S.F);
    }
  }
}

/// True if every call on the way from \p F down to its worst sink of a kind
/// is of high confidence.
bool Effects::isSure(FunctionId F, unsigned Kind) const {
  for (const Worst *W = &ByFunction[F][Kind]; W->Next != None;
       F = W->Next, W = &ByFunction[F][Kind])
    for (const CallEdge &To : A.Calls[F][W->NextEvent])
      if (To.Callee == W->Next && To.Conf != Confidence::High)
        return false;
  return true;
}

/// True if \p Lock, held at the entry of \p F, is let go of nowhere on the way
/// to its worst sink of a kind: save(); query(); restore();
bool Effects::staysHeld(LockId Lock, FunctionId F, unsigned Kind) const {
  for (; F != None; F = ByFunction[F][Kind].Next) {
    std::optional<std::set<uint32_t>> Here = Held.heldFromEntry(F, Lock);
    if (Here && !Here->count(ByFunction[F][Kind].NextEvent))
      return false;
  }
  return true;
}

/// The worst that a holder surely does while it holds the lock: whoever waits
/// for the lock is blamed for what somebody else does.
LockWait Effects::waitFor(const LockRegion &R) const {
  LockWait Wait;
  auto Consider = [&](const Sink &K) {
    if (K.BadNs <= Wait.Ns || K.Conf == Confidence::Low)
      return;
    Wait.Ns = K.BadNs;
    Wait.Detail = "held by '" + A.P.nameOf(R.F).str() + "' during '" +
                  K.Primitive + "'";
  };
  auto Below = [&](FunctionId Callee) {
    for (unsigned Kind = 0; Kind < NumEffectKinds; ++Kind) {
      const Worst &W = ByFunction[Callee][Kind];
      if (W.Sink != None && Found[W.Sink].BadNs > Wait.Ns &&
          isSure(Callee, Kind) &&
          Judge.releasedMeanwhile(Found[W.Sink].At) != R.Lock &&
          staysHeld(R.Lock, Callee, Kind))
        Consider(Found[W.Sink]);
    }
  };
  for (uint32_t E : R.Events) {
    Site S{R.F, E};
    if (Judge.releasedMeanwhile(S) == R.Lock)
      continue;
    if (std::optional<Sink> K = Judge.at(S, nullptr))
      Consider(*K);
    for (const CallEdge &To : A.Calls[R.F][E])
      if (!A.isOpaque(To.Callee) && To.Conf == Confidence::High)
        Below(To.Callee);
  }
  return Wait;
}

void Effects::solveLocks(llvm::ArrayRef<uint32_t> ContextBits) {
  // A holder that may run on the loop which waits for it is on the same thread:
  // no contention, and what it does there is reported for itself.
  auto OnLoop = [&](FunctionId F) {
    uint32_t Loops = 1u << unsigned(ContextKind::EventLoop) |
                     1u << unsigned(ContextKind::Coroutine) |
                     1u << unsigned(ContextKind::Gui);
    return (ContextBits[F] & Loops) != 0;
  };
  // Twice: a holder may itself wait for another lock.
  for (unsigned Round = 0; Round < 2; ++Round) {
    LockWaits Next;
    for (const LockRegion &R : Regions) {
      if (OnLoop(R.F))
        continue;
      LockWait W = waitFor(R);
      LockWait &Into = Next[R.Lock];
      if (W.Ns > Into.Ns)
        Into = std::move(W);
    }
    std::erase_if(Next, [](const auto &E) { return E.second.Ns == 0; });
    Waits = std::move(Next);
    findSinks();
    spread();
  }
}
