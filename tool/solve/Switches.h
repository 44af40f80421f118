//===- solve/Switches.h - where a coroutine goes on -----------------------===//
//
//   co_await schedule_on(pool);     own ─▶ pool
//   compute();                      on the pool
//   co_await schedule_on(loop);     pool ─▶ loop
//
// A forward data-flow like that of State, but over what *may* be: where paths
// meet, an event belongs to every context that one of them brings along.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_SWITCHES_H
#define WAITWISE_SOLVE_SWITCHES_H

#include "solve/Analyses.h"

#include <map>

namespace waitwise {

/// Where the events of one coroutine run.
struct SwitchedEvents {
  /// Where the coroutine was started: the rest is as if it never switched.
  std::vector<uint32_t> Own;
  struct Part {
    std::vector<uint32_t> Events; ///< Sorted.
    uint32_t By = None;           ///< The first call that switches there.
    const Rule *R = nullptr;
  };
  std::map<ContextKind, Part> Elsewhere; ///< Empty: it does not switch.
};

SwitchedEvents switchedEvents(const Analyses &A, FunctionId F);

/// Where the executor that an operand is runs things, if its type says.
std::optional<ContextKind> executorOf(const Analyses &A, const Operand &O,
                                      const Event &E);

} // namespace waitwise

#endif // WAITWISE_SOLVE_SWITCHES_H
