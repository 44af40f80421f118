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

  LockStates run(const HeldSet &Entry) {
    if (Body.Blocks.empty())
      return {};
    In.resize(Body.Blocks.size());
    Out.resize(Body.Blocks.size());
    Seen.resize(Body.Blocks.size());
    Seen[0] = true;
    In[0] = Entry;
    std::deque<uint32_t> Work{0};
    while (!Work.empty()) {
      uint32_t B = Work.front();
      Work.pop_front();
      step(B, Work);
    }
    leave();
    return std::move(Result);
  }

private:
  void step(uint32_t B, std::deque<uint32_t> &Work) {
    const Block &Blk = Body.Blocks[B];
    HeldSet State = In[B];
    for (uint32_t I = 0; I < Blk.NumEvents; ++I) {
      uint32_t E = Blk.FirstEvent + I;
      if (State.empty())
        Result.Before.erase(E);
      else
        Result.Before[E] = State;
      apply(E, State);
    }
    Out[B] = State;
    for (uint32_t Way = 0; Way < Blk.Succs.size(); ++Way) {
      uint32_t S = Blk.Succs[Way];
      if (S == None)
        continue;
      HeldSet Leaving = State;
      if (Blk.Succs.size() == 2)
        refine(Blk.Cond, Way == 0, Leaving);
      if (join(S, Leaving))
        Work.push_back(S);
    }
  }

  static HeldSet common(const HeldSet &A, const HeldSet &B) {
    HeldSet Both;
    llvm::copy_if(A, std::back_inserter(Both), [&](const Held &H) {
      return llvm::any_of(B, [&](const Held &O) {
        return O.Lock == H.Lock && O.Guard == H.Guard;
      });
    });
    return Both;
  }

  /// What all ways out agree on.
  void leave() {
    bool First = true;
    for (uint32_t B = 0; B < Body.Blocks.size(); ++B) {
      bool GoesOn = llvm::any_of(Body.Blocks[B].Succs,
                                 [](uint32_t S) { return S != None; });
      if (!Seen[B] || GoesOn || Body.Blocks[B].NoReturn)
        continue;
      Result.AtExit = First ? Out[B] : common(Result.AtExit, Out[B]);
      First = false;
    }
  }

  bool join(uint32_t B, const HeldSet &Arriving) {
    if (!Seen[B]) {
      Seen[B] = true;
      In[B] = Arriving;
      return true;
    }
    HeldSet Both = common(In[B], Arriving);
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
    else if (A.Outer)
      insert(State, {A.Guard, A.Guard, Event});
  }

  /// What comes from outside may be the very lock that the caller holds.
  void release(const LockAction &A, HeldSet &State) {
    size_t Before = State.size();
    llvm::erase_if(State, [&](const Held &H) {
      bool Callers = H.Acquired == None && A.Outer;
      bool Same = A.Guard != None ? H.Guard == A.Guard : H.Lock == A.Lock;
      return Same || Callers;
    });
    bool Known = A.Guard == None || A.Outer;
    if (State.size() != Before || !Known)
      return;
    LockId Dropped = A.Guard != None ? A.Guard : A.Lock;
    auto [It, New] = Result.Dropped.try_emplace(Dropped, A.Depth);
    It->second = std::min(It->second, A.Depth);
  }

  static void transfer(const LockAction &A, HeldSet &State) {
    for (Held &H : State)
      if (H.Guard == A.From)
        H.Guard = A.Guard;
    llvm::sort(State);
  }

  void apply(uint32_t E, HeldSet &State) {
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
      if (A.W == LockAction::HandOver)
        llvm::erase_if(State, [&](const Held &H) {
          return H.Lock == A.Lock && H.Guard == None;
        });
    }
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

  void refine(const Branch &C, bool Taken, HeldSet &State) {
    std::optional<bool> NonZero = nonZeroOn(C);
    uint32_t E = NonZero ? testedEvent(Body, C.Operand) : None;
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
  std::vector<HeldSet> In, Out;
  std::vector<bool> Seen;
  LockStates Result;
};

} // namespace

LockStates waitwise::heldLocks(const Function &Body, const LockActions &A,
                               const HeldSet &Entry) {
  return LockFlow(Body, A).run(Entry);
}
