//===- solve/LoopBlocks.h - blocks and events of loops --------------------===//
#ifndef WAITWISE_SOLVE_LOOPBLOCKS_H
#define WAITWISE_SOLVE_LOOPBLOCKS_H

#include "model/Program.h"

namespace waitwise {

/// The block that an event stands in, or None.
inline uint32_t blockOf(const Function &Body, uint32_t Event) {
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    if (Event >= Body.Blocks[B].FirstEvent &&
        Event < Body.Blocks[B].FirstEvent + Body.Blocks[B].NumEvents)
      return B;
  return None;
}

/// True if \p Loop is \p Outer or lies in it; everything lies in None.
inline bool liesIn(const Function &Body, uint32_t Loop, uint32_t Outer) {
  while (Loop != None && Loop != Outer)
    Loop = Body.Loops[Loop].Parent;
  return Loop == Outer;
}

/// The innermost loop around an event, or None.
inline uint32_t loopAround(const Function &Body, uint32_t Event) {
  uint32_t B = blockOf(Body, Event);
  return B == None ? None : Body.Blocks[B].Loop;
}

/// True if a way leads from the end of block \p From to block \p To in the same
/// turn of \p Loop: inside it, and not through its header. None: any way.
bool leadsTo(const Function &Body, uint32_t From, uint32_t To, uint32_t Loop);

/// True if event \p Later can follow event \p Earlier, in the same turn of
/// \p Loop; None: at all.
bool canFollow(const Function &Body, uint32_t Earlier, uint32_t Later,
               uint32_t Loop);

} // namespace waitwise

#endif // WAITWISE_SOLVE_LOOPBLOCKS_H
