//===- model/Solution.h - the solved program ------------------------------===//
//
// What solve/ found out, as plain data for checks, explain and dumps. Checks
// read this and nothing else: texts of the packs (why, what instead) are
// copied in, so that nothing after solve/ needs a rule.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_SOLUTION_H
#define WAITWISE_MODEL_SOLUTION_H

#include "model/CallTable.h"
#include "model/Constructs.h"
#include "model/Cost.h"
#include "model/Effect.h"
#include "model/Finding.h"
#include "model/Program.h"
#include "model/Start.h"

namespace waitwise {

/// A call that may keep its thread waiting.
struct Sink {
  Site At;
  EffectKind Kind = EffectKind::Wait;
  uint64_t BadNs = 0;      ///< Bad case; ~0 is unbounded.
  Latency Bad = Latency::Slow;
  Confidence Conf = Confidence::High;
  bool Assumed = false;    ///< A limit is given, but not known here.
  std::string Primitive;   ///< Name as the pack has it.
  std::string Because;     ///< Why it blocks.
  std::string Detail;      ///< What this call adds: who holds the lock, …
  uint32_t ExceptIn = 0;   ///< Bits of context kinds in which it suspends.
  /// What to use instead, by context kind …
  std::string Instead[NumContextKinds];
  /// … and by the pack through whose rule the context was entered.
  std::vector<std::pair<std::string, std::string>> InsteadFor;

  /// The text for a context of this kind, entered through \p Pack; or empty.
  llvm::StringRef insteadIn(ContextKind K, llvm::StringRef Pack) const;
};

/// A function (or a part of one) that runs in a context.
struct ContextEntry {
  ContextKind Kind = ContextKind::Thread;
  FunctionId F = None;
  std::string Because;     ///< "registered with uv_read_start", …
  Location At;             ///< Where that is.
  bool WholeBody = true;   ///< Else only Events run there.
  std::vector<uint32_t> Events;
  Confidence Conf = Confidence::High;
  bool Discovered = false; ///< Home-made loop, no pack names it.
  std::string Pack;        ///< Through whose rule it is entered, or empty.
  uint64_t Tolerance = 0;  ///< In ns, where it differs from the table's; or 0.
};

/// A loop, pool or wrapper that nobody declared: what it is, for dumps.
struct Discovery {
  std::string Word;  ///< "loop", "pool", "wrapper".
  FunctionId F = None;
  std::string Text;  ///< What it is, and why.
  std::vector<std::pair<std::string, Location>> Notes; ///< "started by …".
};

/// A sink reached from a context that cannot bear it. Grouped: one for each
/// (context kind, function of the sink, primitive).
struct Mismatch {
  uint32_t Context = None;     ///< Nearest entry, in Solution::Contexts.
  uint32_t SinkIndex = None;   ///< In Solution::Sinks.
  std::vector<Step> Chain;     ///< Entry first; the last step is the sink.
  std::vector<uint32_t> Entries; ///< All contexts, nearest first.
  uint32_t EntryCount = 1;
  Confidence Conf = Confidence::High;
  Severity Sev = Severity::Medium;
  bool InLoop = false;
  /// Other primitives of the same kind that the function of the sink calls.
  std::vector<std::string> Also;
};

/// A thread-bound lock that is held when a coroutine suspends.
struct HeldSuspension {
  Site Suspension;
  Site Acquisition;
  std::string Lock;   ///< "m", "Server::mutex_"
  std::string Guard;  ///< std::lock_guard; empty for a manual lock().
  Confidence Conf = Confidence::High;
};

/// Computing that takes longer than its context bears. Grouped: one for each
/// (context kind, function that computes).
struct HeavyWork {
  uint32_t Context = None;   ///< Nearest entry, in Solution::Contexts.
  std::vector<Step> Chain;   ///< Calls from the entry down to F; may be empty.
  FunctionId F = None;       ///< Where it is computed: by …
  uint32_t Event = None;     ///< … this call of a library, or …
  uint32_t Loop = None;      ///< … this loop; neither: by calling itself.
  Formula Cost;              ///< At a stretch, as the entry calls it.
  double Ns = 0;
  std::vector<uint32_t> Entries; ///< All contexts, that of Context first.
  Confidence Conf = Confidence::High;
  Severity Sev = Severity::Medium;
};

/// A call in a demanding context of which nobody knows what it runs.
struct UnknownCall {
  Site At;
  uint32_t Contexts = 0; ///< Bits of context kinds.
  std::string What;      ///< "call through 'Server::hook'".
};

struct Solution {
  const Program *P = nullptr;
  CostTable Cost;
  std::string Root;                      ///< Project root, absolute.
  CallTable Calls;                       ///< [F][event].
  /// Every call that may block, by site; behind them those of Mismatches, which
  /// may know more of the path that leads to them.
  std::vector<Sink> Sinks;
  std::vector<ContextEntry> Contexts;    ///< Sorted by kind, function.
  std::vector<Discovery> Discovered;     ///< Sorted by word and function.
  std::vector<Mismatch> Mismatches;
  std::vector<HeldSuspension> HeldSuspensions;
  std::vector<DroppedResult> DroppedResults; ///< By site.
  std::vector<ForkUse> ForkUses;             ///< By fork.
  std::vector<OwnPoolWait> OwnPoolWaits;     ///< By site of the wait.
  std::vector<BusyLoop> BusyLoops;           ///< By function and loop.
  std::vector<IdleCoroutine> IdleCoroutines; ///< By function.
  std::vector<UnknownCall> Unknowns;     ///< By site.
  std::vector<FunctionCost> Costs;       ///< By function.
  std::vector<Size> Sizes;               ///< Symbols of the costs' formulas.
  std::vector<waitwise::HeavyWork> HeavyWork;
  std::vector<uint32_t> RunsIn; ///< By function: bits of context kinds.
  std::vector<WorkStart> Starts;         ///< By place.
  std::vector<std::string> RulesHit;     ///< "pack:line name", sorted.
  /// Annotations that could not be understood, for the user.
  std::vector<std::pair<Location, std::string>> Problems;
  /// Parts of the configuration that match nothing, with their places.
  std::vector<std::string> Warnings;
  Coverage Cov;

  /// A location as it is printed.
  Place place(const Location &L) const;
  const Event &event(Site S) const { return P->Functions[S.F].Events[S.Event]; }
  /// Name and place of a function's definition.
  NamedPlace named(FunctionId F) const;
  /// "14 n^2 (n taken as 1,000)"
  std::string formulaOf(const Formula &F) const;
  /// The unknown calls as they are reported, by place.
  std::vector<Unknown> unknowns() const;

  /// Text dumps, the forms that tests read.
  void printContexts(llvm::raw_ostream &OS) const;
  void printEffects(llvm::raw_ostream &OS) const;
  void printCosts(llvm::raw_ostream &OS) const;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_SOLUTION_H
