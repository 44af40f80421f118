//===- solve/ThreadCounts.h - how many threads a pool has -----------------===//
//
//   n ◀ threads_ ◀ max(1, cores() - 1) ◀ hardware_concurrency()   the cores
//   n ◀ 8                                                         a number
//   n ◀ stoi(text)                                                a number
//   n ◀ a parameter that nobody passes                            not seen
//
// A number of threads is followed backward through slots, arithmetic and
// calls, over all files. It is the cores only if nothing else can arrive:
// a constant that stands in for them (`if (n == 0) n = 2`, a limit) is no
// other number, one that some caller passes is. A multiple of the cores is for
// waiting.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_THREADCOUNTS_H
#define WAITWISE_SOLVE_THREADCOUNTS_H

#include "solve/Analyses.h"

namespace waitwise {

/// How many threads, and who says so.
struct ThreadCount {
  ContextKind Kind = ContextKind::AnyPool; ///< The pool that this makes.
  int64_t Threads = 0;                     ///< 0: no one number.
  std::string Text = "a number of threads that is not seen";
  Location At;

  friend bool operator==(const ThreadCount &, const ThreadCount &) = default;
};

class ThreadCounts {
public:
  explicit ThreadCounts(const Analyses &A);

  /// The number of threads that a value of \p F is. With \p Made, what is
  /// passed to constructors is only what is passed there.
  ThreadCount of(FunctionId F, const Value &V, Site Made = {}) const;
  /// How many threads a place that starts one starts, by the loops around it,
  /// here and in the callers.
  ThreadCount startedAt(Site Start, Site Made = {}) const;

private:
  struct Search;
  Search follow(FunctionId F, const Value &V, Site Made) const;
  void visit(Search &To, FunctionId F, const Value &V) const;
  void visitNode(Search &To, NodeId N) const;
  void visitParameter(Search &To, const NodeInfo &I) const;
  void visitResult(Search &To, FunctionId F, uint32_t Event) const;
  void add(Search &To, FunctionId F, const Value &V) const;
  ThreadCount inLoop(FunctionId F, uint32_t Loop, Site Made) const;
  ThreadCount sizeOf(FunctionId F, const Value &Container, Site Made) const;
  bool isOne(Site Start) const;
  std::vector<Site> callersOf(llvm::ArrayRef<Site> Level,
                              std::set<FunctionId> &Seen) const;

  const Analyses &A;
  /// Calculated from what, by slot.
  std::map<NodeId, std::vector<std::pair<FunctionId, Move>>> Computed;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_THREADCOUNTS_H
