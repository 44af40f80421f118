//===- solve/OwnPool.cpp - workers that wait for their own pool -----------===//
//
// For each callable that is handed to a pool: what it calls directly, and in
// it a submission to the same pool with a wait for that very work behind it.
// Work is waited for by its future, or by an object (a latch, a semaphore)
// that the submitted callable is seen to use. Two objects of one class are
// different pools.
//
//===----------------------------------------------------------------------===//
#include "solve/OwnPool.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

using namespace waitwise;

namespace {

class OwnPoolFinder {
public:
  OwnPoolFinder(const Analyses &A, const Wrappers &Wraps)
      : A(A), Submitted(Wraps.submissions()) {
    for (const HandedOver &H : Submitted)
      ByCaller[H.Call.F].push_back(&H);
  }

  std::vector<OwnPoolWait> run() {
    for (const HandedOver &H : Submitted)
      if (H.To.Callee != None && !A.isOpaque(H.To.Callee))
        explore(H);
    std::vector<OwnPoolWait> All;
    for (auto &[Wait, Found] : Best)
      All.push_back(std::move(Found));
    return All;
  }

private:
  struct Reached {
    Site From; ///< Who calls it.
    EdgeKind How = EdgeKind::Direct;
    Confidence Conf = Confidence::High;
  };

  /// The same pool: the same object or, where neither is seen, the only one.
  static bool samePool(const HandedOver &X, const HandedOver &Y) {
    const DiscoveredPool *Of = X.Through ? X.Through->Pool : nullptr;
    const DiscoveredPool *Other = Y.Through ? Y.Through->Pool : nullptr;
    if (Of != Other)
      return false;
    const std::set<NodeId> &A = X.Where.Objects, &B = Y.Where.Objects;
    if (A.empty() && B.empty())
      return Of && Of->Class == None;
    return A.size() == 1 && A == B;
  }

  /// What a worker runs by direct and virtual calls.
  void explore(const HandedOver &Work) {
    std::map<FunctionId, Reached> Seen;
    Seen[Work.To.Callee].Conf = Work.To.Conf;
    std::deque<FunctionId> Queue{Work.To.Callee};
    while (!Queue.empty()) {
      FunctionId F = Queue.front();
      Queue.pop_front();
      for (const HandedOver *More : ByCaller[F])
        if (samePool(Work, *More))
          findWaits(Work, *More, Seen);
      for (uint32_t E = 0; E < A.P.Functions[F].Events.size(); ++E)
        follow({F, E}, Seen, Queue);
    }
  }

  void follow(Site S, std::map<FunctionId, Reached> &Seen,
              std::deque<FunctionId> &Queue) const {
    Confidence Conf = Seen[S.F].Conf;
    if (!A.Path.live(S) || Seen.size() > limits::FunctionsPerWorker)
      return;
    for (const CallEdge &To : A.Calls[S.F][S.Event]) {
      bool Calls = To.Kind == EdgeKind::Direct || To.Kind == EdgeKind::Virtual;
      if (!Calls || A.isOpaque(To.Callee) ||
          !Seen.try_emplace(To.Callee, Reached{S, To.Kind,
                                               std::min(Conf, To.Conf)})
               .second)
        continue;
      Queue.push_back(To.Callee);
    }
  }

  /// Waits in the function that submits, behind that.
  void findWaits(const HandedOver &Work, const HandedOver &More,
                 const std::map<FunctionId, Reached> &Seen) {
    FunctionId F = More.Call.F;
    for (uint32_t E = More.Call.Event + 1; E < A.P.Functions[F].Events.size();
         ++E)
      if (waitsFor({F, E}, More))
        note(Work, More, {F, E}, Seen);
  }

  bool waitsFor(Site S, const HandedOver &More) const {
    const Rule *R = A.Cond.rule(S);
    bool Waits = R && R->Blocks && R->Blocks->Kind == EffectKind::Wait &&
                 !R->Blocks->ExceptIn && !R->Blocks->Timeout &&
                 A.Path.live(S);
    NodeId Object = Waits ? A.Flow.node(S.F, A.event(S).Receiver) : None;
    if (Object == None)
      return false;
    if (R->Blocks->Until)
      return !A.Done.before(S, operandValue(A.P, R->Blocks->Until, S)) &&
             comesFrom(Object, More);
    return More.To.Callee != None && isUsedBy(S, More.To.Callee);
  }

  /// True if the future is what the submission returns, or that of what was
  /// submitted.
  bool comesFrom(NodeId Future, const HandedOver &More) const {
    Origins O = A.Flow.origins(Future);
    auto Has = [&](const Value &V) {
      NodeId N = A.Flow.node(More.Call.F, V);
      return N != None && llvm::is_contained(O.Visited, N);
    };
    if (Has({ValueKind::Result, More.Call.Event, 0}))
      return true;
    return llvm::any_of(A.event(More.Call).Args, [&](const Argument &Arg) {
      return Arg.Type != None && A.P.Types[Arg.Type].has(TF_Callable) &&
             Arg.V.isSlot() && Has(Arg.V);
    });
  }

  /// True if a callable calls another method of the very object waited for,
  /// which it captured.
  bool isUsedBy(Site Wait, FunctionId Callable) const {
    const Event &E = A.event(Wait);
    NodeId Object = A.Flow.node(Wait.F, E.Receiver);
    for (const Event &Use : A.P.Functions[Callable].Events) {
      if (Use.Callee == None || Use.Callee == E.Callee ||
          Use.ReceiverClass != E.ReceiverClass || Use.ReceiverClass == None)
        continue;
      NodeId Used = A.Flow.node(Callable, Use.Receiver);
      if (Used != None &&
          (Used == Object ||
           llvm::is_contained(A.Flow.origins(Used).Visited, Object)))
        return true;
    }
    return false;
  }

  void note(const HandedOver &Work, const HandedOver &More, Site Wait,
            const std::map<FunctionId, Reached> &Seen) {
    OwnPoolWait W;
    W.Entry = Work.Call;
    W.Worker = Work.To.Callee;
    W.Submission = More.Call;
    W.Threads = Work.Where.Threads;
    W.Chain = {{Wait, EdgeKind::Direct}};
    W.Conf = Seen.at(Wait.F).Conf;
    for (FunctionId F = Wait.F; Seen.at(F).From.F != None;
         F = Seen.at(F).From.F)
      W.Chain.push_back({Seen.at(F).From, Seen.at(F).How});
    std::reverse(W.Chain.begin(), W.Chain.end());
    W.Pool = Work.Through && Work.Through->Pool
                 ? "the workers in '" +
                       A.P.nameOf(Work.Through->Pool->F).str() + "'"
                 : "the same pool";
    const Rule *R = A.Cond.rule(Wait);
    W.Because = R->Because;
    W.Kind = Work.Where.Kind;
    OwnPoolWait &Known = Best.try_emplace(Wait, W).first->second;
    if (std::make_tuple(Known.Conf, W.Chain.size()) <
        std::make_tuple(W.Conf, Known.Chain.size()))
      Known = std::move(W);
  }

  const Analyses &A;
  std::vector<HandedOver> Submitted;
  std::map<FunctionId, std::vector<const HandedOver *>> ByCaller;
  std::map<Site, OwnPoolWait> Best; ///< By the wait.
};

} // namespace

std::vector<OwnPoolWait>
waitwise::findOwnPoolWaits(const Analyses &A, const Wrappers &Wraps) {
  return OwnPoolFinder(A, Wraps).run();
}

void waitwise::dropOwnPoolWaits(Solution &S) {
  std::set<Site> Waits;
  for (const OwnPoolWait &W : S.OwnPoolWaits)
    Waits.insert(W.Chain.back().At);
  std::erase_if(S.Mismatches, [&](const Mismatch &M) {
    return S.Contexts[M.Context].Kind == ContextKind::CpuPool &&
           Waits.count(S.Sinks[M.SinkIndex].At);
  });
}
