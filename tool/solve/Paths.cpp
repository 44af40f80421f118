//===- solve/Paths.cpp - which blocks matter ------------------------------===//
//
// Per function: forward reachability from the entry, stopping behind calls
// that do not return; then backward from the exit and from every loop. What is
// in both is live. A function whose exit is unreachable and that has no loop to
// stay in never returns; its callers are looked at again.
//
//===----------------------------------------------------------------------===//
#include "solve/Paths.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

using namespace waitwise;

Paths::Paths(const Program &P, const CallTable &Calls, const Callers &CalledBy)
    : P(P), Calls(Calls) {
  size_t N = P.Functions.size();
  collectSingletons();
  NoReturn.resize(N);
  LiveBlock.resize(N);
  LiveEvent.resize(N);
  std::deque<FunctionId> Work;
  for (FunctionId F = 0; F < N; ++F)
    Work.push_back(F);
  while (!Work.empty()) {
    FunctionId F = Work.front();
    Work.pop_front();
    bool Before = NoReturn[F];
    if (analyse(F) && !Before)
      for (Site Caller : CalledBy.of(F))
        Work.push_back(Caller.F);
  }
  for (FunctionId F = 0; F < N; ++F)
    markEvents(F);
}

void Paths::collectSingletons() {
  std::set<EntityId> Made;
  for (FunctionId F = 0; F < P.Functions.size(); ++F)
    for (const Move &M : P.Functions[F].Moves) {
      if (M.To.Kind != ValueKind::Global)
        continue;
      Singletons[M.To.Index].insert(F);
      if (M.From.Kind == ValueKind::Result &&
          P.Functions[F].Events[M.From.Index].has(EVF_New))
        Made.insert(M.To.Index);
    }
  std::erase_if(Singletons,
                [&](const auto &S) { return !Made.count(S.first); });
}

/// The way out of a branch on which an object of the program is not there.
std::optional<unsigned> Paths::absentWay(FunctionId F, const Branch &C) const {
  bool Tests = (C.Op == CompareOp::EQ || C.Op == CompareOp::NE) && C.Rhs == 0;
  if (!Tests || C.Operand.Kind != ValueKind::Global)
    return std::nullopt;
  auto It = Singletons.find(C.Operand.Index);
  if (It == Singletons.end() || It->second.count(F))
    return std::nullopt;
  for (const CallEdge &To : Calls[F].all())
    if (It->second.count(To.Callee))
      return std::nullopt;
  return C.Op == CompareOp::EQ ? 0 : 1;
}

bool Paths::callNeverReturns(Site S) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (E.Kind != EventKind::Call)
    return false;
  if (E.Callee != None && P.entity(E.Callee).has(EF_NoReturn))
    return true;
  llvm::ArrayRef<CallEdge> To = Calls[S.F][S.Event];
  bool Direct = To.size() == 1 && To[0].Kind == EdgeKind::Direct;
  if (!Direct || !NoReturn[To[0].Callee])
    return false;
  // Calling a coroutine returns its task, whatever its body does.
  return !P.self(To[0].Callee).has(EF_Coroutine);
}

std::vector<bool> Paths::reachable(FunctionId F,
                                   const std::vector<bool> &Ends) const {
  const Function &Body = P.Functions[F];
  std::vector<bool> Seen(Body.Blocks.size());
  std::vector<uint32_t> Work;
  if (!Body.Blocks.empty()) {
    Seen[0] = true;
    Work.push_back(0);
  }
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    if (Ends[B])
      continue;
    const std::vector<uint32_t> &Succs = Body.Blocks[B].Succs;
    std::optional<unsigned> Shut;
    if (Succs.size() == 2)
      Shut = absentWay(F, Body.Blocks[B].Cond);
    for (unsigned Way = 0; Way < Succs.size(); ++Way) {
      uint32_t S = Succs[Way];
      if (S == None || Seen[S] || Shut == Way)
        continue;
      Seen[S] = true;
      Work.push_back(S);
    }
  }
  return Seen;
}

bool Paths::analyse(FunctionId F) {
  const Function &Body = P.Functions[F];
  size_t N = Body.Blocks.size();
  std::vector<bool> Ends(N), GoesOn(N);
  std::vector<std::vector<uint32_t>> Preds(N);
  for (uint32_t B = 0; B < N; ++B) {
    const Block &Blk = Body.Blocks[B];
    Ends[B] = Blk.NoReturn;
    for (uint32_t I = 0; I < Blk.NumEvents && !Ends[B]; ++I)
      Ends[B] = callNeverReturns({F, Blk.FirstEvent + I});
    for (uint32_t S : Blk.Succs)
      if (S != None)
        Preds[S].push_back(B);
  }
  std::vector<bool> Reached = reachable(F, Ends);
  std::vector<uint32_t> Work;
  for (uint32_t B = 0; B < N; ++B) {
    bool IsExit = Body.Blocks[B].Succs.empty();
    bool Stays = Body.Blocks[B].Loop != None;
    if (!Reached[B] || Ends[B] || !(IsExit || Stays))
      continue;
    GoesOn[B] = true;
    Work.push_back(B);
  }
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    for (uint32_t Pred : Preds[B])
      if (Reached[Pred] && !Ends[Pred] && !GoesOn[Pred]) {
        GoesOn[Pred] = true;
        Work.push_back(Pred);
      }
  }
  NoReturn[F] = N != 0 && !GoesOn[0];
  LiveBlock[F] = std::move(GoesOn);
  return NoReturn[F];
}

void Paths::markEvents(FunctionId F) {
  const Function &Body = P.Functions[F];
  LiveEvent[F].resize(Body.Events.size());
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    for (uint32_t I = 0; I < Body.Blocks[B].NumEvents; ++I)
      LiveEvent[F][Body.Blocks[B].FirstEvent + I] = LiveBlock[F][B];
}

std::vector<bool> waitwise::reachedWithout(const Function &Body,
                                           ClosedWay Closed) {
  std::vector<bool> Reached(Body.Blocks.size());
  std::vector<uint32_t> Work;
  auto Enter = [&](uint32_t B) {
    if (B == None || Reached[B])
      return;
    Reached[B] = true;
    Work.push_back(B);
  };
  if (!Body.Blocks.empty())
    Enter(0);
  while (!Work.empty()) {
    const Block &B = Body.Blocks[Work.back()];
    Work.pop_back();
    std::optional<unsigned> Shut;
    if (B.Succs.size() == 2)
      Shut = Closed(B.Cond);
    for (unsigned Way = 0; Way < B.Succs.size(); ++Way)
      if (Shut != Way)
        Enter(B.Succs[Way]);
  }
  return Reached;
}
