//===- solve/Coverage.cpp - what was analysed, and what nobody knows ------===//
//
// A library function without a rule is taken not to block. What nobody knows is
// a call through a slot that nothing flowed into, of an interface that nobody
// implements, or of a function of the program's own whose definition was not
// among the sources. Contexts that bear everything are not counted: there,
// nothing would have been reported.
//
//===----------------------------------------------------------------------===//
#include "solve/Coverage.h"

#include "solve/Contexts.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

/// Why a call is unknown: "call through 'S::hook'", …; empty if it is known.
static std::string unknownCall(const Analyses &A, Site S) {
  const Event &E = A.event(S);
  if (!A.Calls[S.F][S.Event].empty() || A.Cond.rule(S))
    return "";
  if (E.Callee == None) {
    bool Named = E.Via.Kind == ValueKind::Field ||
                 E.Via.Kind == ValueKind::Global;
    return Named ? "call through '" + A.P.name(E.Via.Index).str() + "'"
                 : "call through a pointer";
  }
  const Entity &Callee = A.P.entity(E.Callee);
  if (Callee.has(EF_System) || Callee.has(EF_Implicit) ||
      A.P.BodyOf[E.Callee] != None)
    return "";
  std::string Name = "'" + A.P.name(E.Callee).str() + "'";
  if (E.has(EVF_Virtual))
    return "virtual call of " + Name;
  return "call of " + Name + ", which is defined nowhere here";
}

namespace {

class CoverageCounter {
public:
  CoverageCounter(const Analyses &A, Solution &S)
      : A(A), S(S), Bits(contextsOfFunctions(A, S.Contexts)) {}

  void run() {
    for (const UnitInfo &U : A.P.Units) {
      ++S.Cov.TranslationUnits;
      S.Cov.Partial += U.Errors != 0;
    }
    S.Cov.Functions = A.P.Functions.size();
    for (const ContextEntry &E : S.Contexts)
      for (uint32_t Event : E.Events)
        Regions[{E.F, Event}] |= 1u << unsigned(E.Kind);
    forEachSite(A.P, [&](Site At) { count(At); });
    for (unsigned K = 0; K < NumContextKinds; ++K)
      if (ByKind[K].Calls)
        S.Cov.Contexts.push_back(ByKind[K]);
  }

  std::vector<uint32_t> takeBits() { return std::move(Bits); }

private:
  void count(Site At) {
    const Event &E = A.event(At);
    if (E.Kind != EventKind::Call || E.has(EVF_Implicit))
      return;
    std::string What = unknownCall(A, At);
    ++S.Cov.Calls;
    S.Cov.UnresolvedCalls += !What.empty();
    S.Costs[At.F].HasUnknown |= !What.empty();
    uint32_t Contexts = A.Path.live(At) ? Bits[At.F] : 0;
    if (auto It = Regions.find(At); It != Regions.end())
      Contexts |= It->second;
    uint32_t Demanding = 0;
    for (unsigned K = 0; K < NumContextKinds; ++K) {
      bool Runs = (Contexts & (1u << K)) != 0;
      if (!Runs || S.Cost.Tolerance[K] == Unlimited)
        continue;
      Demanding |= 1u << K;
      ByKind[K].Kind = ContextKind(K);
      ++ByKind[K].Calls;
      ByKind[K].Unresolved += !What.empty();
    }
    if (Demanding && !What.empty())
      S.Unknowns.push_back({At, Demanding, std::move(What)});
  }

  const Analyses &A;
  Solution &S;
  std::vector<uint32_t> Bits;
  std::map<Site, uint32_t> Regions;
  ContextCoverage ByKind[NumContextKinds];
};

} // namespace

void waitwise::measureCoverage(const Analyses &A, Solution &S) {
  CoverageCounter Counter(A, S);
  Counter.run();
  S.RunsIn = Counter.takeBits();
}
