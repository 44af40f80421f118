//===- model/Summary.h - what one translation unit says -------------------===//
//
//   Summary
//     ├─ Strings, Types, Entities        tables, referred to by index
//     └─ Functions                        one body each:
//          ├─ Params, Locals              slots of this function
//          ├─ Blocks ── Events            reduced control-flow graph
//          ├─ Loops                       what bounds each loop
//          └─ Moves, Computed             flow between slots, any order
//
// Facts only: a summary never depends on the rule packs. Bodies of functions
// in system headers are absent. Initialisers of variables with static storage
// are the body of one function, "(static initialisation)".
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_SUMMARY_H
#define WAITWISE_MODEL_SUMMARY_H

#include "model/Entity.h"

#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace waitwise {

enum class EventKind : uint8_t {
  Call,  ///< Call, construction or destruction; also implicit ones.
  Await, ///< co_await; argument 0 is the operand.
  Yield, ///< co_yield; argument 0 is the operand.
};

enum EventFlag : uint32_t {
  EVF_Virtual = 1u << 0,   ///< Dispatched virtually.
  EVF_Construct = 1u << 1, ///< Constructor call; the result is the object.
  EVF_Destroy = 1u << 2,   ///< Destructor call; the receiver is the object.
  EVF_Implicit = 1u << 3,  ///< Not written: end of scope, conversion, default.
  EVF_Awaited = 1u << 4,   ///< Its result is the operand of a co_await.
  EVF_Discarded = 1u << 5, ///< Its result is thrown away.
  EVF_New = 1u << 6,       ///< Construction by new: the object outlives scope.
  EVF_Base = 1u << 7,      ///< Construction or destruction of a base or member
                           ///< by a constructor or destructor.
  EVF_Ready = 1u << 8,     ///< Await or yield whose awaiter is always ready: it
                           ///< never suspends.
};

struct Argument {
  Value V;
  TypeId Type = None;       ///< Static type before implicit conversion.
  bool IsDefault = false;   ///< A default argument that the caller left out.
  bool IsLess = false;      ///< A parameter less a constant: `f(n - 1)`.
};

/// One thing a function does that matters.
struct Event {
  EventKind Kind = EventKind::Call;
  uint32_t Flags = 0;            ///< EventFlag bits.
  Location Loc;                  ///< Where the call is written.
  EntityId Callee = None;        ///< Function named by the call, if any.
  Value Via;                     ///< Indirect call: the slot called through.
  Value Receiver;                ///< Object of a method call; for a construct
                                 ///< event: the local, field or global that
                                 ///< is initialised, if known.
  EntityId ReceiverClass = None; ///< Static class of the receiver, before
                                 ///< conversion to the method's own class.
  std::vector<Argument> Args;    ///< The receiver is not among them.
  TypeId ResultType = None;
  StringId Macro = None;         ///< Outermost macro it was expanded from.

  bool has(EventFlag F) const { return Flags & F; }
};

enum class CompareOp : uint8_t { None, EQ, NE, LT, LE, GT, GE, HasFlag };

/// What decides a two-way branch: successor 0 is taken when
/// `Operand Op Rhs` holds, successor 1 when it does not. A plain truth test is
/// NE 0; null counts as 0. Negations are folded into Op.
struct Branch {
  CompareOp Op = CompareOp::None;
  Value Operand;
  int64_t Rhs = 0;
};

/// A basic block. Successors that clang proved unreachable are left out
/// (None keeps the place in a two-way branch).
struct Block {
  uint32_t FirstEvent = 0;
  uint32_t NumEvents = 0;
  uint32_t Ops = 0;          ///< Primitive operations (section 6).
  uint32_t Loop = None;      ///< Innermost loop it belongs to.
  bool NoReturn = false;     ///< Ends in a call that does not return.
  Branch Cond;
  std::vector<uint32_t> Succs;
};

enum class LoopBound : uint8_t {
  Unknown,
  Constant,
  Container,
  Value,
  Infinite,
};

struct Loop {
  Location Loc;
  uint32_t Parent = None;   ///< Enclosing loop.
  uint32_t Header = 0;      ///< Block that is entered first.
  LoopBound Bound = LoopBound::Unknown;
  bool Restarts = false;    ///< Its variable starts anew each time the loop is
                            ///< entered; if not, it may go on where it was.
  Value Limit;              ///< Container, or the value compared with.
  int64_t Trips = 0;        ///< Constant: how many.
};

/// A parameter or local variable.
struct Variable {
  StringId Name = None;
  TypeId Type = None;
};

/// The body of one function. Block 0 is the entry; the block with no
/// successors and not NoReturn is the exit. Events lie block by block.
struct Function {
  EntityId Self = None;
  Location End;                 ///< Closing brace.
  std::vector<Variable> Params;
  std::vector<Variable> Locals; ///< Temporaries have no name.
  std::vector<Block> Blocks;
  std::vector<Event> Events;
  std::vector<Loop> Loops;
  std::vector<Move> Moves;
  /// Arithmetic: To is calculated from From, and perhaps from others, too.
  std::vector<Move> Computed;
};

/// One file that was read to make a summary.
struct Dependency {
  std::string Path;
  uint64_t Hash = 0; ///< xxh3 of its content.
};

/// What one translation unit says.
struct Summary {
  std::string MainFile;              ///< Absolute path.
  std::vector<std::string> Strings;  ///< Entry 0 is the empty string.
  std::vector<TypeInfo> Types;
  std::vector<Entity> Entities;
  std::vector<Function> Functions;
  std::vector<Dependency> Files;     ///< In the order they were opened.
  /// Absolute paths at which a file was looked for in vain. For the cache: not
  /// stored with the rest.
  std::vector<std::string> Absent;
  uint32_t Errors = 0;               ///< Compiler errors: > 0 means partial.
  std::vector<std::string> Diagnostics; ///< The first few, file:line: text.
  bool IsC = false;

  /// Prints everything as text, the form that tests read.
  void print(llvm::raw_ostream &OS) const;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_SUMMARY_H
