//===- solve/HowMany.h - how many are started at a time -------------------===//
//
//   for (;;) { fd = accept(…); start(fd); }     per connection
//   for (const Item &i : items) start(i);       per item
//   for (int i = 0; i < 4; ++i) start(i);       bounded
//   for (const Job &j : jobs) { start(j); join(); }   one
//
// The loops around a start say so, in its function and in those that call it;
// a loop that waits for what it started, before it starts the next, does not
// count.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_HOWMANY_H
#define WAITWISE_SOLVE_HOWMANY_H

#include "solve/Analyses.h"

namespace waitwise {

class HowManyFinder {
public:
  HowManyFinder(const Analyses &A, const Solution &S);

  Multiplicity of(Site Start) const;

private:
  /// A call on the way from a loop down to the start.
  struct Level {
    Site At;
    EdgeKind How = EdgeKind::Direct; ///< How At reaches what is below it.
    unsigned Depth = 0;              ///< Calls below it.
    uint32_t Below = None;           ///< The level that At calls.
  };
  /// What the loops around one level say, and whether the started work has
  /// ended when its function returns.
  struct Verdict {
    Multiplicity Times;
    bool IsJoined = false;
  };
  Verdict judge(const Level &L, Site Start) const;
  Multiplicity inLoop(const Level &L, uint32_t Loop, Site Start) const;
  Multiplicity endless(const Level &L, uint32_t Loop) const;
  Multiplicity inCallback(const Level &L) const;
  void addCallers(const Level &L, uint32_t Index, std::set<FunctionId> &Seen,
                  std::vector<Level> &Levels) const;
  bool accepts(Site S) const;
  uint32_t acceptsBefore(Site At, uint32_t Loop) const;
  bool joins(Site S, RoomOrEnd Until) const;
  bool joinsAfter(Site At, uint32_t Loop, Site Start, RoomOrEnd Until) const;
  bool isRetry(Site At, uint32_t Loop) const;
  bool isCounted(Site At, uint32_t Loop) const;
  bool isOwnSlot(Site At, uint32_t Loop) const;
  bool waitsForEvents(FunctionId F, uint32_t Loop) const;

  const Analyses &A;
  const Solution &S;
  std::set<Site> Blocks;              ///< Calls that may block.
  std::set<Site> Accepts;             ///< Calls that take a connection.
  std::set<FunctionId> Accepting;     ///< Functions that do, by calling one.
  std::set<FunctionId> OnConnection;  ///< Called for each connection.
  std::set<FunctionId> Joining;       ///< Functions that join what they can.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_HOWMANY_H
