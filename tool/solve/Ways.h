//===- solve/Ways.h - the heaviest way through a function -----------------===//
//
// On the graph without its back edges: every block counts once, whatever loop
// it stands in. How often it runs is for its weight to say.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_WAYS_H
#define WAITWISE_SOLVE_WAYS_H

#include "model/Program.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace waitwise {

class Ways {
public:
  explicit Ways(const Function &Body);

  /// Blocks in reverse post-order, those that cannot be reached left out.
  llvm::ArrayRef<uint32_t> order() const { return Order; }
  struct Way {
    double Weight = 0;
    std::vector<uint32_t> Blocks; ///< On it, last first.
  };
  Way heaviest(llvm::function_ref<double(uint32_t)> WeightOf) const;

private:
  const Function &Body;
  std::vector<uint32_t> Order;
  std::vector<uint32_t> Rank; ///< By block, in that order.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_WAYS_H
