//===- solve/Analyses.h - what the later steps of solving read ------------===//
//
// One bundle of references instead of eight parameters. Every member is built
// once, in the order in which it stands here, and then only read.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_ANALYSES_H
#define WAITWISE_SOLVE_ANALYSES_H

#include "solve/Callers.h"
#include "solve/Calls.h"
#include "solve/Completed.h"
#include "solve/Descriptors.h"
#include "solve/Locks.h"
#include "solve/Paths.h"

namespace waitwise {

struct Analyses {
  const Program &P;
  const Knowledge &K;
  const FlowGraph &Flow;
  const CallTable &Calls;
  const Callers &CalledBy;
  const CallResolver &Resolver;
  const Conditions &Cond;
  const Paths &Path;
  const Locks &Lock;
  const Completed &Done;
  Descriptors &Fds;

  const Event &event(Site S) const { return P.Functions[S.F].Events[S.Event]; }
  /// True if calling \p F only makes a task: its body runs on its own account.
  bool isTask(FunctionId F) const {
    return P.self(F).has(EF_Coroutine) &&
           K.coroutineKind(P.Functions[F].Self) != CoroutineKind::Generator;
  }
  /// True if the awaiter is always ready, as its class or a pack says.
  bool isReady(const Event &Suspension) const {
    if (Suspension.has(EVF_Ready) || Suspension.Args.empty())
      return Suspension.has(EVF_Ready);
    TypeId Operand = Suspension.Args.front().Type;
    const CoroutineRule *R =
        Operand == None ? nullptr : K.Rules.coroutineType(P.typeName(Operand));
    return R && R->Kind == CoroutineKind::Ready;
  }
  /// True if calls of \p F do not run its body, or are judged without it.
  bool isOpaque(FunctionId F) const {
    return isTask(F) || K.Declared.rule(P.Functions[F].Self);
  }
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_ANALYSES_H
