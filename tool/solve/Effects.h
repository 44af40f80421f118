//===- solve/Effects.h - what running a function may do, bottom-up --------===//
//
// For every function and kind of effect: the worst sink it may reach and the
// shortest way there. Also where locks are held, and so how long taking a lock
// may wait: as long as the worst that any of its holders does meanwhile.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_EFFECTS_H
#define WAITWISE_SOLVE_EFFECTS_H

#include "solve/LockEffects.h"
#include "solve/Sinks.h"

#include <array>
#include <deque>

namespace waitwise {

/// The worst effect of one kind that a function may have.
struct Worst {
  uint32_t Sink = None;     ///< Index of the sink, or None.
  uint32_t Distance = 0;    ///< Calls down to it.
  uint32_t NextEvent = None; ///< The call (or sink) in this function.
  FunctionId Next = None;   ///< Whom it calls; None: the sink is here.
};

/// Calls of one function during which it holds one lock.
struct LockRegion {
  LockId Lock = None;
  FunctionId F = None;
  uint32_t Acquired = None;      ///< The event that took it.
  std::vector<uint32_t> Events;  ///< Sorted.
};

class Effects {
public:
  explicit Effects(const Analyses &A);
  /// Second step, when contexts are known: how long locks wait. \p ContextBits
  /// as contextsOfFunctions() gives them.
  void solveLocks(llvm::ArrayRef<uint32_t> ContextBits);

  /// By site.
  const std::vector<Sink> &sinks() const { return Found; }
  /// What an event is whatever its callers pass, or null.
  const Sink *sinkAt(Site S) const;
  const Worst &worst(FunctionId F, EffectKind K) const {
    return ByFunction[F][unsigned(K)];
  }
  /// Worst bad case over all kinds, in ns; 0 if none.
  uint64_t worstNs(FunctionId F) const { return WorstNs[F]; }
  const std::vector<LockRegion> &regions() const { return Regions; }
  const LockEffects &locks() const { return Held; }
  const Sinks &judge() const { return Judge; }

private:
  void collectRegions();
  void findSinks();
  void spread();
  void climb(EffectKind Kind, uint64_t Ns, std::deque<FunctionId> Work);
  bool isSure(FunctionId F, unsigned Kind) const;
  bool staysHeld(LockId Lock, FunctionId F, unsigned Kind) const;
  LockWait waitFor(const LockRegion &R) const;

  const Analyses &A;
  LockWaits Waits;
  Sinks Judge;
  std::vector<Sink> Found;
  std::vector<uint32_t> FirstFound; ///< By function, and one for the end.
  std::vector<std::array<Worst, NumEffectKinds>> ByFunction;
  std::vector<uint64_t> WorstNs;
  LockEffects Held;
  std::vector<LockRegion> Regions;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_EFFECTS_H
