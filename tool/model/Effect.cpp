//===- model/Effect.cpp - words and numbers of effects --------------------===//
//
// The one place that spells effects, latencies and contexts: packs, dumps and
// machine-readable output all use these words. Each table is in the order of
// its enumeration; parsing searches the same table.
//
//===----------------------------------------------------------------------===//
#include "model/Effect.h"

#include "llvm/Support/FormatVariadic.h"

#include <cmath>

#include "llvm/ADT/ArrayRef.h"

using namespace llvm;

namespace waitwise {
namespace {

constexpr StringLiteral EffectWords[] = {
    "file", "net",     "dns", "rpc",     "db",     "sleep",      "lock",
    "wait", "process", "ipc", "console", "device", "nested-loop"};
static_assert(std::size(EffectWords) == NumEffectKinds);

constexpr StringLiteral EffectPhrases[] = {
    "waits for the disk",
    "waits for the network",
    "waits for a name server",
    "waits for a remote call",
    "waits for a database",
    "sleeps",
    "waits for a lock",
    "waits for another thread",
    "waits for another process",
    "waits for a peer process",
    "waits for the console",
    "waits for a device",
    "runs a nested event loop"};
static_assert(std::size(EffectPhrases) == NumEffectKinds);

constexpr StringLiteral LatencyWords[] = {"micro", "bounded", "slow",
                                          "unbounded"};
static_assert(std::size(LatencyWords) == NumLatencies);

constexpr StringLiteral ContextWords[] = {
    "coroutine", "event-loop", "gui",          "fiber",
    "cpu-pool",  "io-pool",    "any-pool",     "thread",
    "forked-child", "gil-held", "lock-held",   "realtime"};
static_assert(std::size(ContextWords) == NumContextKinds);

constexpr StringLiteral ContextPhrases[] = {
    "a coroutine",
    "the event loop",
    "the GUI thread",
    "a fiber",
    "a worker of a pool sized for computing",
    "a worker of an I/O pool",
    "a worker of a thread pool",
    "a thread of its own",
    "a forked child",
    "code that holds the interpreter lock",
    "code that holds a lock",
    "a real-time thread"};
static_assert(std::size(ContextPhrases) == NumContextKinds);

constexpr StringLiteral ConfidenceWords[] = {"low", "medium", "high"};
constexpr StringLiteral SeverityWords[] = {"none", "low", "medium", "high"};

template <typename T>
std::optional<T> parseWord(ArrayRef<StringLiteral> Words, StringRef S) {
  for (size_t I = 0; I < Words.size(); ++I)
    if (Words[I] == S)
      return T(I);
  return std::nullopt;
}

} // namespace

StringRef toString(EffectKind K) { return EffectWords[unsigned(K)]; }
StringRef toString(Latency L) { return LatencyWords[unsigned(L)]; }
StringRef toString(ContextKind K) { return ContextWords[unsigned(K)]; }
StringRef toString(Confidence C) { return ConfidenceWords[unsigned(C)]; }
StringRef toString(Severity S) { return SeverityWords[unsigned(S)]; }

std::optional<EffectKind> parseEffectKind(StringRef S) {
  return parseWord<EffectKind>(EffectWords, S);
}
std::optional<Latency> parseLatency(StringRef S) {
  return parseWord<Latency>(LatencyWords, S);
}
std::optional<ContextKind> parseContextKind(StringRef S) {
  return parseWord<ContextKind>(ContextWords, S);
}
std::optional<Confidence> parseConfidence(StringRef S) {
  return parseWord<Confidence>(ConfidenceWords, S);
}
std::optional<Severity> parseSeverity(StringRef S) {
  return parseWord<Severity>(SeverityWords, S);
}

StringRef describe(ContextKind K) { return ContextPhrases[unsigned(K)]; }
StringRef describe(EffectKind K) { return EffectPhrases[unsigned(K)]; }

std::string durationOf(double Ns) {
  static constexpr std::pair<double, const char *> Units[] = {
      {1e9, " s"}, {1e6, " ms"}, {1e3, " us"}, {1, " ns"}};
  constexpr double Day = 24 * 3600e9;
  if (Ns > Day)
    return "over a day";
  for (auto [Unit, Name] : Units) {
    if (Ns < Unit)
      continue;
    // One digit behind the point where it tells something.
    double Tenths = std::floor(Ns / Unit * 10) / 10;
    bool Whole = Tenths >= 100 || Tenths == std::floor(Tenths);
    return formatv(Whole ? "{0:f0}" : "{0:f1}", Whole ? std::floor(Tenths)
                                                      : Tenths)
               .str() +
           Name;
  }
  return "0 ns";
}

Latency CostTable::latencyOf(uint64_t Ns) const {
  for (unsigned I = 0; I + 1 < NumLatencies; ++I)
    if (Ns <= BadCase[I])
      return Latency(I);
  return Ns == Unlimited ? Latency::Unbounded : Latency::Slow;
}

Severity CostTable::severityOf(uint64_t Ns, uint64_t Bears) const {
  if (Bears == Unlimited)
    return Severity::None;
  if (Ns == Unlimited)
    return Severity::High;
  uint64_t Ratio = Bears ? Ns / Bears : Unlimited;
  if (Ratio >= SeverityHigh)
    return Severity::High;
  if (Ratio >= SeverityMedium)
    return Severity::Medium;
  return Ratio >= SeverityLow ? Severity::Low : Severity::None;
}

} // namespace waitwise
