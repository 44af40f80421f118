//===- solve/IdleCoroutines.cpp - coroutines with nothing to wait for -----===//
//
// All coroutines are taken to be idle until one of their awaits may suspend:
// one that awaits only idle ones is idle itself. Greatest fixed point, by a
// worklist over who awaits whom.
//
// A signature that is given by somebody else needs no reason of its own: an
// overrider, a function whose address is taken, a lambda, a template, what
// nothing in the program calls by name.
//
//===----------------------------------------------------------------------===//
#include "solve/IdleCoroutines.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

class IdleFinder {
public:
  explicit IdleFinder(const Analyses &A) : A(A) {}

  std::vector<IdleCoroutine> run() {
    Idle.resize(A.P.Functions.size());
    for (FunctionId F = 0; F < Idle.size(); ++F)
      Idle[F] = A.isTask(F);
    for (FunctionId F = 0; F < Idle.size(); ++F)
      if (Idle[F] && maySuspend(F))
        wake(F);
    markNamed();
    std::vector<IdleCoroutine> Found;
    for (FunctionId F = 0; F < Idle.size(); ++F)
      if (Idle[F] && isFree(F))
        Found.push_back(describe(F));
    return Found;
  }

private:
  /// The function is no longer idle, nor are those that await it.
  void wake(FunctionId First) {
    std::vector<FunctionId> Work{First};
    Idle[First] = false;
    while (!Work.empty()) {
      FunctionId F = Work.back();
      Work.pop_back();
      for (Site Call : A.CalledBy.of(F))
        if (Idle[Call.F] && maySuspend(Call.F)) {
          Idle[Call.F] = false;
          Work.push_back(Call.F);
        }
    }
  }

  bool maySuspend(FunctionId F) const {
    const std::vector<Event> &Events = A.P.Functions[F].Events;
    for (uint32_t E = 0; E < Events.size(); ++E)
      if (Events[E].Kind != EventKind::Call && !neverSuspends(F, Events[E]))
        return true;
    return false;
  }

  /// True if the awaiter is always ready, or the task of an idle coroutine.
  bool neverSuspends(FunctionId F, const Event &Suspension) const {
    if (A.isReady(Suspension))
      return true;
    if (Suspension.Kind == EventKind::Yield || Suspension.Args.empty())
      return false;
    const Argument &Awaited = Suspension.Args.front();
    if (Awaited.V.Kind != ValueKind::Result)
      return false;
    llvm::ArrayRef<CallEdge> To = A.Calls[F][Awaited.V.Index];
    return !To.empty() && llvm::all_of(To, [&](const CallEdge &Edge) {
      return Idle[Edge.Callee];
    });
  }

  /// Functions that are values somewhere: others may call them, and as tasks.
  void markNamed() {
    Named.resize(A.P.Entities.size());
    auto Mark = [&](const Value &V) {
      if (V.Kind == ValueKind::Function)
        Named[V.Index] = true;
    };
    for (const Function &F : A.P.Functions) {
      for (const Move &M : F.Moves)
        Mark(M.From);
      for (const Event &E : F.Events) {
        Mark(E.Via);
        for (const Argument &Arg : E.Args)
          Mark(Arg.V);
      }
    }
  }

  /// True if nothing but its author makes the function a coroutine.
  bool isFree(FunctionId F) const {
    const Entity &Self = A.P.self(F);
    bool Given = Self.has(EF_Virtual) || !Self.Overrides.empty() ||
                 Self.has(EF_Lambda) || Self.has(EF_System) ||
                 !Self.TemplateArgs.empty() || Named[A.P.Functions[F].Self];
    if (Self.Parent != None)
      Given |= !A.P.entity(Self.Parent).TemplateArgs.empty();
    return !Given && llvm::any_of(A.CalledBy.of(F), [&](Site Call) {
      return A.event(Call).Callee == A.P.Functions[F].Self && Call.F != F;
    });
  }

  IdleCoroutine describe(FunctionId F) const {
    IdleCoroutine I;
    I.F = F;
    const std::vector<Event> &Events = A.P.Functions[F].Events;
    for (uint32_t E = 0; E < Events.size() && I.Await == None; ++E)
      if (Events[E].Kind == EventKind::Await)
        I.Await = E;
    return I;
  }

  const Analyses &A;
  std::vector<bool> Idle;
  std::vector<bool> Named; ///< By entity.
};

} // namespace

std::vector<IdleCoroutine> waitwise::findIdleCoroutines(const Analyses &A) {
  return IdleFinder(A).run();
}
