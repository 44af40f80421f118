//===- packs/Rule.h - one rule, as used -----------------------------------===//
//
// What a pack says of one function: when the rule is about a call (filters),
// what the call does (blocks, runs, acquires, creates, …) and what to say of it
// (because, instead). Whether a condition holds for a call is decided in
// solve/, which knows the values of its operands.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_RULE_H
#define WAITWISE_PACKS_RULE_H

#include "model/Effect.h"
#include "packs/Condition.h"
#include "packs/StartSpec.h"

#include <optional>

namespace waitwise {

/// The call may keep its thread waiting.
struct BlocksSpec {
  EffectKind Kind = EffectKind::Wait;
  Latency Bad = Latency::Slow;
  uint64_t TimeNs = 0; ///< A time instead of a latency class, or 0.
  Operand Descriptor;  ///< Kind and latency follow what this descriptor is
                       ///< (socket, file, pipe, …); Kind and Bad are what
                       ///< holds where that is unknown.
  Operand Timeout;     ///< A constant here limits the wait (a negative one
                       ///< does not) …
  uint64_t TimeoutUnitNs = 0; ///< … in this unit (0: a chrono duration) …
  /// … or in these fields of the struct, each in its unit (timespec::tv_sec).
  std::vector<std::pair<std::string, uint64_t>> TimeoutFields;
  Operand Lock;               ///< Taking this lock: latency from its holders.
  Operand Unlocks;            ///< A wait that releases this lock meanwhile.
  Operand Until; ///< Where this object is complete, the call does not wait.
  std::vector<Condition> Unless;
  std::vector<Condition> OnlyIf;
  uint32_t ExceptIn = 0; ///< Bits of context kinds in which it suspends.
};

/// The call computes.
struct ComputesSpec {
  enum Growth : uint8_t { Constant, Linear, NLogN, Quadratic, Cubic };
  Growth Cost = Constant;
  /// Their product is n: the value of an integer; the elements or bytes of a
  /// container, string, range or buffer. Empty: n is not known.
  llvm::SmallVector<Operand, 1> Sizes;
  uint64_t EachPs = 0;   ///< CPU time per unit of Cost, in picoseconds.
  bool Parallel = false; ///< Uses all cores and joins.
  std::vector<Condition> Unless;
  std::vector<Condition> OnlyIf;
};

/// Awaiting the result of the call resumes the coroutine elsewhere.
struct SwitchesSpec {
  ContextKind Kind = ContextKind::EventLoop; ///< Where the executor is unknown.
  Operand Executor;                          ///< Absent: always Kind.
};

/// A callable among the arguments runs somewhere.
struct RunsSpec {
  enum Where : uint8_t {
    In,         ///< In context Kind.
    Inline,     ///< During the call, in the caller's context.
    ExecutorOf, ///< Where the executor (operand Executor) runs things; Kind
                ///< where that is unknown.
    Never,      ///< Stored or ignored; explicitly not run by this call.
  };
  Operand Callable; ///< With Of: a text that names the method.
  Operand Of;       ///< Not the operand itself is run but a method of the class
                    ///< of this object …
  std::string Method; ///< … without Callable, each whose name fits this.
  Where W = In;
  ContextKind Kind = ContextKind::EventLoop;
  Operand Executor;
  std::vector<Condition> OnlyIf;
  std::vector<Condition> Unless;
  /// The callable is, or returns, a coroutine that is started there.
  bool Spawns = false;
};

/// A lock is taken or released.
struct LockSpec {
  Operand Lock;         ///< The mutex; the guard itself for Guard operations.
  bool Guard = false;   ///< The receiver or result is a guard object whose end
                        ///< of life releases the lock.
  bool Shared = false;  ///< Read lock.
  bool Try = false;     ///< Taken only if the result is true (non-zero).
  bool TryZero = false; ///< Taken only if the result is 0 (pthread style).
  bool Recursive = false;        ///<
  std::vector<Condition> Unless; ///< E.g. second argument is defer_lock_t.
  std::vector<Condition> Adopts; ///< Held already: released at the end of life.
};

/// What is known of one operand is known of another from here on: a statement
/// is of the kind of its database.
struct HandsOnSpec {
  Operand From;
  Operand To;
};

/// A descriptor is born.
struct CreatesSpec {
  enum What : uint8_t {
    Socket,
    File,
    Pipe,
    EventFd,
    Terminal,
    Memory, ///< Never blocks.
    Other,
    ConsoleInput,  ///< Reading waits for somebody to type: unbounded.
    ConsoleOutput, ///< Writing to it is micro.
  };
  What W = Other;
  Operand At; ///< Result, or an argument through which it comes out.
  std::vector<Condition> Nonblocking; ///< … non-blocking from birth if any.
};

/// A descriptor or object becomes non-blocking.
struct SetsSpec {
  Operand Target;
  std::vector<Condition> OnlyIf;
};

/// An object is complete from here on: a result is there, work is done.
struct CompletesSpec {
  enum When : uint8_t { Always, NonZero, Zero }; ///< By the call's result.
  Operand Object;
  When If = Always;
};

/// What becomes of work whose result is thrown away.
enum class Drop : uint8_t { Fine, Waits, NeverRuns };

/// What a call is to a process that was forked, or forks.
enum class ForkRole : uint8_t {
  None,
  Forks,   ///< Returns twice; in the child it returns 0.
  Ends,    ///< Runs another program in the child's place.
  Waits,   ///< Waits for what another thread does.
  Shares,  ///< Works on an object (arg 0 or receiver) shared with the parent.
  Repairs, ///< Makes such objects the child's own.
};

/// What to use instead.
struct Alternative {
  std::string When; ///< Context kind, name of a pack, or empty: anywhere.
  std::string Text;
};

/// One rule, as written: for all names that it is about.
struct Rule {
  std::string Pack;
  std::vector<std::string> Names; ///< Qualified names and patterns; some.
  unsigned Line = 0;    ///< In the pack's file.
  unsigned Ordinal = 0; ///< Position among all rules: earlier wins.
  /// Which overloads: all must hold.
  std::vector<Condition> When;
  std::vector<std::string> ReceiverClass; ///< Static receiver class (or base).
  std::vector<std::string> Params;        ///< Parameter types, "..." for rest.
  std::vector<std::string> Returns;       ///< Return type names.

  std::optional<BlocksSpec> Blocks;
  bool NeverBlocks = false; ///< `blocks: never`: explicit exemption.
  std::optional<ComputesSpec> Computes;
  std::optional<SwitchesSpec> Switches;
  std::vector<RunsSpec> Runs;
  std::optional<LockSpec> Acquires;
  std::optional<LockSpec> Releases;
  std::optional<LockSpec> Queries; ///< owns_lock(): result tells if held.
  std::optional<CreatesSpec> Creates;
  std::optional<SetsSpec> Sets;
  std::optional<CompletesSpec> Completes;
  bool WaitsForReadiness = false;         ///< epoll_wait and its like.
  std::vector<Condition> ReadinessUnless; ///< … not if (one descriptor …).
  bool DrivesLoop = false;                ///< io_context::run and its like.
  bool Yields = false;                    ///< Breaks a long computation.
  ForkRole Fork = ForkRole::None;
  Drop Dropped = Drop::Fine; ///< If the result is thrown away.
  bool FailsNonZero = false; ///< `fails: nonzero`, as pthread functions do.
  StartSpec Starts; ///< What it starts, or is to those that start work.
  Operand PassesThrough;          ///< The result is this operand (wrappers).
  std::optional<HandsOnSpec> HandsOn;
  bool ConstructsTypeArg = false; ///< make_unique<T>: calls T's constructor.
  bool CountsCores = false; ///< The result is how many cores there are.
  Operand Sizes;            ///< How many threads the pool gets that is made
                            ///< (constructor) or changed (receiver).
  ContextKind OverrideContext = ContextKind::Thread;
  bool Overridden = false; ///< `overrides:` a framework calls it there.
  std::string Because;
  std::vector<Alternative> Instead;

  /// The text for a context kind, most specific first; empty if none.
  llvm::StringRef insteadFor(ContextKind K) const;
};

} // namespace waitwise

#endif // WAITWISE_PACKS_RULE_H
