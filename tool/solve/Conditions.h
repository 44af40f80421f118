//===- solve/Conditions.h - does a rule's condition hold for a call? ------===//
#ifndef WAITWISE_SOLVE_CONDITIONS_H
#define WAITWISE_SOLVE_CONDITIONS_H

#include "solve/FlowGraph.h"
#include "solve/Knowledge.h"
#include "solve/Operands.h"

namespace waitwise {

class Descriptors;

/// Mixed: it holds for some of the values that may arrive and not for others.
enum class Truth : uint8_t { No, Unknown, Mixed, Yes };

/// Constants known for parameters of the function being explored.
using Binding = llvm::SmallVector<std::pair<unsigned, Value>, 2>;

/// True if a parameter that \p B knows is an operand of the event.
bool concerns(const Binding *B, const Event &E);

/// The values that an operand may have here.
struct Possible {
  llvm::SmallVector<Value, 2> Values;
  bool Complete = true; ///< No other value can arrive, as far as we see.
};

class Conditions {
public:
  Conditions(const Program &P, const Knowledge &K, const FlowGraph &Flow)
      : P(P), K(K), Flow(Flow) {}
  /// Call when nothing flows any more: rules that the values of no caller
  /// change are chosen once.
  void use(const Descriptors &D);

  /// The rule of a call: the first whose `when` holds, as a whole; or null.
  const Rule *rule(Site S, const Binding *B = nullptr) const;
  Truth holds(const Condition &C, Site S, const Binding *B) const;
  /// True alternatives: Yes if one holds, No if none can.
  Truth any(llvm::ArrayRef<Condition> Cs, Site S, const Binding *B) const;
  Truth all(llvm::ArrayRef<Condition> Cs, Site S, const Binding *B) const;
  /// Whether a callable is run as \p R says: No if a condition forbids it.
  Truth runs(const RunsSpec &R, Site S) const;
  /// What a value may be, with the parameters that \p B binds.
  Possible possible(FunctionId F, const Value &V, const Binding *B) const;

private:
  Truth holdsFor(const Condition &C, const Possible &Values) const;
  Truth begins(const Condition &C, const Possible &Texts) const;
  bool isFrom(const Condition &C, FunctionId F, const Value &V) const;
  Truth ofOperand(const Condition &C, const Operand &O, Site S,
                  const Binding *B) const;

  const Rule *choose(Site S, const Binding *B) const;
  Possible arriving(NodeId N) const;

  const Program &P;
  const Knowledge &K;
  const FlowGraph &Flow;
  const Descriptors *Fds = nullptr;
  llvm::DenseMap<std::pair<FunctionId, uint32_t>, const Rule *> Chosen;
  /// What possible() found, once nothing flows any more.
  mutable llvm::DenseMap<NodeId, Possible> Arriving;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_CONDITIONS_H
