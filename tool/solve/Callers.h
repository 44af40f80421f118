//===- solve/Callers.h - who calls a function -----------------------------===//
#ifndef WAITWISE_SOLVE_CALLERS_H
#define WAITWISE_SOLVE_CALLERS_H

#include "model/Solution.h"

namespace waitwise {

/// The table of calls, turned round and packed.
class Callers {
public:
  Callers(const Program &P, const CallTable &Calls);

  /// Every call that may run \p F, by site.
  llvm::ArrayRef<Site> of(FunctionId F) const {
    return llvm::ArrayRef(Sites).slice(First[F], First[F + 1] - First[F]);
  }

private:
  std::vector<uint32_t> First; ///< And one for the end.
  std::vector<Site> Sites;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_CALLERS_H
