//===- solve/Switches.cpp - where a coroutine goes on ---------------------===//
#include "solve/Switches.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

using namespace waitwise;

namespace {

/// Bits of context kinds; the highest stands for where the coroutine started.
using Where = uint32_t;
constexpr Where OwnBit = 1u << 31;

class SwitchFlow {
public:
  SwitchFlow(const Analyses &A, FunctionId F)
      : A(A), F(F), Body(A.P.Functions[F]) {}

  SwitchedEvents run() {
    findSwitches();
    if (Result.Elsewhere.empty() || Body.Blocks.empty())
      return {};
    In.resize(Body.Blocks.size());
    In[0] = OwnBit;
    std::deque<uint32_t> Work{0};
    while (!Work.empty()) {
      uint32_t B = Work.front();
      Work.pop_front();
      for (uint32_t S : Body.Blocks[B].Succs)
        if (S != None && (In[S] | through(B)) != In[S]) {
          In[S] |= through(B);
          Work.push_back(S);
        }
    }
    for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
      assign(B);
    return std::move(Result);
  }

private:
  /// The call whose result an await waits for, also through a local variable.
  uint32_t awaitedCall(const Event &E) const {
    if (E.Kind != EventKind::Await || E.Args.empty())
      return None;
    uint32_t Found = None;
    for (const Move &M : Body.Moves)
      if (M.To == E.Args[0].V && M.From.Kind == ValueKind::Result) {
        if (Found != None)
          return None;
        Found = M.From.Index;
      }
    return Found;
  }

  void findSwitches() {
    for (uint32_t E = 0; E < Body.Events.size(); ++E) {
      const Event &At = Body.Events[E];
      uint32_t Call = At.has(EVF_Awaited) ? E : awaitedCall(At);
      const Rule *R = Call == None ? nullptr : A.Cond.rule({F, Call});
      if (!R || !R->Switches)
        continue;
      ContextKind To = R->Switches->Kind;
      if (R->Switches->Executor)
        To = executorOf(A, R->Switches->Executor, Body.Events[Call])
                 .value_or(To);
      // What runs on a loop here is still this coroutine.
      if (To == ContextKind::EventLoop)
        To = ContextKind::Coroutine;
      Switches[E] = To;
      SwitchedEvents::Part &Part = Result.Elsewhere[To];
      if (Part.By == None) {
        Part.By = Call;
        Part.R = R;
      }
    }
  }

  Where after(uint32_t E, Where Before) const {
    auto It = Switches.find(E);
    return It == Switches.end() ? Before : 1u << unsigned(It->second);
  }

  Where through(uint32_t B) const {
    Where State = In[B];
    for (uint32_t I = 0; I < Body.Blocks[B].NumEvents; ++I)
      State = after(Body.Blocks[B].FirstEvent + I, State);
    return State;
  }

  void assign(uint32_t B) {
    Where State = In[B];
    for (uint32_t I = 0; I < Body.Blocks[B].NumEvents; ++I) {
      uint32_t E = Body.Blocks[B].FirstEvent + I;
      if (State & OwnBit)
        Result.Own.push_back(E);
      for (auto &[Kind, Part] : Result.Elsewhere)
        if (State & 1u << unsigned(Kind))
          Part.Events.push_back(E);
      State = after(E, State);
    }
  }

  const Analyses &A;
  FunctionId F;
  const Function &Body;
  std::map<uint32_t, ContextKind> Switches; ///< By the event that switches.
  std::vector<Where> In;
  SwitchedEvents Result;
};

} // namespace

SwitchedEvents waitwise::switchedEvents(const Analyses &A, FunctionId F) {
  return SwitchFlow(A, F).run();
}

std::optional<ContextKind>
waitwise::executorOf(const Analyses &A, const Operand &O, const Event &E) {
  if (O.K != Operand::Receiver || O.Depth)
    return A.K.executorContext(operandType(A.P, O, E));
  return A.K.executorOfClass(E.ReceiverClass);
}
