//===- solve/Reach.h - which sinks a context reaches, top-down ------------===//
//
//   entries ──▶ nodes (function, constants of the parameters that matter)
//               breadth first, surest edges first ──▶ hits (sink, node)
//
// The first way to a node is the surest and, of those, the shortest; parents
// give the chain. Functions below which nothing blocks longer than the context
// can bear are not entered at all.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_REACH_H
#define WAITWISE_SOLVE_REACH_H

#include "solve/Effects.h"
#include "support/Limits.h"

#include <deque>

namespace waitwise {

/// A sink reached at a node.
struct Hit {
  const Sink *K = nullptr;
  uint32_t Node = None;
};

/// Explores one set of entries of one kind (for held locks: of one lock).
class Reach {
public:
  struct Start {
    llvm::ArrayRef<ContextEntry> All;  ///< Solution::Contexts.
    std::vector<uint32_t> Entries;     ///< Indices of those to start from.
    LockId Lock = None;                ///< For held locks.
    uint64_t ToleranceNs = 0;
    size_t MaxNodes = limits::NodesPerContext;
  };
  Reach(const Analyses &A, const Effects &E,
        llvm::ArrayRef<std::set<unsigned>> Matter, const Start &From);

  const std::vector<Hit> &hits() const { return Hits; }
  /// Steps from the entry down to the sink.
  std::vector<Step> chain(const Hit &H) const;
  /// Index of the entry that the chain starts from.
  uint32_t entryOf(const Hit &H) const;
  Confidence confidence(const Hit &H) const;
  /// All entries that reach one of the nodes, nearest first, as far as they
  /// are found within \p MaxNodes nodes.
  std::vector<uint32_t> entriesReaching(llvm::ArrayRef<uint32_t> Ends,
                                        size_t MaxNodes);

private:
  struct Node {
    FunctionId F = None;
    Binding Known;
    uint32_t Entry = None;   ///< Start node: index of the entry.
    bool Region = false;     ///< Only the entry's events.
    bool Done = false;
    uint32_t Parent = None, ParentEvent = None;
    EdgeKind How = EdgeKind::Direct;
    Confidence Conf = Confidence::High;
    llvm::SmallVector<uint32_t, 2> Preds;
    uint32_t Search = 0; ///< The last search for entries that came here.
  };
  void start();
  void visit(uint32_t N);
  void visitEvent(uint32_t N, uint32_t Event);
  const Sink *sinkAt(Site S, const Binding &Known);
  void follow(uint32_t N, uint32_t Event, const CallEdge &To);
  bool relevant(const Sink &K, Site S) const;
  bool mayRun(const CallEdge &To, const Value &Run) const;
  Value passed(const Node &From, const Value &Arg) const;
  Binding bindingFor(const Node &From, uint32_t Event, FunctionId Callee);
  std::vector<bool> reachableBlocks(const Node &N) const;
  uint32_t nodeFor(FunctionId F, const Binding &B);

  const Analyses &A;
  const Effects &E;
  llvm::ArrayRef<std::set<unsigned>> Matter;
  const Start &From;
  std::deque<Node> Nodes;
  llvm::DenseMap<FunctionId, uint32_t> Plain; ///< Nodes without constants.
  std::map<std::pair<FunctionId, std::vector<std::pair<unsigned, Value>>>,
           uint32_t> Index;
  std::map<FunctionId, unsigned> Bindings;
  std::deque<uint32_t> Queue[3]; ///< By confidence.
  std::vector<Hit> Hits;
  uint32_t Searches = 0;
  std::deque<Sink> Bound; ///< Sinks that the caller's constants change.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_REACH_H
