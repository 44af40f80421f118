//===- packs/Condition.h - operands and conditions, as used ---------------===//
#ifndef WAITWISE_PACKS_CONDITION_H
#define WAITWISE_PACKS_CONDITION_H

#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <string>
#include <vector>

namespace waitwise {

/// Names one operand of a call.
struct Operand {
  enum Kind : uint8_t {
    Absent,
    Arg,
    LastArg,
    LastExplicit,
    FirstCallable,
    LastCallable,
    Receiver,
    Result,
    EveryArg,
    Callee, ///< The function itself; only with a path.
    Gil, ///< Python's interpreter lock; stands only where a lock does.
  };
  Kind K = Absent;
  unsigned Index = 0; ///< For Arg, from 0.
  /// Template argument Path[1] of argument Path[0] of the type of that operand
  /// (of a method, its class), and so on.
  static constexpr unsigned DeepestPath = 3;
  uint8_t Path[DeepestPath] = {};
  uint8_t Depth = 0; ///< Steps of the path that count.
  explicit operator bool() const { return K != Absent; }
};

/// One test on one operand. Conditions in a list are alternatives (any of
/// them holds); `all:` groups are conjunctions.
struct Condition {
  enum Kind : uint8_t {
    IsNull,      ///< Null pointer constant (or 0).
    NonNull,     ///< Known not to be a null constant (a function, object …).
    IsZero,      ///< 0, false, a zero duration.
    NonZero,     ///< A constant that is not 0.
    In,          ///< Equals one of Ints.
    HasFlag,     ///< Has all bits of one of Ints.
    LacksFlag,   ///< A constant without the bits of Ints[0].
    TypeIs,      ///< Static type (or a base class) matches one of Names.
    Nonblocking, ///< A descriptor or object known to be non-blocking.
    FromCall,    ///< Its value comes from a call of one of Names.
    Arity,       ///< Number of explicit arguments is one of Ints.
    Begins,      ///< A string literal that begins with one of Names.
    Discarded,   ///< The result of the call is thrown away.
    All,         ///< All of Parts hold.
    Not,         ///< Parts[0] does not hold.
  };
  Kind K = IsNull;
  Operand Of;
  llvm::SmallVector<int64_t, 2> Ints;
  std::vector<std::string> Names; ///< Glob patterns as in Function names.
  std::vector<Condition> Parts;
};

} // namespace waitwise

#endif // WAITWISE_PACKS_CONDITION_H
