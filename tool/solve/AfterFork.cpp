//===- solve/AfterFork.cpp - what a forked child must not do --------------===//
//
// A child's code begins behind the fork, on the ways on which its result can be
// 0. A function that returns the result is a fork for its callers. Handlers of
// pthread_atfork, which release the locks that they took, put these in order.
//
//===----------------------------------------------------------------------===//
#include "solve/AfterFork.h"

#include "solve/ThreadOrder.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

using namespace waitwise;

namespace {

/// Where a branch goes on if the value that it tests is 0; none if both ways.
std::optional<unsigned> wayOfZero(const Branch &C) {
  switch (C.Op) {
  case CompareOp::EQ:
    return C.Rhs == 0 ? 0 : 1;
  case CompareOp::NE:
    return C.Rhs != 0 ? 0 : 1;
  case CompareOp::LT:
    return 0 < C.Rhs ? 0 : 1;
  case CompareOp::LE:
    return 0 <= C.Rhs ? 0 : 1;
  case CompareOp::GT:
    return 0 > C.Rhs ? 0 : 1;
  case CompareOp::GE:
    return 0 >= C.Rhs ? 0 : 1;
  default:
    return std::nullopt;
  }
}

/// What one child runs.
class Child {
public:
  struct Node {
    FunctionId F = None;
    uint32_t Parent = None; ///< Who calls it, …
    uint32_t Event = None;  ///< … and by which event of that.
    EdgeKind How = EdgeKind::Direct;
    Confidence Conf = Confidence::High;
  };

  Child(const Analyses &A, Site Fork) : A(A), Fork(Fork) {
    Nodes.push_back({Fork.F});
    Leaves = walk(0, blockOf(A.P.Functions[Fork.F], Fork.Event), Fork.Event);
    for (uint32_t N = 1; N < Nodes.size(); ++N)
      walk(N, 0, None);
  }

  /// The functions and, behind them, what they do, nearest first.
  const std::vector<Node> &nodes() const { return Nodes; }
  const std::vector<std::pair<uint32_t, Site>> &events() const {
    return Events;
  }
  /// True if the child leaves the function that forked.
  bool leaves() const { return Leaves; }

  std::vector<Step> chain(uint32_t N, Site Use) const {
    std::vector<Step> Steps{{Use, EdgeKind::Direct}};
    for (; Nodes[N].Parent != None; N = Nodes[N].Parent)
      Steps.push_back({{Nodes[Nodes[N].Parent].F, Nodes[N].Event},
                       Nodes[N].How});
    std::reverse(Steps.begin(), Steps.end());
    return Steps;
  }

private:
  /// Runs through the blocks of one function; true if it comes to its end.
  bool walk(uint32_t N, uint32_t First, uint32_t After) {
    const Function &Body = A.P.Functions[Nodes[N].F];
    if (First >= Body.Blocks.size())
      return false;
    bool ComesOut = false;
    std::vector<bool> Seen(Body.Blocks.size());
    std::vector<uint32_t> Work{First};
    while (!Work.empty()) {
      uint32_t B = Work.back();
      Work.pop_back();
      if (!runThrough(N, B, B == First ? After : None))
        continue;
      const Block &Blk = Body.Blocks[B];
      std::optional<unsigned> Way;
      if (Blk.Succs.size() == 2 && After != None &&
          testedEvent(Body, Blk.Cond.Operand) == After)
        Way = wayOfZero(Blk.Cond);
      ComesOut |= Blk.Succs.empty();
      for (unsigned I = 0; I < Blk.Succs.size(); ++I) {
        uint32_t To = Blk.Succs[I];
        if (To == None || Seen[To] || (Way && *Way != I))
          continue;
        Seen[To] = true;
        Work.push_back(To);
      }
    }
    return ComesOut;
  }

  /// The events of one block; false if the child does not get to its end.
  bool runThrough(uint32_t N, uint32_t B, uint32_t After) {
    FunctionId F = Nodes[N].F;
    const Block &Blk = A.P.Functions[F].Blocks[B];
    for (uint32_t I = 0; I < Blk.NumEvents; ++I) {
      uint32_t E = Blk.FirstEvent + I;
      if (After != None && E <= After)
        continue;
      bool Ends = ends({F, E});
      if (!isDead(N, E)) {
        Events.push_back({N, {F, E}});
        call(N, E);
      }
      if (Ends)
        return false;
    }
    return !Blk.NoReturn;
  }

  /// True for what a function below the child's own code does only when it
  /// ends the process: an assertion that failed, a report of a crash.
  bool isDead(uint32_t N, uint32_t E) const {
    FunctionId F = Nodes[N].F;
    return N != 0 && !A.Path.neverReturns(F) && !A.Path.live({F, E});
  }

  /// A function that does not return may be the child's main; one that says so
  /// of itself, or is called further down, ends the process.
  bool isLastWord(uint32_t N, FunctionId Callee) const {
    return A.P.self(Callee).has(EF_NoReturn) ||
           (N != 0 && A.Path.neverReturns(Callee));
  }

  void call(uint32_t N, uint32_t E) {
    // Of several targets of a slot, most are for other objects or times.
    llvm::ArrayRef<CallEdge> Targets = A.Calls[Nodes[N].F][E];
    if (Targets.size() > 1 && A.event({Nodes[N].F, E}).Callee == None)
      return;
    for (const CallEdge &To : Targets) {
      bool Known = A.isOpaque(To.Callee) || isLastWord(N, To.Callee) ||
                   !Entered.insert(To.Callee).second;
      if (Known || Nodes.size() >= limits::FunctionsPerChild)
        continue;
      Nodes.push_back(
          {To.Callee, N, E, To.Kind, std::min(To.Conf, Nodes[N].Conf)});
    }
  }

  bool ends(Site S) const {
    const Event &E = A.event(S);
    const Rule *R = A.Cond.rule(S);
    if ((R && R->Fork == ForkRole::Ends) ||
        (E.Callee != None && A.P.entity(E.Callee).has(EF_NoReturn)))
      return true;
    auto To = A.Calls[S.F][S.Event];
    return To.size() == 1 && To[0].Kind == EdgeKind::Direct &&
           !A.isOpaque(To[0].Callee) && A.Path.neverReturns(To[0].Callee);
  }

  const Analyses &A;
  Site Fork;
  bool Leaves = false;
  std::vector<Node> Nodes;
  std::set<FunctionId> Entered;
  std::vector<std::pair<uint32_t, Site>> Events; ///< With their nodes.
};

class ForkFinder {
public:
  ForkFinder(const Analyses &A, const Effects &E,
             llvm::ArrayRef<uint32_t> ContextBits,
             llvm::ArrayRef<ContextEntry> Entries)
      : A(A), E(E), ContextBits(ContextBits) {
    for (const ContextEntry &Entry : Entries)
      if (Entry.Kind == ContextKind::ForkedChild)
        Handlers.insert(Entry.F);
  }

  std::vector<ForkUse> run() {
    findChildren();
    if (Children.empty())
      return {};
    std::set<Site> InChild;
    for (const Child &C : Children)
      for (const auto &[Node, S] : C.events())
        // A child that leaves goes on in what its parent does, too.
        if (Node == 0 && !C.leaves())
          InChild.insert(S);
    ThreadOrder Order(A, ContextBits, InChild);
    collectLocks(InChild);
    for (size_t I = 0; I < Children.size(); ++I)
      if (auto Threads = Order.before(Forks[I]); Threads.Threads)
        judge(Forks[I], Children[I], Threads);
    return std::move(Found);
  }

private:
  void findChildren() {
    std::deque<Site> Work;
    std::set<Site> Seen;
    forEachSite(A.P, [&](Site S) {
      const Rule *R = A.Cond.rule(S);
      if (R && R->Fork == ForkRole::Forks)
        Work.push_back(S);
    });
    while (!Work.empty() && Children.size() < limits::ForksPerProgram) {
      Site S = Work.front();
      Work.pop_front();
      if (!Seen.insert(S).second)
        continue;
      Forks.push_back(S);
      Children.emplace_back(A, S);
      if (Children.back().leaves() && returnsResult(S))
        llvm::copy_if(A.CalledBy.of(S.F), std::back_inserter(Work),
                      [&](Site Caller) { return isDirect(Caller, S.F); });
    }
  }

  bool isDirect(Site Call, FunctionId Callee) const {
    return llvm::any_of(A.Calls[Call.F][Call.Event], [&](const CallEdge &To) {
      return To.Callee == Callee && To.Kind == EdgeKind::Direct;
    });
  }

  /// True if the function returns what the fork returned, so 0 in the child.
  bool returnsResult(Site S) const {
    const Function &Body = A.P.Functions[S.F];
    return llvm::any_of(Body.Moves, [&](const Move &M) {
      return M.To.Kind == ValueKind::Return &&
             testedEvent(Body, M.From) == S.Event;
    });
  }

  template <typename Fn> void forEachTaken(FunctionId F, Fn Visit) const {
    const LockActions &Actions = E.locks().actionsIn(F);
    for (const auto &[Event, All] : Actions.ByEvent)
      for (const LockAction &Action : All) {
        bool Waits = Action.W == LockAction::Acquire && Action.Depth == 0 &&
                     !Action.Try && !Action.TryZero && !Action.Deferred;
        if (Waits && Action.Lock != None && isShared(Action.Lock))
          Visit(Event, Action.Lock);
      }
  }

  /// True for locks that the whole program has, not a function for itself.
  bool isShared(LockId L) const {
    return L != A.Flow.interpreterLock() && A.Flow.info(L).F == None;
  }

  void collectLocks(const std::set<Site> &InChild) {
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
      forEachTaken(F, [&](uint32_t Event, LockId L) {
        if (!InChild.count({F, Event}))
          Takers[L].push_back(F);
      });
    std::vector<FunctionId> Work(Handlers.begin(), Handlers.end());
    while (!Work.empty()) {
      FunctionId F = Work.back();
      Work.pop_back();
      for (const auto &[Event, All] : E.locks().actionsIn(F).ByEvent)
        for (const LockAction &Action : All)
          Handled.insert(Action.Lock);
      for (uint32_t Event = 0; Event < A.Calls[F].size(); ++Event)
        if (LockId L = repairedBy({F, Event}); L != None)
          Handled.insert(L);
      for (const CallEdge &To : A.Calls[F].all())
        if (Handlers.insert(To.Callee).second)
          Work.push_back(To.Callee);
    }
  }

  LockId repairedBy(Site S) const {
    const Rule *R = A.Cond.rule(S);
    return R && R->Fork == ForkRole::Repairs ? A.Lock.lockOf(S.F, objectOf(S))
                                             : None;
  }

  /// The object that a call works on: the receiver, or the first argument.
  Value objectOf(Site S) const {
    const Event &Call = A.event(S);
    if (Call.ReceiverClass != None || Call.Args.empty())
      return Call.Receiver;
    return Call.Args.front().V;
  }

  /// Who may hold the lock on another thread while this one forks, or None.
  FunctionId holderOf(LockId L, Site Fork) const {
    auto It = Takers.find(L);
    if (It == Takers.end())
      return None;
    for (FunctionId F : It->second)
      if (ContextBits[F] & ThreadBits)
        return F;
    return ContextBits[Fork.F] & ThreadBits ? It->second.front() : None;
  }

  void judge(Site Fork, const Child &C, const ThreadOrder::Answer &Threads) {
    std::set<LockId> Own = Handled;
    bool Repaired = false, Starts = false;
    auto Held = E.locks().heldIn(Fork.F).find(Fork.Event);
    if (Held != E.locks().heldIn(Fork.F).end())
      for (const waitwise::Held &H : Held->second)
        Own.insert(H.Lock);
    for (const auto &[Node, S] : C.events()) {
      const Rule *R = A.Cond.rule(S);
      Repaired |= R && R->Fork == ForkRole::Repairs;
      Starts |= startsThread(A, S);
      if (LockId L = repairedBy(S); L != None)
        Own.insert(L);
    }
    std::set<std::tuple<ForkUse::What, std::string, LockId>> Seen;
    for (const auto &[Node, S] : C.events()) {
      LockId L = None;
      std::optional<ForkUse::What> What = useOf(S, Fork, Own, L);
      bool Excused = What == ForkUse::Loop ? Repaired || isMadeIn(C, S)
                                           : What == ForkUse::Wait && Starts;
      if (!What || Excused)
        continue;
      std::string Primitive = A.P.name(A.event(S).Callee).str();
      if (!Seen.insert({*What, L == None ? Primitive : "", L}).second)
        continue;
      ForkUse U;
      U.Fork = Fork;
      U.Kind = *What;
      U.Chain = C.chain(Node, S);
      U.Primitive = std::move(Primitive);
      U.Thread = Threads.Start;
      U.Conf = std::min({Threads.Conf, C.nodes()[Node].Conf,
                         confidenceOf(U.Chain.size())});
      if (L != None) {
        U.Object = A.Lock.nameOf(L);
        U.Holder = holderOf(L, Fork);
      }
      Found.push_back(std::move(U));
    }
  }

  /// The longer the way down, the more decides on the way whether it is taken.
  static Confidence confidenceOf(size_t Steps) {
    constexpr size_t Sure = 4, Likely = 6;
    return Steps <= Sure     ? Confidence::High
           : Steps <= Likely ? Confidence::Medium
                             : Confidence::Low;
  }

  std::optional<ForkUse::What> useOf(Site S, Site Fork,
                                     const std::set<LockId> &Own,
                                     LockId &Lock) const {
    if (A.event(S).Callee == None)
      return std::nullopt;
    const LockActions &Actions = E.locks().actionsIn(S.F);
    if (Actions.ByEvent.count(S.Event))
      forEachTaken(S.F, [&](uint32_t Event, LockId L) {
        if (Event == S.Event && !Own.count(L) && holderOf(L, Fork) != None)
          Lock = L;
      });
    if (Lock != None)
      return ForkUse::Lock;
    const Rule *R = A.Cond.rule(S);
    if (!R)
      return std::nullopt;
    if (R->Fork == ForkRole::Waits || (R->Blocks && R->Blocks->Unlocks))
      return ForkUse::Wait;
    if (startsThread(A, S))
      return ForkUse::Start;
    if (R->Fork == ForkRole::Shares)
      return ForkUse::Loop;
    return std::nullopt;
  }

  /// True if the object was made by the child, or is one of its own locals.
  bool isMadeIn(const Child &C, Site S) const {
    NodeId N = A.Flow.node(S.F, objectOf(S));
    if (N == None)
      return true;
    Origins From = A.Flow.origins(N);
    auto InChild = [&](FunctionId F) {
      return F != C.nodes().front().F &&
             llvm::any_of(C.nodes(),
                          [&](const Child::Node &N) { return N.F == F; });
    };
    bool Outside = llvm::any_of(From.Visited, [&](NodeId V) {
      return A.Flow.info(V).F == None;
    });
    return !Outside || llvm::any_of(From.Results, [&](Site Made) {
      return InChild(Made.F);
    });
  }

  const Analyses &A;
  const Effects &E;
  llvm::ArrayRef<uint32_t> ContextBits;
  std::set<FunctionId> Handlers; ///< Run in a child by pthread_atfork.
  std::set<LockId> Handled;      ///< Locks that these put in order.
  std::map<LockId, std::vector<FunctionId>> Takers;
  std::vector<Site> Forks;
  std::vector<Child> Children;
  std::vector<ForkUse> Found;
};

} // namespace

std::vector<ForkUse>
waitwise::findForkUses(const Analyses &A, const Effects &E,
                       llvm::ArrayRef<uint32_t> ContextBits,
                       llvm::ArrayRef<ContextEntry> Entries) {
  return ForkFinder(A, E, ContextBits, Entries).run();
}
