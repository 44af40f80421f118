//===- packs/Parts.h - the part a call plays in a construct ---------------===//
#ifndef WAITWISE_PACKS_PARTS_H
#define WAITWISE_PACKS_PARTS_H

#include <cstdint>

namespace waitwise {

/// What becomes of work whose result is thrown away.
enum class Drop : uint8_t { Fine, Waits, NeverRuns };

/// What a call is to a loop that waits by asking again and again.
enum class SpinPart : uint8_t {
  None,
  Reads,  ///< Tells the value of an object (receiver or arg 0).
  Tries,  ///< Takes it if it is free.
  Pauses, ///< Lets others run.
};

/// What a call is to a process that was forked, or forks.
enum class ForkRole : uint8_t {
  None,
  Forks,   ///< Returns twice; in the child it returns 0.
  Ends,    ///< Runs another program in the child's place.
  Waits,   ///< Waits for what another thread does.
  Shares,  ///< Works on an object (arg 0 or receiver) shared with the parent.
  Repairs, ///< Makes such objects the child's own.
};

} // namespace waitwise

#endif // WAITWISE_PACKS_PARTS_H
