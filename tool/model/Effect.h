//===- model/Effect.h - what running a function may do to its thread ------===//
#ifndef WAITWISE_MODEL_EFFECT_H
#define WAITWISE_MODEL_EFFECT_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace waitwise {

/// What a blocking call waits for.
enum class EffectKind : uint8_t {
  File, Net, Dns, Rpc, Db, Sleep, Lock, Wait, Process, Ipc, Console, Device,
  NestedLoop,
};
inline constexpr unsigned NumEffectKinds = 13;

/// How long it waits in the bad case.
enum class Latency : uint8_t { Micro, Bounded, Slow, Unbounded };
inline constexpr unsigned NumLatencies = 4;

/// Where a function runs.
enum class ContextKind : uint8_t {
  Coroutine, EventLoop, Gui, Fiber, CpuPool, IoPool, AnyPool, Thread,
  ForkedChild, GilHeld, LockHeld, Realtime,
};
inline constexpr unsigned NumContextKinds = 12;

enum class Confidence : uint8_t { Low, Medium, High };
enum class Severity : uint8_t { None, Low, Medium, High };

/// Spellings used in packs, dumps and machine-readable output.
llvm::StringRef toString(EffectKind K);
llvm::StringRef toString(Latency L);
llvm::StringRef toString(ContextKind K);
llvm::StringRef toString(Confidence C);
llvm::StringRef toString(Severity S);
std::optional<EffectKind> parseEffectKind(llvm::StringRef S);
std::optional<Latency> parseLatency(llvm::StringRef S);
std::optional<ContextKind> parseContextKind(llvm::StringRef S);
std::optional<Confidence> parseConfidence(llvm::StringRef S);
std::optional<Severity> parseSeverity(llvm::StringRef S);

/// "a coroutine", "the event loop", …, for messages.
llvm::StringRef describe(ContextKind K);
/// "waits for the network", "sleeps", …: a verb phrase for messages.
llvm::StringRef describe(EffectKind K);

/// "50 ms", "2.5 s", "300 us", "40 ns": for messages.
std::string durationOf(double Ns);

/// "As long as it takes": a bad case without limit, a context that bears all.
inline constexpr uint64_t Unlimited = ~uint64_t(0);

/// Times behind the words, in nanoseconds; data of rules/cost.yaml.
struct CostTable {
  uint64_t BadCase[NumLatencies] = {};       ///< By Latency.
  uint64_t Tolerance[NumContextKinds] = {};  ///< Of blocking, by ContextKind.
  uint64_t Computing[NumContextKinds] = {};  ///< Of computing, by ContextKind.
  uint64_t SeverityHigh = 1000;  ///< Bad case ÷ tolerance from which high.
  uint64_t SeverityMedium = 10;
  uint64_t SeverityLow = 1;

  uint64_t Expected[NumLatencies] = {}; ///< What a wait takes as a rule.
  uint64_t OperationPs = 1000; ///< One primitive operation, in picoseconds.
  uint64_t CallOperations = 4; ///< What calling takes, in operations.
  uint64_t Size = 1000; ///< What a size that is not known is taken to be …
  std::map<std::string, uint64_t> Sizes; ///< … unless it has this name.
  /// What running a function computes, in ns, all told …
  std::map<std::string, uint64_t> FunctionNs;
  /// … and without its callees, from a profile.
  std::map<std::string, double> SelfNs;

  uint64_t assumedSize(const std::string &Name) const {
    auto It = Sizes.find(Name);
    return It == Sizes.end() ? Size : It->second;
  }
  double operationsIn(double Ns) const { return Ns * 1000 / OperationPs; }
  double nsOf(double Operations) const {
    return Operations * double(OperationPs) / 1000;
  }
  uint64_t badCase(Latency L) const { return BadCase[unsigned(L)]; }
  uint64_t tolerance(ContextKind K) const { return Tolerance[unsigned(K)]; }
  /// The word for a bad case of \p Ns.
  Latency latencyOf(uint64_t Ns) const;
  /// Severity of \p Ns in context \p K, or where \p Bears is borne.
  Severity severityOf(uint64_t Ns, ContextKind K) const {
    return severityOf(Ns, tolerance(K));
  }
  Severity severityOf(uint64_t Ns, uint64_t Bears) const;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_EFFECT_H
