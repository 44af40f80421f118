//===- report/CallSearch.h - shortest chains over resolved calls ----------===//
//
// Breadth-first over Solution::Calls. Ties go to the call that stands first,
// so that the same program gives the same chains.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_REPORT_CALLSEARCH_H
#define WAITWISE_REPORT_CALLSEARCH_H

#include "model/Solution.h"

#include "llvm/ADT/ArrayRef.h"

namespace waitwise {

class CallSearch {
public:
  explicit CallSearch(const Solution &S);

  /// Starts from the whole body of \p F.
  void addStart(FunctionId F);
  /// Starts from a context entry: its body, or the events that run there.
  void addStart(const ContextEntry &E);
  /// Visits everything that is reached.
  void run();

  bool reached(FunctionId F) const { return Seen[F]; }
  /// Functions reached, nearest first. One that first ran in part stands here
  /// twice.
  llvm::ArrayRef<FunctionId> order() const { return Order; }
  /// The calls that lead to \p F, from a start down; empty for a start.
  std::vector<Step> chainTo(FunctionId F) const;

private:
  void follow(FunctionId F, uint32_t Event);

  const Solution &S;
  std::vector<bool> Seen;
  std::vector<Step> From; ///< The call through which a function was reached.
  std::vector<FunctionId> Order;
  std::vector<bool> InPart; ///< Starts of which only some events run.
};

} // namespace waitwise

#endif // WAITWISE_REPORT_CALLSEARCH_H
