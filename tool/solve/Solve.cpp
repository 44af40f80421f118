//===- solve/Solve.cpp - program and knowledge → solution -----------------===//
//
//   Knowledge ─▶ Classes ─▶ CallResolver + FlowGraph ─▶ Paths ─▶ Descriptors
//        ─▶ Loops, Pools ─▶ Contexts ─▶ Effects (bottom-up)
//        ─▶ Mismatches (top-down)
//
// Each step reads what the steps before it made and writes only its own.
//
//===----------------------------------------------------------------------===//
#include "solve/Solve.h"

#include "solve/AfterFork.h"
#include "solve/BusyWait.h"
#include "solve/Classify.h"
#include "solve/Contexts.h"
#include "solve/Cost.h"
#include "solve/Coverage.h"
#include "solve/Dropped.h"
#include "solve/HeavyWork.h"
#include "solve/IdleCoroutines.h"
#include "solve/Mismatches.h"
#include "solve/NamedContexts.h"
#include "solve/OwnPool.h"
#include "solve/Promises.h"
#include "solve/Starts.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace waitwise;

/// Descriptors that loops hand to their callbacks: integer parameters of
/// entries of event loops.
static std::set<NodeId> readyDescriptors(const Analyses &A,
                                         llvm::ArrayRef<ContextEntry> Entries) {
  std::set<NodeId> Ready;
  for (const ContextEntry &E : Entries) {
    if (E.Kind != ContextKind::EventLoop || !E.WholeBody)
      continue;
    const Function &Body = A.P.Functions[E.F];
    for (unsigned I = 0; I < Body.Params.size(); ++I) {
      TypeId T = Body.Params[I].Type;
      if (T != None && A.P.Types[T].has(TF_Integer))
        Ready.insert(A.Flow.node(E.F, {ValueKind::Param, I, 0}));
    }
  }
  return Ready;
}

static void countRules(const Analyses &A, Solution &S) {
  std::set<std::string> Hit;
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
    for (uint32_t I = 0; I < A.P.Functions[F].Events.size(); ++I)
      if (const Rule *R = A.Cond.rule({F, I}))
        Hit.insert(R->Pack + ":" + std::to_string(R->Line) + " " +
                   R->Names.front());
  EntityId Method = None;
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
    if (const Rule *R = A.K.overriddenRule(A.P.Functions[F].Self, Method))
      Hit.insert(R->Pack + ":" + std::to_string(R->Line) + " " +
                   R->Names.front());
  S.RulesHit.assign(Hit.begin(), Hit.end());
}

Solution waitwise::solve(const Program &P, const RuleSet &R,
                         std::string Root) {
  Solution S;
  S.P = &P;
  S.Cost = R.Cost;
  S.Root = std::move(Root);

  Knowledge K(P, R);
  Classes C(P, K);
  FlowGraph Flow(P);
  Conditions Cond(P, K, Flow);
  CallResolver Resolver(P, C, Cond, Flow);
  S.Calls = Resolver.run();
  Callers CalledBy(P, S.Calls);
  Paths Path(P, S.Calls, CalledBy);
  Descriptors Fds(P, K, Flow, Cond);
  Cond.use(Fds);
  Locks Lock(P, Flow, Cond);
  Completed Done(P, Flow, Cond, S.Calls);
  Analyses A{P,        K,    Flow, S.Calls, CalledBy, Resolver,
             Cond,     Path, Lock, Done,    Fds};

  ThreadCounts Counts(A);
  Discoveries Found;
  Found.Loops = discoverLoops(A);
  Found.Pools = discoverPools(A, Counts, Found.Loops);
  NamedContexts Named(A);
  Named.correct(Found);
  Executors Execs(A, Counts, Found.Pools);
  Wrappers Wraps(A, Execs, Found.Pools);
  S.Discovered = describe(A, Found, Wraps);
  S.Contexts = findContexts(A, Found, {Execs, Wraps});
  Named.correct(S.Contexts);
  S.Warnings = Named.warnings();
  S.OwnPoolWaits = findOwnPoolWaits(A, Wraps);
  Fds.setReady(readyDescriptors(A, S.Contexts));
  std::vector<uint32_t> ContextBits = contextsOfFunctions(A, S.Contexts);
  if (auto Promised = promisedEntries(A, ContextBits, S.Cost);
      !Promised.empty()) {
    llvm::append_range(S.Contexts, Promised);
    sortEntries(S.Contexts);
    ContextBits = contextsOfFunctions(A, S.Contexts);
  }
  Effects E(A);
  E.solveLocks(ContextBits);
  findMismatches(A, E, ContextBits, S);
  dropOwnPoolWaits(S);
  findHeldSuspensions(A, E, S);
  S.ForkUses = findForkUses(A, E, ContextBits, S.Contexts);
  S.BusyLoops = findBusyLoops(A, ContextBits);
  S.IdleCoroutines = findIdleCoroutines(A);
  S.DroppedResults = findDropped(A);
  computeCosts(A, E.sinks(), S);
  findHeavyWork(A, E, S);
  measureCoverage(A, S);
  classify(S);
  findStarts(A, E, S);
  countRules(A, S);
  for (const auto &[Of, Text] : K.Declared.problems())
    S.Problems.push_back({P.entity(Of).Loc, Text});
  auto Key = [&](const auto &Problem) {
    return std::make_tuple(P.str(Problem.first.File), Problem.first.Line,
                           llvm::StringRef(Problem.second));
  };
  llvm::sort(S.Problems, [&](const auto &X, const auto &Y) {
    return Key(X) < Key(Y);
  });
  return S;
}
