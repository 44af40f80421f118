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

/// One wrapper may hand one parameter to several places.
static Discovery wrapperInWords(const Analyses &A, const Wrapper &W) {
  const Variable &Param = A.P.Functions[W.F].Params[W.Callable];
  Discovery D{"wrapper", W.F, "runs '" + A.P.str(Param.Name).str() + "' ", {}};
  if (W.Pool)
    D.Text += "by the workers in '" + A.P.nameOf(W.Pool->F).str() + "'";
  else
    D.Text += "through " + calleeOf(A, W.At);
  Location At = W.Pool ? A.P.self(W.F).Loc : A.event(W.At).Loc;
  D.Notes.push_back({W.Pool ? "takes it" : "hands it on", At});
  return D;
}

std::vector<Discovery> waitwise::describe(const Analyses &A,
                                          const Discoveries &Found,
                                          const Wrappers &Wraps) {
  std::vector<Discovery> All;
  for (const DiscoveredLoop &L : Found.Loops)
    All.push_back(loopInWords(A, L));
  for (const DiscoveredPool &Pool : Found.Pools)
    All.push_back(poolInWords(A, Pool));
  // A template is one wrapper, however many functions it is.
  std::set<std::pair<std::string, std::string>> Seen;
  for (const Wrapper &W : Wraps.all())
    if (Discovery D = wrapperInWords(A, W);
        Seen.insert({A.P.nameOf(W.F).str(), D.Text}).second)
      All.push_back(std::move(D));
  return All;
}
