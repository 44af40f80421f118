//===- solve/Paths.h - which blocks matter --------------------------------===//
//
// A path that ends the process blocks nobody: blocks from which every way on
// leads into a call that does not return are dead here, and so is what follows
// such a call. Functions that never return are inferred, so that a project's
// own die() counts as abort() does. Dead, too, is what a program does while an
// object of its own, made by new and kept in a global pointer, is not there
// (yet, or any more), unless that makes the object:
//
//   if (logger) logger->put(line);      while the program runs
//   else         std::cout << line;      before and after that
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_PATHS_H
#define WAITWISE_SOLVE_PATHS_H

#include "solve/Callers.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <optional>
#include <set>

namespace waitwise {

/// The way of a two-way branch that nothing takes: 0, 1, or neither.
using ClosedWay = llvm::function_ref<std::optional<unsigned>(const Branch &)>;
/// By block: true if it is reached from the entry over ways that are open.
std::vector<bool> reachedWithout(const Function &Body, ClosedWay Closed);

class Paths {
public:
  Paths(const Program &P, const CallTable &Calls, const Callers &CalledBy);

  /// True if the event can happen on a path that goes on.
  bool live(Site S) const { return LiveEvent[S.F][S.Event]; }
  bool liveBlock(FunctionId F, uint32_t Block) const {
    return LiveBlock[F][Block];
  }
  bool neverReturns(FunctionId F) const { return NoReturn[F]; }

private:
  void collectSingletons();
  std::optional<unsigned> absentWay(FunctionId F, const Branch &C) const;
  bool callNeverReturns(Site S) const;
  bool analyse(FunctionId F);
  std::vector<bool> reachable(FunctionId F,
                              const std::vector<bool> &Ends) const;
  void markEvents(FunctionId F);

  const Program &P;
  const CallTable &Calls;
  /// Global pointers to objects made by new, and who sets them.
  std::map<EntityId, std::set<FunctionId>> Singletons;
  std::vector<bool> NoReturn;
  std::vector<std::vector<bool>> LiveBlock, LiveEvent;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_PATHS_H
