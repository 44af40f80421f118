//===- solve/Discoveries.cpp - what was found, in words -------------------===//
#include "solve/Contexts.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

static std::string calleeOf(const Analyses &A, Site S) {
  EntityId Callee = A.event(S).Callee;
  return Callee == None ? "a callable" : "'" + A.P.name(Callee).str() + "'";
}

static Discovery loopInWords(const Analyses &A, const DiscoveredLoop &L) {
  Discovery D{"loop", L.F, "event-loop", {}};
  D.Notes.push_back({"loops", A.P.Functions[L.F].Loops[L.Loop].Loc});
  for (Site S : L.Waits)
    D.Notes.push_back({"waits in " + calleeOf(A, S), A.event(S).Loc});
  return D;
}

static Discovery poolInWords(const Analyses &A, const DiscoveredPool &Pool) {
  Discovery D{"pool", Pool.F, toString(Pool.Count.Kind).str(), {}};
  D.Text += ", " + Pool.Count.Text;
  if (Pool.Count.At.isValid())
    D.Notes.push_back({"sized", Pool.Count.At});
  for (Site S : Pool.Starts)
    D.Notes.push_back({"started by " + calleeOf(A, S), A.event(S).Loc});
  if (Pool.Wait.F != None)
    D.Notes.push_back({"waits in " + calleeOf(A, Pool.Wait),
                       A.event(Pool.Wait).Loc});
  std::set<std::pair<uint32_t, uint32_t>> Seen;
  for (const auto &[S, To] : Pool.Dispatches)
    if (Seen.insert({S.F, S.Event}).second)
      D.Notes.push_back({"calls what it took", A.event(S).Loc});
  return D;
}

std::vector<Discovery> waitwise::describe(const Analyses &A,
                                          const Discoveries &Found) {
  std::vector<Discovery> All;
  for (const DiscoveredLoop &L : Found.Loops)
    All.push_back(loopInWords(A, L));
  for (const DiscoveredPool &Pool : Found.Pools)
    All.push_back(poolInWords(A, Pool));
  return All;
}
