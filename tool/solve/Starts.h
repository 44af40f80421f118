//===- solve/Starts.h - every place that starts work ----------------------===//
//
//   rules ──▶ sites ──▶ what is run ──▶ its class, waits, what it shares
//                  └──▶ how many at a time (HowMany.h)
//                                      └──▶ the model that suits (Advise.h)
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_STARTS_H
#define WAITWISE_SOLVE_STARTS_H

#include "solve/Effects.h"

namespace waitwise {

/// Fills S.Starts, by place. Costs, classes and contexts must be known.
void findStarts(const Analyses &A, const Effects &E, Solution &S);

/// The work that a call of `fork` leaves to the child.
struct ChildWork {
  std::vector<uint32_t> Events; ///< What only the child does.
  bool GoesOn = false;          ///< The child returns to the caller, too.
  bool IsWholeRest = false;     ///< The parent ends: it only goes elsewhere.
};
ChildWork childWork(const Analyses &A, Site Fork);

/// What work shares with other threads: names it captures by reference or
/// writes, locks it takes.
struct SharedState {
  std::vector<std::string> Texts; ///< Sorted.
  bool Changes = false;
};
SharedState sharedBy(const Analyses &A, const Effects &E, Site Start,
                     FunctionId Body);
/// True if most of what \p Body computes is done under the interpreter lock.
bool holdsInterpreterLock(const Analyses &A, const Effects &E,
                          const Solution &S, FunctionId Body);
/// Tells which starts make more threads compute than there are cores.
void findOversubscription(const Analyses &A, Solution &S);
/// True if \p Body waits for work in a loop until it is told to stop.
bool servesOn(const Analyses &A, const Effects &E, FunctionId Body);

} // namespace waitwise

#endif // WAITWISE_SOLVE_STARTS_H
