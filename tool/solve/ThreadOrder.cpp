//===- solve/ThreadOrder.cpp - are there threads yet? ---------------------===//
#include "solve/ThreadOrder.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

bool waitwise::startsThread(const Analyses &A, Site S) {
  const Rule *R = A.Cond.rule(S);
  return R && llvm::any_of(R->Runs, [&](const RunsSpec &Runs) {
           return Runs.W == RunsSpec::In &&
                  (ThreadBits & 1u << unsigned(Runs.Kind)) &&
                  A.Cond.runs(Runs, S) != Truth::No;
         });
}

std::vector<bool> waitwise::blocksBefore(const Function &Body,
                                         uint32_t Block) {
  std::vector<std::vector<uint32_t>> Preds(Body.Blocks.size());
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    for (uint32_t S : Body.Blocks[B].Succs)
      if (S != None)
        Preds[S].push_back(B);
  std::vector<bool> Before(Body.Blocks.size());
  std::vector<uint32_t> Work{Block};
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    for (uint32_t P : Preds[B]) {
      if (Before[P])
        continue;
      Before[P] = true;
      Work.push_back(P);
    }
  }
  return Before;
}

ThreadOrder::ThreadOrder(const Analyses &A,
                         llvm::ArrayRef<uint32_t> ContextBits,
                         const std::set<Site> &Ignored)
    : A(A), ContextBits(ContextBits), Ignored(Ignored),
      StartOf(A.P.Functions.size()) {
  collect();
}

/// Which functions lead to a start, callees first.
void ThreadOrder::collect() {
  std::vector<FunctionId> Work;
  auto Mark = [&](FunctionId F, Site Start) {
    if (StartOf[F].F != None)
      return;
    StartOf[F] = Start;
    Work.push_back(F);
  };
  forEachSite(A.P, [&](Site S) {
    if (Ignored.count(S) || !A.Path.live(S) || !startsThread(A, S))
      return;
    if (Any.F == None)
      Any = S;
    Mark(S.F, S);
  });
  while (!Work.empty()) {
    FunctionId F = Work.back();
    Work.pop_back();
    for (Site S : callersOf(F))
      if (!Ignored.count(S))
        Mark(S.F, StartOf[F]);
  }
}

/// Calls that run the body.
llvm::ArrayRef<Site> ThreadOrder::callersOf(FunctionId F) const {
  return A.isOpaque(F) ? llvm::ArrayRef<Site>() : A.CalledBy.of(F);
}

bool ThreadOrder::onThread(FunctionId F) const {
  return (ContextBits[F] & ThreadBits) != 0;
}

/// The event of the function that starts a thread, or leads to a start, before
/// \p S; or None.
uint32_t ThreadOrder::startBefore(Site S) const {
  if (StartOf[S.F].F == None)
    return None;
  const Function &Body = A.P.Functions[S.F];
  uint32_t Here = blockOf(Body, S.Event);
  if (Here == None)
    return None;
  std::vector<bool> Before = blocksBefore(Body, Here);
  for (uint32_t E = 0; E < Body.Events.size(); ++E) {
    uint32_t B = blockOf(Body, E);
    bool IsBefore = B != None && (Before[B] || (B == Here && E < S.Event));
    if (!IsBefore || E == S.Event || Ignored.count({S.F, E}))
      continue;
    bool Leads = llvm::any_of(A.Calls[S.F][E], [&](const CallEdge &To) {
      return !A.isOpaque(To.Callee) && StartOf[To.Callee].F != None;
    });
    if (Leads || startsThread(A, {S.F, E}))
      return E;
  }
  return None;
}

ThreadOrder::Answer ThreadOrder::before(Site S) const {
  if (Any.F == None)
    return {};
  std::set<FunctionId> Seen;
  std::vector<Site> Work{S};
  Answer Found;
  while (!Work.empty()) {
    Site At = Work.back();
    Work.pop_back();
    if (startBefore(At) != None || onThread(At.F))
      return {true, Confidence::High, Any};
    if (!Seen.insert(At.F).second)
      continue;
    llvm::ArrayRef<Site> Callers = callersOf(At.F);
    llvm::append_range(Work, Callers);
    bool IsMain = A.P.nameOf(At.F) == "main";
    if (Callers.empty() && !IsMain)
      Found = {true, Confidence::Medium, Any};
  }
  return Found;
}
