//===- solve/EdgeLists.h - calls while they are being resolved ------------===//
//
// One list of edges per event, chained through one array: most events have one
// edge or none. packed() gives the table that everything later reads.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_EDGELISTS_H
#define WAITWISE_SOLVE_EDGELISTS_H

#include "model/Solution.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace waitwise {

class EdgeLists {
public:
  explicit EdgeLists(const Program &P)
      : Numbers(P), Heads(Numbers.size(), None) {}

  /// Adds an edge, unless there is one to the same callee. True if it is new.
  bool add(Site S, const CallEdge &To);
  bool empty(Site S) const { return head(S) == None; }
  /// How many edges there are in all.
  size_t size() const { return Links.size(); }
  void forEach(Site S, llvm::function_ref<void(CallEdge &)> Visit);

  /// By event, sorted by callee.
  CallTable packed() const;

private:
  struct Link {
    CallEdge Edge;
    uint32_t Next;
  };
  uint32_t head(Site S) const { return Heads[Numbers.of(S.F, S.Event)]; }

  EventNumbers Numbers;
  std::vector<uint32_t> Heads;
  std::vector<Link> Links;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_EDGELISTS_H
