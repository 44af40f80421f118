//===- solve/Sinks.h - does this call block, and for how long? ------------===//
#ifndef WAITWISE_SOLVE_SINKS_H
#define WAITWISE_SOLVE_SINKS_H

#include "solve/Analyses.h"

#include <set>

namespace waitwise {

/// The bad case of taking a lock, from what its holders do meanwhile.
struct LockWait {
  uint64_t Ns = 0;
  std::string Detail; ///< "held by 'flush' during 'fsync'"
};
using LockWaits = std::map<LockId, LockWait>;

class Sinks {
public:
  Sinks(const Analyses &A, const LockWaits &Waits) : A(A), Waits(Waits) {}

  /// The sink that event \p S is, with the constants of \p B; none if it
  /// cannot block.
  std::optional<Sink> at(Site S, const Binding *B) const;
  /// The lock that this event, a wait, releases meanwhile; or None.
  LockId releasedMeanwhile(Site S) const;

private:
  std::optional<Sink> apply(Site S, const Rule &R, const Binding *B) const;
  bool judge(Site S, const Rule &R, const Binding *B, Sink &K) const;
  std::optional<uint64_t> timeInFields(Site S, const Value &Struct,
                                       const BlocksSpec &Spec) const;
  bool limitByTimeout(Site S, const BlocksSpec &Spec, const Binding *B,
                      Sink &K) const;
  void waitForLocks(Site S, const BlocksSpec &Spec, Sink &K) const;
  bool classifyDescriptor(Site S, const BlocksSpec &Spec, Sink &K) const;
  void setLatency(Sink &K, uint64_t Ns) const;

  const Analyses &A;
  const LockWaits &Waits;
};

/// Parameters of each function on whose constants it depends whether a sink
/// in it, or below it, blocks, which way a branch goes, or what is called.
std::vector<std::set<unsigned>> parametersThatMatter(const Analyses &A);

} // namespace waitwise

#endif // WAITWISE_SOLVE_SINKS_H
