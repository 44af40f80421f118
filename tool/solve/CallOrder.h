//===- solve/CallOrder.h - callees before their callers -------------------===//
#ifndef WAITWISE_SOLVE_CALLORDER_H
#define WAITWISE_SOLVE_CALLORDER_H

#include "solve/Analyses.h"

namespace waitwise {

/// Functions that call each other, in an order in which callees come first.
class CallOrder {
public:
  explicit CallOrder(const Analyses &A);

  /// All functions, component after component.
  llvm::ArrayRef<FunctionId> order() const { return Order; }
  /// Functions with the same number may call each other in a circle.
  uint32_t component(FunctionId F) const { return Component[F]; }
  /// True if a call of \p Callee in \p F may come back to \p F.
  bool isRecursive(FunctionId F, FunctionId Callee) const {
    return Component[F] == Component[Callee];
  }

private:
  void visit(FunctionId Root);
  void collectCallees();

  const Analyses &A;
  std::vector<FunctionId> Order;
  std::vector<uint32_t> Component;
  std::vector<std::vector<FunctionId>> Callees;
  struct Mark {
    uint32_t Index = None, Low = 0;
    bool OnStack = false;
  };
  std::vector<Mark> Marks;
  std::vector<FunctionId> Stack;
  uint32_t Next = 0, NumComponents = 0;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_CALLORDER_H
