//===- model/Value.h - abstract values and moves between slots ------------===//
//
// An abstract value is what extraction knows of an expression without running
// it: a constant, or the slot (parameter, local, field, global, result of an
// event) it was read from. Pointers are collapsed: &x, *x and x are the same
// slot, and an element of an array or container is the container. Moves
// between slots form the program-wide, field-based flow graph.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_VALUE_H
#define WAITWISE_MODEL_VALUE_H

#include <cstdint>
#include <tuple>

namespace waitwise {

/// Index into the string table of a summary or program.
using StringId = uint32_t;
/// Index into the entity table of a summary or program.
using EntityId = uint32_t;
/// Index into the type table of a summary or program.
using TypeId = uint32_t;
/// "No such thing" for every index.
inline constexpr uint32_t None = ~0u;

/// A place in a source file. Lines and columns count from 1; the file is an
/// absolute, normalised path in the string table.
struct Location {
  StringId File = None;
  uint32_t Line = 0;
  uint32_t Column = 0;

  bool isValid() const { return File != None; }
  friend bool operator==(const Location &, const Location &) = default;
};

enum class ValueKind : uint8_t {
  Unknown,
  Int,      ///< The constant Int (integers, enumerators, booleans).
  Bits,     ///< An integer of which the bits in Int are known to be set.
  Duration, ///< A constant std::chrono duration of Int nanoseconds.
  Null,     ///< A null pointer constant.
  String,   ///< The string literal Index (string table).
  Param,    ///< Parameter Index of this function.
  Local,    ///< Local variable or compiler temporary Index of this function.
  This,     ///< The object this method runs on.
  Field,    ///< The field that entity Index names (any object: field-based).
  Global,   ///< The variable with static storage that entity Index names.
  Result,   ///< The result (or constructed object) of event Index of this
            ///< function.
  Function, ///< The function, method or lambda that entity Index names; where
            ///< Int is MaybeNull, that one or none.
  Return,   ///< As the target of a move: what this function returns.
};

/// Int of a Function value that may also be null.
inline constexpr int64_t MaybeNull = 1;

struct Value {
  ValueKind Kind = ValueKind::Unknown;
  uint32_t Index = 0;
  int64_t Int = 0;

  bool isConstant() const {
    return Kind == ValueKind::Int || Kind == ValueKind::Null ||
           Kind == ValueKind::Duration || Kind == ValueKind::String;
  }
  bool isSlot() const {
    return Kind >= ValueKind::Param && Kind != ValueKind::Function;
  }
  friend bool operator==(const Value &, const Value &) = default;
  friend bool operator<(const Value &A, const Value &B) {
    return std::tie(A.Kind, A.Index, A.Int) < std::tie(B.Kind, B.Index, B.Int);
  }
};

/// One value moves into one slot: assignment, initialiser, capture (into the
/// closure's field), return (into Return), one arm of a conditional. Arguments
/// are not listed here: the events have them.
struct Move {
  Value To;
  Value From;
  bool IsMultiple = false; ///< Calculated: From times something, `2 * n`.
  friend bool operator==(const Move &, const Move &) = default;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_VALUE_H
