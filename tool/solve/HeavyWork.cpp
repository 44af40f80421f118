//===- solve/HeavyWork.cpp - computing that a context cannot bear ---------===//
//
// From each entry whose longest stretch takes more than its context bears, down
// to the function that makes it so: the last one on the way that does not leave
// it to one callee. How sure that is depends on what had to be assumed: sizes
// that multiply each other are likely large, one pass over a container is not,
// and nothing says so of a number that another function gave.
//
//===----------------------------------------------------------------------===//
#include "solve/HeavyWork.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

class HeavyFinder {
public:
  HeavyFinder(const Analyses &A, const Effects &E, Solution &S)
      : A(A), E(E), S(S) {}

  void run() {
    for (uint32_t I = 0; I < S.Contexts.size(); ++I)
      enter(I);
    for (auto &[Key, W] : Groups) {
      llvm::sort(W.Entries);
      llvm::erase(W.Entries, W.Context);
      W.Entries.insert(W.Entries.begin(), W.Context);
      S.HeavyWork.push_back(std::move(W));
    }
  }

private:
  static bool isDemanding(ContextKind K) {
    return K == ContextKind::Coroutine || K == ContextKind::EventLoop ||
           K == ContextKind::Gui || K == ContextKind::Fiber ||
           K == ContextKind::GilHeld || K == ContextKind::LockHeld;
  }

  uint64_t tolerance(const ContextEntry &E) const {
    uint64_t Bears = S.Cost.Computing[unsigned(E.Kind)];
    return E.Tolerance ? std::min(E.Tolerance, Bears) : Bears;
  }

  void enter(uint32_t I) {
    const ContextEntry &E = S.Contexts[I];
    if (!isDemanding(E.Kind) || tolerance(E) == Unlimited)
      return;
    // In a part of a function, the heaviest call as it is made there.
    if (E.WholeBody || llvm::is_contained(E.Events, S.Costs[E.F].HeavyEvent))
      return descend(I, {}, E.F, E.Conf);
    for (uint32_t Event : E.Events)
      for (const CallEdge &To : S.Calls[E.F][Event])
        if (!A.isTask(To.Callee))
          descend(I, {{{E.F, Event}, To.Kind}}, To.Callee,
                  std::min(E.Conf, To.Conf));
  }

  bool isHeavy(FunctionId F, uint64_t Bears) const {
    return S.Costs[F].SliceNs >= double(Bears);
  }

  /// True if the interpreter lock, held at the entry of \p F, was let go of
  /// before its heaviest part.
  bool letsGo(FunctionId F) const {
    auto Held = E.locks().heldFromEntry(F, A.Flow.interpreterLock());
    return Held && !Held->count(S.Costs[F].HeavyEvent);
  }

  void descend(uint32_t I, std::vector<Step> Chain, FunctionId F,
               Confidence Conf) {
    uint64_t Bears = tolerance(S.Contexts[I]);
    bool UnderGil = S.Contexts[I].Kind == ContextKind::GilHeld;
    if (!isHeavy(F, Bears) || (UnderGil && letsGo(F)))
      return;
    HeavyWork W;
    W.Context = I;
    W.Cost = S.Costs[F].slice();
    W.Ns = S.Costs[F].SliceNs;
    std::set<FunctionId> Seen{F};
    while (Chain.size() < limits::StepsPerChain) {
      const FunctionCost &C = S.Costs[F];
      FunctionId Next = C.HeavyCallee;
      // A light call that a loop makes heavy is this function's doing.
      bool Hands = C.HeavyNs >= double(Bears) || C.HeavyNs * 2 >= C.SliceNs;
      if (Next == None || !Hands || !Seen.insert(Next).second)
        break;
      if (UnderGil && letsGo(Next))
        return;
      for (const CallEdge &To : S.Calls[F][C.HeavyEvent])
        if (To.Callee == Next) {
          Chain.push_back({{F, C.HeavyEvent}, To.Kind});
          Conf = std::min(Conf, To.Conf);
        }
      F = Next;
    }
    W.Chain = std::move(Chain);
    W.F = F;
    W.Event = S.Costs[F].HeavyCallee == None ? S.Costs[F].HeavyEvent : None;
    W.Loop = S.Costs[F].HeavyLoop;
    W.Conf = std::min(Conf, sureness(W.Cost, Bears));
    W.Sev = S.Cost.severityOf(uint64_t(std::min(W.Ns, 9e18)), Bears);
    W.Entries = {I};
    add(std::move(W));
  }

  Confidence sureness(const Formula &Cost, uint64_t Bears) const {
    const Term *T = Cost.dominant(
        [&](SizeId Id) { return double(S.Sizes[Id].Assumed); });
    if (!T)
      return Confidence::Low;
    // One element alone is too much, or nothing was assumed.
    if (S.Cost.nsOf(T->Factor) >= double(Bears))
      return Confidence::High;
    bool Bounded = llvm::all_of(T->Sizes, [&](SizeId Id) {
      return S.Sizes[Id].W != Size::Trips;
    });
    bool Asked = llvm::any_of(T->Sizes,
                              [&](SizeId Id) { return S.Sizes[Id].IsAsked; });
    bool Likely = T->IsExponential || (T->Sizes.size() > 1 && Bounded);
    return Likely && !Asked ? Confidence::Medium : Confidence::Low;
  }

  void add(HeavyWork W) {
    auto Key = std::make_tuple(S.Contexts[W.Context].Kind, W.F);
    auto [It, New] = Groups.try_emplace(Key, W);
    if (New)
      return;
    HeavyWork &Best = It->second;
    std::vector<uint32_t> Entries = std::move(Best.Entries);
    llvm::append_range(Entries, W.Entries);
    auto Rank = [](const HeavyWork &X) {
      return std::make_tuple(-int(X.Conf), -X.Ns, X.Chain.size(), X.Context);
    };
    if (Rank(W) < Rank(Best))
      Best = std::move(W);
    Best.Entries = std::move(Entries);
  }

  const Analyses &A;
  const Effects &E;
  Solution &S;
  std::map<std::tuple<ContextKind, FunctionId>, HeavyWork> Groups;
};

} // namespace

void waitwise::findHeavyWork(const Analyses &A, const Effects &E,
                             Solution &S) {
  HeavyFinder(A, E, S).run();
}
