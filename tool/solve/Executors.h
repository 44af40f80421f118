//===- solve/Executors.h - where an executor runs things ------------------===//
//
//   asio::thread_pool few(hardware_concurrency());    a cpu-pool
//   asio::thread_pool many(64);                       an io-pool
//   any_io_executor ex = few.get_executor();          … by where it was made
//
// The type says what packs know of it; where the value was made says how many
// threads there are, and which of several executors a type that stands for any
// of them is.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_EXECUTORS_H
#define WAITWISE_SOLVE_EXECUTORS_H

#include "solve/Pools.h"

namespace waitwise {

/// Where something is run, and why.
struct Executor {
  ContextKind Kind = ContextKind::AnyPool;
  std::string Text;         ///< "a thread for each core (…)", or empty.
  int64_t Threads = 0;      ///< 0: no one number.
  std::set<NodeId> Objects; ///< Where it was made, if that is seen.
};

class Executors {
public:
  Executors(const Analyses &A, const ThreadCounts &Counts,
            llvm::ArrayRef<DiscoveredPool> Pools);

  /// The executor that an operand of a call is; none if that is not known, or
  /// if it is one in some places and another in others.
  std::optional<Executor> of(Site S, const Operand &O) const;
  /// The executor that a value of \p F is. \p Type may be None.
  std::optional<Executor> of(FunctionId F, const Value &V, TypeId Type) const;

private:
  void noteSized(Site S, const Rule &R);
  void noteMade(const DiscoveredPool &Pool, const ThreadCounts &Counts);
  TypeId typeOf(NodeId N) const;

  const Analyses &A;
  const ThreadCounts &Counts;
  std::map<NodeId, ThreadCount> Sized; ///< By what was made or changed.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_EXECUTORS_H
