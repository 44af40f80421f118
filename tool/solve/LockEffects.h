//===- solve/LockEffects.h - what a call does to its caller's locks -------===//
//
//   void take() { m.lock(); }              take(): m is held afterwards
//   auto hold() { return std::unique_lock(m); }  the result holds m
//   struct Guard { Guard(M &m) …; ~Guard() … }   a guard class of one's own
//
// Bottom-up: what the rules say of library calls, then, caller by caller, what
// the program's own functions do. A lock that only its own class handles (a
// wrapper of a mutex) is known by the object that the caller names.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_LOCKEFFECTS_H
#define WAITWISE_SOLVE_LOCKEFFECTS_H

#include "solve/Analyses.h"
#include "solve/State.h"

#include <deque>

namespace waitwise {

/// A lock as a function knows it, to be translated for each caller.
struct LockRef {
  LockId Lock = None;
  uint32_t Param = None; ///< It is, or is held by, this parameter.
  bool Own = false;      ///< It is part of the object the method is called on.
  bool Try = false;      ///< Taken only if the result is true.
  unsigned Depth = 0;    ///< Calls down to where it is done.
  friend bool operator==(const LockRef &, const LockRef &) = default;
};

/// What a call leaves behind.
struct LockEffect {
  std::vector<LockRef> Acquires; ///< Held on every way out.
  std::vector<LockRef> Releases; ///< Given back, but not taken by the callee.
  std::vector<LockRef> Returned; ///< Held by the guard that is the result.
  bool empty() const {
    return Acquires.empty() && Releases.empty() && Returned.empty();
  }
  friend bool operator==(const LockEffect &, const LockEffect &) = default;
};

class LockEffects {
public:
  explicit LockEffects(const Analyses &A);

  /// What each event of a function does to locks, calls of the program's own
  /// functions included.
  const LockActions &actionsIn(FunctionId F) const { return Actions[F]; }
  /// Locks that are held before each event.
  const HeldBefore &heldIn(FunctionId F) const { return States[F].Before; }
  /// True if the lock that \p F takes at an event is its own to give back: it
  /// does so itself or through a helper. If not, taking it is a hand-over (a
  /// lock taken at the start that a loop gives back whenever it waits).
  bool isRegion(FunctionId F, const Held &H) const;
  /// Events of \p F during which \p L is held if it is at the entry; nullopt
  /// if the function never lets go of it.
  std::optional<std::set<uint32_t>> heldFromEntry(FunctionId F,
                                                  LockId L) const;

private:
  void forgetOtherFields();
  void findWrappers();
  void addCallers(FunctionId F, std::deque<FunctionId> &To) const;
  void solve(FunctionId F);
  void addCalls(FunctionId F, LockActions &Into) const;
  void addCall(Site S, const LockEffect &E, bool Sure, LockActions &Into) const;
  void addRef(Site S, const LockRef &R, LockAction::What W,
              LockActions &Into) const;
  void addReturned(Site S, const LockRef &R, LockActions &Into) const;
  void addConstruction(Site S, const LockRef &R, LockActions &Into) const;
  bool isGuardClass(Site S) const;
  LockEffect effectOf(FunctionId F) const;
  std::optional<LockRef> refFor(FunctionId F, LockId L) const;
  bool returns(FunctionId F, NodeId Guard) const;
  void addTried(FunctionId F, LockEffect &Into) const;

  const Analyses &A;
  std::vector<LockActions> FromRules, Actions;
  std::vector<LockStates> States;
  std::vector<LockEffect> Of;
  std::set<LockId> UsedInside; ///< Locks under which their own class works.
  std::set<EntityId> Droppers; ///< Classes whose destructor releases a lock.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_LOCKEFFECTS_H
