//===- solve/State.h - what is held where, along the paths ----------------===//
//
// One forward data-flow per function that touches locks: before each event,
// the locks that are held on *every* path that leads there. RAII, manual and
// conditional locking (try_lock, owns_lock) are one mechanism. What it leaves
// held, and what it gives back for its caller, is what callers go by.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_STATE_H
#define WAITWISE_SOLVE_STATE_H

#include "solve/Locks.h"
#include "solve/Paths.h"

namespace waitwise {

struct Held {
  LockId Lock = None;
  NodeId Guard = None;
  uint32_t Acquired = None; ///< The event; None: held by the caller.
  friend bool operator==(const Held &, const Held &) = default;
  friend bool operator<(const Held &A, const Held &B) {
    return std::tie(A.Lock, A.Guard, A.Acquired) <
           std::tie(B.Lock, B.Guard, B.Acquired);
  }
};
using HeldSet = std::vector<Held>; ///< Sorted.

/// Held locks before each event that has any.
using HeldBefore = std::map<uint32_t, HeldSet>;

struct LockStates {
  HeldBefore Before;
  HeldSet AtExit; ///< Held on every way out.
  /// Locks, or guards from outside, that are given back without having been
  /// taken here, and how many calls down that is.
  std::map<LockId, unsigned> Dropped;
};

/// Runs the data-flow over one function, which is entered with \p Entry held.
LockStates heldLocks(const Function &Body, const LockActions &A,
                     const HeldSet &Entry = {});

} // namespace waitwise

#endif // WAITWISE_SOLVE_STATE_H
