//===- solve/Locks.h - which lock, and what an event does to it -----------===//
//
// A lock is known by the field or variable that holds it, or, inside one
// function, by the local or parameter. Guards are objects whose life (or whose
// lock() and unlock()) says when their locks are held.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_LOCKS_H
#define WAITWISE_SOLVE_LOCKS_H

#include "solve/Conditions.h"

#include <map>

namespace waitwise {

/// A lock: the flow node it lives in.
using LockId = NodeId;

/// What one event does to locks.
struct LockAction {
  enum What : uint8_t {
    Acquire,
    Release,
    Query,
    EndOfLife,
    Transfer,
    HandOver, ///< What is held without a guard goes to one.
  } W;
  LockId Lock = None;   ///< None for actions on a guard's own locks.
  NodeId Guard = None;  ///< The guard object, if any.
  NodeId From = None;   ///< Transfer: the guard that gives its locks away.
  bool Deferred = false; ///< The guard knows the lock but does not hold it.
  bool Try = false;      ///< Held only if the result is non-zero …
  bool TryZero = false;  ///< … or zero.
  bool Outer = false;    ///< The lock or guard is not this function's own: a
                         ///< parameter, or a guard in a field.
  unsigned Depth = 0;    ///< Calls down to where it is done; 0: right here.
};

/// The actions of every event of one function, and each guard's locks.
struct LockActions {
  std::map<uint32_t, llvm::SmallVector<LockAction, 2>> ByEvent;
  std::map<NodeId, llvm::SmallVector<LockId, 2>> GuardLocks;
};

class Locks {
public:
  Locks(const Program &P, const FlowGraph &Flow, const Conditions &Cond)
      : P(P), Flow(Flow), Cond(Cond) {}

  LockActions actions(FunctionId F) const;
  /// The lock a value names; None if it has no place.
  LockId lockOf(FunctionId F, const Value &V) const;
  /// The lock that an operand of a rule names.
  LockId lockFor(Site S, const Operand &O) const;
  /// "Server::mutex_", "m", …, for messages.
  std::string nameOf(LockId L) const;
  /// The guard object that an event makes, works on or destroys.
  NodeId guardOf(Site S) const;

private:
  void addAcquire(Site S, const Rule &R, LockActions &Into) const;
  void addGuardAcquire(Site S, const LockSpec &Spec, LockActions &Into) const;
  void addRelease(Site S, const LockSpec &Spec, LockAction::What W,
                  LockActions &Into) const;
  void addOpening(Site S, LockId L, LockActions &Into) const;
  void addTransfer(Site S, const Rule &R, LockActions &Into) const;
  void addEndOfLife(Site S, LockActions &Into) const;
  void markOuter(LockActions &Into) const;

  const Program &P;
  const FlowGraph &Flow;
  const Conditions &Cond;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_LOCKS_H
