//===- model/Steps.h - places in bodies and ways between them -------------===//
#ifndef WAITWISE_MODEL_STEPS_H
#define WAITWISE_MODEL_STEPS_H

#include "model/CallTable.h"
#include "model/Program.h"

namespace waitwise {

/// One event of one function.
struct Site {
  FunctionId F = None;
  uint32_t Event = None;
  friend bool operator==(const Site &, const Site &) = default;
  friend bool operator<(const Site &A, const Site &B) {
    return std::tie(A.F, A.Event) < std::tie(B.F, B.Event);
  }
};

/// Calls \p Visit with the site of every event of every body, in order.
template <typename Fn> void forEachSite(const Program &P, Fn Visit) {
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    for (uint32_t E = 0; E < P.Functions[F].Events.size(); ++E)
      Visit(Site{F, E});
}

/// One step of a chain: F calls on at Event.
struct Step {
  Site At;
  EdgeKind How = EdgeKind::Direct; ///< How the *next* function is reached.
};

} // namespace waitwise

#endif // WAITWISE_MODEL_STEPS_H
