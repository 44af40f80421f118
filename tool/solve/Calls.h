//===- solve/Calls.h - what every call may run ----------------------------===//
//
//   events ──▶ bind arguments to parameters (FlowGraph) ──▶ push functions
//     ▲                                                          │
//     └────────── indirect calls learn new targets ◀─────────────┘
//
// Repeated until nothing changes. Library bodies are skipped, so what a
// library does with the program's callables is stated: a pack's `runs`, or, by
// default, a callable handed to a system function runs during the call.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_CALLS_H
#define WAITWISE_SOLVE_CALLS_H

#include "solve/Classes.h"
#include "solve/Conditions.h"
#include "solve/EdgeLists.h"

namespace waitwise {

class CallResolver {
public:
  CallResolver(const Program &P, const Classes &C, const Conditions &Cond,
               FlowGraph &Flow);
  /// Resolves everything; the result is indexed [function][event].
  CallTable run();
  /// Bodies that a callable value may be: functions, closures, functors.
  std::vector<CallEdge> callables(FunctionId F, const Value &V,
                                  TypeId Type) const;
  /// Those that a rule says a call runs.
  std::vector<CallEdge> callables(Site S, const RunsSpec &R) const;

private:
  void moveAll();
  void seed(Site S);
  void seedLibrary(Site S);
  void bind(Site S, const CallEdge &To, unsigned FirstArg);
  void add(Site S, const CallEdge &To, unsigned FirstArg);
  bool resolveIndirect();
  void resolveThrough(Site S, const Value &Slot);
  void resolveCallables(Site S);
  void bindCallable(Site S, unsigned At, bool Inline);
  void bindNamed(Site S, const RunsSpec &R, bool Inline);
  void runElements(Site S);
  bool isNew(Site S, const CallEdge &To);

  const Program &P;
  const Classes &C;
  const Conditions &Cond;
  FlowGraph &Flow;
  std::vector<Site> Indirect;  ///< Called through a slot.
  std::vector<Site> Library;   ///< System callees that are handed callables.
  EdgeLists Edges;
  EventNumbers Numbers;
  llvm::DenseSet<uint64_t> Bound; ///< Calls, with what they hand arguments to.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_CALLS_H
