//===- solve/FlowGraph.h - where values come from and go to ---------------===//
//
// One node per slot of the program: parameters, locals, `this`, the returned
// value and the result of every event of every function; one per field and per
// variable with static storage. An edge says that a value moves. Function
// values are pushed forward along edges (targets); every other question (where
// was this descriptor made, which mutex is this?) is asked backward on demand.
// Field-based and flow-insensitive: fast, and wrong only where two objects of
// one class are used differently.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_FLOWGRAPH_H
#define WAITWISE_SOLVE_FLOWGRAPH_H

#include "model/Solution.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

#include <deque>

namespace waitwise {

using NodeId = uint32_t;

/// What a node stands for.
struct NodeInfo {
  Value V;                ///< Field and Global: program-wide.
  FunctionId F = None;    ///< None for fields and globals.
};

/// Everything that may have flowed into a node.
struct Origins {
  std::vector<Site> Results;    ///< Calls whose result it may be.
  std::vector<NodeId> Roots;    ///< Slots that nothing is known to flow into.
  std::vector<NodeId> Visited;  ///< All slots on the way, nearest first.
  std::vector<Value> Constants; ///< Constants moved into any of them.
  bool Truncated = false;
};

class FlowGraph {
public:
  explicit FlowGraph(const Program &P);

  /// The node of a slot as function \p F names it; None for constants.
  NodeId node(FunctionId F, const Value &V) const;
  NodeInfo info(NodeId N) const;
  /// The interpreter lock of Python: one, and no slot of the program.
  NodeId interpreterLock() const { return EntityBase + P.Entities.size(); }
  size_t size() const { return Succs.Heads.size(); }

  /// \p From moves into \p To: an edge, a target or a constant.
  void move(FunctionId F, const Value &From, NodeId To);
  void addEdge(NodeId From, NodeId To);
  /// As move(), into a library's object that may keep the value among others.
  void keep(FunctionId F, const Value &From, NodeId To);
  void addTarget(NodeId N, EntityId Function);

  /// Pushes targets along edges until nothing changes. True if any set grew.
  bool propagate();
  /// Functions that the slot may hold, sorted.
  llvm::ArrayRef<EntityId> targets(NodeId N) const {
    return N == None ? llvm::ArrayRef<EntityId>() : TargetSets[TargetsAt[N]];
  }
  /// As targets(), also for a value that names a function itself.
  llvm::SmallVector<EntityId, 2> targetsOf(FunctionId F, const Value &V) const;

  /// Walks backward from a slot, out of what libraries keep, too, unless
  /// \p Kept is false. Bounded by Limits.h.
  Origins origins(NodeId N, bool Kept = true) const;
  llvm::SmallVector<NodeId, 8> predecessors(NodeId N) const;
  /// Constants that move into the slot itself.
  llvm::SmallVector<Value, 4> constants(NodeId N) const;

private:
  /// One list per node, chained through one array.
  template <typename T> struct Lists {
    struct Link {
      T Item;
      uint32_t Next;
    };
    std::vector<uint32_t> Heads;
    std::vector<Link> Links;

    void push(NodeId N, const T &Item) {
      Links.push_back({Item, Heads[N]});
      Heads[N] = Links.size() - 1;
    }
    bool empty(NodeId N) const { return Heads[N] == None; }
    template <typename Fn> void forEach(NodeId N, Fn Visit) const {
      for (uint32_t I = Heads[N]; I != None; I = Links[I].Next)
        Visit(Links[I].Item);
    }
    /// True if it is among the last few: no others are looked at.
    bool endsWith(NodeId N, const T &Item) const;
  };
  void addConstant(Value Constant, NodeId To);
  llvm::SmallVector<EntityId, 1> &targetsAt(NodeId N);
  void addLeaf(NodeId N, Origins &Into) const;

  const Program &P;
  std::vector<uint32_t> Base; ///< First node of each function.
  uint32_t EntityBase = 0;
  Lists<NodeId> Succs, Preds;
  Lists<Value> Constants;
  std::vector<uint32_t> TargetsAt; ///< By node: its set; 0 is the empty one.
  std::deque<llvm::SmallVector<EntityId, 1>> TargetSets;
  llvm::DenseSet<uint64_t> KeptEdges;
  std::vector<NodeId> Work;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_FLOWGRAPH_H
