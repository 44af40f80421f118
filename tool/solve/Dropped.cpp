//===- solve/Dropped.cpp - work whose result is thrown away ---------------===//
//
// First, which calls have such a result, callees before callers; then, one
// function at a time, what becomes of it. A result that is handed on in any
// way, moved, stored or asked, is somebody else's: silence.
//
//===----------------------------------------------------------------------===//
#include "solve/Dropped.h"

#include "solve/LoopBlocks.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

/// Where a result comes from.
struct Origin {
  Drop Does = Drop::Fine;
  std::string Starter, Instead;
  std::vector<Step> Chain; ///< From the call down to the one that starts it.
  explicit operator bool() const { return Does != Drop::Fine; }
};

class DropFinder {
public:
  explicit DropFinder(const Analyses &A)
      : A(A), Returned(A.P.Functions.size()) {}

  std::vector<DroppedResult> run() {
    findReturned();
    forEachSite(A.P, [&](Site S) {
      if (A.Path.live(S) && A.event(S).Kind == EventKind::Call)
        judge(S);
    });
    return std::move(Found);
  }

private:
  /// Functions that return such a result on every way. In rounds: a chain of
  /// wrappers is short.
  void findReturned() {
    bool Grew = true;
    for (unsigned Round = 0; Grew && Round < limits::WrapperRounds; ++Round) {
      Grew = false;
      for (FunctionId F = 0; F < Returned.size(); ++F)
        if (!Returned[F])
          Grew |= bool(Returned[F] = returnedBy(F));
    }
  }

  Origin returnedBy(FunctionId F) const {
    Origin Only;
    for (const Move &M : A.P.Functions[F].Moves) {
      if (M.To.Kind != ValueKind::Return)
        continue;
      Only = originOf(F, M.From);
      if (!Only)
        return {};
    }
    return Only;
  }

  Origin originOf(FunctionId F, const Value &V) const {
    if (V.Kind == ValueKind::Result)
      return originOf({F, V.Index});
    uint32_t Event = V.Kind == ValueKind::Local ? onlySource(F, V) : None;
    return Event == None ? Origin() : originOf({F, Event});
  }

  /// The one call whose result a local holds, or None.
  uint32_t onlySource(FunctionId F, const Value &Local) const {
    uint32_t Event = None;
    for (const Move &M : A.P.Functions[F].Moves) {
      if (!(M.To == Local))
        continue;
      if (M.From.Kind != ValueKind::Result || Event != None)
        return None;
      Event = M.From.Index;
    }
    return Event;
  }

  /// What the result of a call is, seen through what only passes it on.
  Origin originOf(Site S) const {
    constexpr unsigned MostPasses = 4;
    for (unsigned I = 0; I < MostPasses; ++I) {
      Origin O = startedBy(S);
      const Rule *R = A.Cond.rule(S);
      if (O || !R || !R->PassesThrough)
        return O;
      Value From = operandValue(A.P, R->PassesThrough, S);
      uint32_t Event = From.Kind == ValueKind::Result  ? From.Index
                       : From.Kind == ValueKind::Local ? onlySource(S.F, From)
                                                       : None;
      if (Event == None)
        return {};
      S.Event = Event;
    }
    return {};
  }

  Origin startedBy(Site S) const {
    const Event &E = A.event(S);
    if (E.Kind != EventKind::Call || E.Callee == None || E.has(EVF_Construct))
      return {};
    const Rule *R = A.Cond.rule(S);
    if (R && R->Dropped != Drop::Fine)
      return {R->Dropped,
              A.P.name(E.Callee).str(),
              R->insteadFor(ContextKind::Thread).str(),
              {{S, EdgeKind::Direct}}};
    if (const CoroutineRule *Task =
            A.K.Rules.coroutineType(A.P.typeName(E.ResultType));
        Task && Task->Dropped != Drop::Fine && !isReference(E.ResultType))
      return {Task->Dropped,
              A.P.name(E.Callee).str(),
              "",
              {{S, EdgeKind::Direct}}};
    llvm::ArrayRef<CallEdge> To = A.Calls[S.F][S.Event];
    bool Sure = To.size() == 1 && To[0].Kind == EdgeKind::Direct;
    if (!Sure || !Returned[To[0].Callee])
      return {};
    Origin O = Returned[To[0].Callee];
    if (O.Chain.size() < limits::StepsPerChain)
      O.Chain.insert(O.Chain.begin(), {S, EdgeKind::Direct});
    return O;
  }

  bool isReference(TypeId T) const {
    return T != None && (A.P.Types[T].has(TF_Reference) ||
                         A.P.Types[T].has(TF_Pointer));
  }

  void judge(Site S) {
    const Event &E = A.event(S);
    if (E.has(EVF_Destroy) || E.has(EVF_Awaited))
      return;
    if (isAssignment(S))
      return judgeAssignment(S);
    Origin O = originOf(S);
    if (!O)
      return;
    if (E.has(EVF_Discarded))
      return add(S, O, DroppedResult::Discarded, "");
    uint32_t Local = holderOf(S);
    if (Local != None && isUnused(S, Local) &&
        (O.Does == Drop::NeverRuns || endsAtOnce(S, Local)))
      add(S, O, DroppedResult::Unused, nameOf(S.F, Local));
  }

  void add(Site S, const Origin &O, DroppedResult::Fate How,
           std::string Holder) {
    DroppedResult D;
    D.At = S;
    D.How = How;
    D.NeverRuns = O.Does == Drop::NeverRuns;
    D.InLoop = blockOf(S) != None &&
               A.P.Functions[S.F].Blocks[blockOf(S)].Loop != None;
    D.Starter = O.Starter;
    D.Holder = std::move(Holder);
    D.Chain = O.Chain;
    D.Instead = O.Instead;
    Found.push_back(std::move(D));
  }

  std::string nameOf(FunctionId F, uint32_t Local) const {
    return A.P.str(A.P.Functions[F].Locals[Local].Name).str();
  }

  uint32_t blockOf(Site S) const {
    return waitwise::blockOf(A.P.Functions[S.F], S.Event);
  }

  /// True for a local that is the object itself, not many of them or another.
  bool isObject(FunctionId F, uint32_t Local) const {
    const Variable &V = A.P.Functions[F].Locals[Local];
    return V.Name != None && !A.P.str(V.Name).empty() && V.Type != None &&
           isOneObject(V.Type);
  }

  bool isOneObject(TypeId T) const {
    const TypeInfo &Type = A.P.Types[T];
    return Type.has(TF_Class) && !Type.has(TF_Pointer) &&
           !Type.has(TF_Array) && !Type.has(TF_Reference);
  }

  /// The local that a result is put into, if that is all that happens to it.
  uint32_t holderOf(Site S) const {
    const Event &E = A.event(S);
    Value Result{ValueKind::Result, S.Event, 0};
    uint32_t Local = None;
    if (E.has(EVF_Construct) && E.Receiver.Kind == ValueKind::Local)
      Local = E.Receiver.Index;
    for (const Move &M : A.P.Functions[S.F].Moves) {
      if (!(M.From == Result))
        continue;
      if (Local != None || M.To.Kind != ValueKind::Local)
        return None;
      Local = M.To.Index;
    }
    return Local != None && isObject(S.F, Local) ? Local : None;
  }

  static bool mentions(const Event &E, const Value &V) {
    auto Is = [&](const Argument &Arg) { return Arg.V == V; };
    return E.Via == V || E.Receiver == V || llvm::any_of(E.Args, Is);
  }

  /// True if nothing is done with a local but to make it at \p S and end it.
  bool isUnused(Site S, uint32_t Local) const {
    const Function &Body = A.P.Functions[S.F];
    Value V{ValueKind::Local, Local, 0};
    unsigned Sources = 0;
    for (const Move &M : Body.Moves) {
      Sources += M.To == V;
      if (M.From == V)
        return false;
    }
    for (const Move &M : Body.Computed)
      if (M.From == V)
        return false;
    if (Sources > 1 ||
        llvm::any_of(Body.Blocks,
                     [&](const Block &B) { return B.Cond.Operand == V; }))
      return false;
    for (uint32_t I = 0; I < Body.Events.size(); ++I)
      if (I != S.Event && !Body.Events[I].has(EVF_Destroy) &&
          mentions(Body.Events[I], V))
        return false;
    return true;
  }

  /// True if nothing happens between the call and the end of the local, not
  /// even the end of another one whose work runs beside.
  bool endsAtOnce(Site S, uint32_t Local) const {
    const Function &Body = A.P.Functions[S.F];
    const Block &B = Body.Blocks[blockOf(S)];
    bool Ended = false;
    for (uint32_t I = S.Event + 1; I < B.FirstEvent + B.NumEvents; ++I) {
      const Event &E = Body.Events[I];
      if (!E.has(EVF_Destroy))
        return Ended;
      bool IsLocal = E.Receiver.Kind == ValueKind::Local;
      Ended |= IsLocal && E.Receiver.Index == Local;
      bool Other = IsLocal && E.Receiver.Index != Local;
      if (Other && holdsWork(S.F, E.Receiver))
        return false;
    }
    return Ended;
  }

  /// Also a container of futures holds work; so does a thread.
  bool holdsWork(FunctionId F, const Value &Local) const {
    for (const Move &M : A.P.Functions[F].Moves)
      if (M.To == Local && originOf(F, M.From))
        return true;
    for (uint32_t I = 0; I < A.P.Functions[F].Events.size(); ++I) {
      const Event &E = A.P.Functions[F].Events[I];
      const Rule *R = E.Receiver == Local ? A.Cond.rule({F, I}) : nullptr;
      bool Starts = R && llvm::any_of(R->Runs, [](const RunsSpec &Runs) {
                      return Runs.W == RunsSpec::In;
                    });
      bool Takes = E.Receiver == Local &&
                   llvm::any_of(E.Args, [&](const Argument &Arg) {
                     return Arg.V.Kind == ValueKind::Result &&
                            originOf(F, Arg.V);
                   });
      if (Starts || Takes)
        return true;
    }
    return false;
  }

  bool isAssignment(Site S) const {
    const Event &E = A.event(S);
    return E.Callee != None && A.P.name(E.Callee).ends_with("::operator=") &&
           A.P.entity(E.Callee).has(EF_Method) && E.Args.size() == 1 &&
           E.Args[0].V.Kind == ValueKind::Result && !A.Cond.rule(S);
  }

  /// `f = std::async(work)` on every turn of a loop in which nothing else is
  /// done: the turns wait for each other.
  void judgeAssignment(Site S) {
    const Event &E = A.event(S);
    const Function &Body = A.P.Functions[S.F];
    Origin O = originOf(S.F, E.Args[0].V);
    uint32_t B = blockOf(S);
    if (O.Does != Drop::Waits || B == None || Body.Blocks[B].Loop == None)
      return;
    TypeId Made = A.event({S.F, E.Args[0].V.Index}).ResultType;
    std::string Holder = holderName(S.F, E.Receiver, Made);
    uint32_t Loop = Body.Blocks[B].Loop;
    if (Holder.empty() || !isOnEveryTurn(Body, Loop, B) ||
        isTouched(S, Loop, E.Receiver))
      return;
    add({S.F, E.Args[0].V.Index}, O, DroppedResult::Overwritten, Holder);
    if (worksBeside(S, Loop))
      Found.back().Conf = Confidence::Low;
  }

  /// The name of a variable that is one object of the type that was made.
  std::string holderName(FunctionId F, const Value &V, TypeId Made) const {
    if (V.Kind == ValueKind::Local && isObject(F, V.Index) &&
        isSameClass(A.P.Functions[F].Locals[V.Index].Type, Made))
      return nameOf(F, V.Index);
    if (V.Kind != ValueKind::Global)
      return "";
    TypeId T = A.P.entity(V.Index).Type;
    bool Fits = T != None && isOneObject(T) && isSameClass(T, Made);
    return Fits ? A.P.name(V.Index).str() : "";
  }

  bool isSameClass(TypeId T, TypeId Other) const {
    return Other != None && A.P.Types[T].Class != None &&
           A.P.Types[T].Class == A.P.Types[Other].Class;
  }

  static bool isInside(const Function &Body, uint32_t Block, uint32_t Loop) {
    return liesIn(Body, Body.Blocks[Block].Loop, Loop);
  }

  /// True if no way around the loop leaves out block \p B.
  static bool isOnEveryTurn(const Function &Body, uint32_t Loop, uint32_t B) {
    uint32_t Header = Body.Loops[Loop].Header;
    std::vector<bool> Seen(Body.Blocks.size());
    std::vector<uint32_t> Work{Header};
    Seen[B] = true;
    while (B != Header && !Work.empty()) {
      uint32_t From = Work.back();
      Work.pop_back();
      for (uint32_t To : Body.Blocks[From].Succs) {
        if (To == Header)
          return false;
        if (To == None || Seen[To] || !isInside(Body, To, Loop))
          continue;
        Seen[To] = true;
        Work.push_back(To);
      }
    }
    return true;
  }

  template <typename Fn>
  bool anyInLoop(Site S, uint32_t Loop, Fn Is) const {
    const Function &Body = A.P.Functions[S.F];
    for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
      for (uint32_t I = 0; I < Body.Blocks[B].NumEvents; ++I)
        if (isInside(Body, B, Loop) && Is(Body.Blocks[B].FirstEvent + I))
          return true;
    return false;
  }

  /// True if the loop does anything else with the object, or makes it.
  bool isTouched(Site S, uint32_t Loop, const Value &Object) const {
    const Function &Body = A.P.Functions[S.F];
    return llvm::any_of(Body.Moves,
                        [&](const Move &M) { return M.From == Object; }) ||
           anyInLoop(S, Loop, [&](uint32_t I) {
             return I != S.Event && mentions(Body.Events[I], Object);
           });
  }

  /// True if the loop calls what may take time while the work runs.
  bool worksBeside(Site S, uint32_t Loop) const {
    return anyInLoop(S, Loop, [&](uint32_t I) {
      const Event &E = A.event({S.F, I});
      bool Own = I == S.Event || I == A.event(S).Args[0].V.Index;
      if (Own || E.has(EVF_Implicit) || E.Kind != EventKind::Call)
        return E.Kind != EventKind::Call;
      bool Light = E.Callee != None && A.P.entity(E.Callee).has(EF_System);
      const Rule *R = A.Cond.rule({S.F, I});
      return !Light || (R && (R->Blocks || R->Computes));
    });
  }

  const Analyses &A;
  std::vector<Origin> Returned;
  std::vector<DroppedResult> Found;
};

} // namespace

std::vector<DroppedResult> waitwise::findDropped(const Analyses &A) {
  return DropFinder(A).run();
}
