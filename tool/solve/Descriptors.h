//===- solve/Descriptors.h - what kind of descriptor, and does it block? --===//
//
// Packs say where descriptors are made (`creates`) and made non-blocking
// (`sets-nonblocking`). Both are followed through the flow graph: backward
// from the use to the calls that made it, backward from the setter to mark
// all it may have been applied to.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_DESCRIPTORS_H
#define WAITWISE_SOLVE_DESCRIPTORS_H

#include "solve/Conditions.h"

#include <map>

namespace waitwise {

/// What is known of a descriptor where it is used.
struct DescriptorFacts {
  bool Known = false;        ///< At least one place that makes it was found.
  bool MaybeFile = false;    ///< … and it opens a file.
  bool MaybeBlocking = false; ///< … and it is a socket, pipe … that blocks.
  bool MaybeNonblocking = false;
  bool StandardInput = false, StandardOutput = false;
  bool FromCaller = false;   ///< Comes in by a parameter nobody here fills.
  bool Ready = false;        ///< Handed to a callback that was told of it.
  CreatesSpec::What What = CreatesSpec::Other; ///< Of the one that blocks.
};

class Descriptors {
public:
  Descriptors(const Program &P, const Knowledge &K, const FlowGraph &Flow,
              const Conditions &Cond);

  DescriptorFacts facts(FunctionId F, const Value &V) const;
  Truth nonblocking(FunctionId F, const Value &V) const;
  /// Parameter slots through which event loops hand over ready descriptors.
  void setReady(std::set<NodeId> Nodes) {
    Ready = std::move(Nodes);
    Memo.clear();
  }

private:
  struct Birth {
    CreatesSpec::What What;
    bool Nonblocking;
  };
  void collectBirths(Site S);
  void collectSetters(Site S);
  DescriptorFacts compute(NodeId N) const;

  const Program &P;
  const Knowledge &K;
  const FlowGraph &Flow;
  const Conditions &Cond;
  std::map<NodeId, std::vector<Birth>> Births;
  std::vector<bool> Marked; ///< By node: a setter may have been applied.
  std::set<NodeId> Ready;
  mutable std::map<NodeId, DescriptorFacts> Memo;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_DESCRIPTORS_H
