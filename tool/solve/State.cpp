//===- solve/State.cpp - what is held where, along the paths --------------===//
//
// A must-analysis: where paths meet, only what all of them hold is held. So a
// lock released on one path is silent behind the join, and a lock taken under
// a condition counts only where the same condition is known to hold.
//
//===----------------------------------------------------------------------===//
#include "solve/State.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <deque>

using namespace waitwise;

namespace {

class LockFlow {
public:
  LockFlow(const Function &Body, const LockActions &A)
      : Body(Body), Actions(A) {}

  HeldBefore run() {
    if (Body.Blocks.empty())
      return {};
    In.resize(Body.Blocks.size());
    Seen.resize(Body.Blocks.size());
    Seen[0] = true;
    std::deque<uint32_t> Work{0};
    while (!Work.empty()) {
      uint32_t B = Work.front();
      Work.pop_front();
      step(B, Work);
    }
    return std::move(Before);
  }

private:
  void step(uint32_t B, std::deque<uint32_t> &Work) {
    const Block &Blk = Body.Blocks[B];
    HeldSet State = In[B];
    for (uint32_t I = 0; I < Blk.NumEvents; ++I) {
      uint32_t E = Blk.FirstEvent + I;
      if (State.empty())
        Before.erase(E);
      else
        Before[E] = State;
      apply(E, State);
    }
    for (uint32_t Way = 0; Way < Blk.Succs.size(); ++Way) {
      uint32_t S = Blk.Succs[Way];
      if (S == None)
        continue;
      HeldSet Out = State;
      if (Blk.Succs.size() == 2)
        refine(Blk.Cond, Way == 0, Out);
      if (join(S, Out))
        Work.push_back(S);
    }
  }

  bool join(uint32_t B, const HeldSet &Out) {
    if (!Seen[B]) {
      Seen[B] = true;
      In[B] = Out;
      return true;
    }
    HeldSet Both;
    for (const Held &H : In[B]) {
      bool Same = llvm::any_of(Out, [&](const Held &O) {
        return O.Lock == H.Lock && O.Guard == H.Guard;
      });
      if (Same)
        Both.push_back(H);
    }
    if (Both == In[B])
      return false;
    In[B] = std::move(Both);
    return true;
  }

  static void insert(HeldSet &State, const Held &H) {
    bool Known = llvm::any_of(State, [&](const Held &O) {
      return O.Lock == H.Lock && O.Guard == H.Guard;
    });
    if (!Known)
      State.insert(llvm::lower_bound(State, H), H);
  }

  void acquire(const LockAction &A, uint32_t Event, HeldSet &State) const {
    if (A.Lock != None)
      return insert(State, {A.Lock, A.Guard, Event});
    auto It = Actions.GuardLocks.find(A.Guard);
    if (It != Actions.GuardLocks.end())
      for (LockId L : It->second)
        insert(State, {L, A.Guard, Event});
  }

  static void release(const LockAction &A, HeldSet &State) {
    llvm::erase_if(State, [&](const Held &H) {
      return A.Guard != None ? H.Guard == A.Guard : H.Lock == A.Lock;
    });
  }

  static void transfer(const LockAction &A, HeldSet &State) {
    for (Held &H : State)
      if (H.Guard == A.From)
        H.Guard = A.Guard;
    llvm::sort(State);
  }

  void apply(uint32_t E, HeldSet &State) const {
    auto It = Actions.ByEvent.find(E);
    if (It == Actions.ByEvent.end())
      return;
    for (const LockAction &A : It->second) {
      bool Conditional = A.Try || A.TryZero || A.Deferred;
      if (A.W == LockAction::Acquire && !Conditional)
        acquire(A, E, State);
      if (A.W == LockAction::Release || A.W == LockAction::EndOfLife)
        release(A, State);
      if (A.W == LockAction::Transfer)
        transfer(A, State);
    }
  }

  /// The event whose result a branch tests, also through one local variable.
  uint32_t testedEvent(const Value &V) const {
    if (V.Kind == ValueKind::Result)
      return V.Index;
    uint32_t Event = None;
    for (const Move &M : Body.Moves) {
      if (!(M.To == V))
        continue;
      if (M.From.Kind != ValueKind::Result || Event != None)
        return None;
      Event = M.From.Index;
    }
    return Event;
  }

  /// On which way out of the branch the tested value is non-zero, if clear.
  static std::optional<bool> nonZeroOn(const Branch &C) {
    if (C.Op == CompareOp::NE && C.Rhs == 0)
      return true;
    if (C.Op == CompareOp::EQ && C.Rhs == 0)
      return false;
    if (C.Op == CompareOp::EQ)
      return true;
    return std::nullopt;
  }

  void refine(const Branch &C, bool Taken, HeldSet &State) const {
    std::optional<bool> NonZero = nonZeroOn(C);
    uint32_t E = NonZero ? testedEvent(C.Operand) : None;
    auto It = E == None ? Actions.ByEvent.end() : Actions.ByEvent.find(E);
    if (It == Actions.ByEvent.end())
      return;
    bool IsNonZero = *NonZero == Taken;
    for (const LockAction &A : It->second) {
      bool Succeeded = A.TryZero ? !IsNonZero : IsNonZero;
      bool Tells = A.W == LockAction::Query || A.Try || A.TryZero;
      if (!Tells)
        continue;
      if (Succeeded)
        acquire(A, E, State);
      else
        release(A, State);
    }
  }

  const Function &Body;
  const LockActions &Actions;
  std::vector<HeldSet> In;
  std::vector<bool> Seen;
  HeldBefore Before;
};

} // namespace

HeldBefore waitwise::heldLocks(const Function &Body, const LockActions &A) {
  return LockFlow(Body, A).run();
}
