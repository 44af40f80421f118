//===- solve/Completed.h - what is there already need not be waited for ---===//
//
//   if (f.wait_for(0s) == std::future_status::ready) f.get();   does not wait
//   if (isReady(f)) f.get();                  … nor where a helper asked
//   promise.set_value(1); auto f = promise.get_future();        f is there
//
// Along the paths of one function, by the data-flow that tracks locks: an
// object is complete where every path that leads there has made it so.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_COMPLETED_H
#define WAITWISE_SOLVE_COMPLETED_H

#include "solve/State.h"

namespace waitwise {

class Completed {
public:
  Completed(const Program &P, const FlowGraph &Flow, const Conditions &Cond,
            const CallTable &Calls);

  /// True if object \p V is complete when \p S happens.
  bool before(Site S, const Value &V) const;

private:
  LockActions actions(FunctionId F) const;
  Value source(FunctionId F, const Value &V) const;
  NodeId home(FunctionId F, Value V) const;
  uint32_t askedFor(Site S) const;

  const Program &P;
  const FlowGraph &Flow;
  const Conditions &Cond;
  const CallTable &Calls;
  std::map<FunctionId, HeldBefore> Known; ///< Objects, in the place of locks.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_COMPLETED_H
