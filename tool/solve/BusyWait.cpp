//===- solve/BusyWait.cpp - loops that ask again and again ----------------===//
//
// Whatever else a loop does makes it something else: work with a stop flag, a
// retry of a call that failed, a look at a file or at another process. A way
// out that tests anything but the flag, such as a counter, makes it a bounded
// spin. A flag that only a signal handler sets cannot be waited for.
//
//===----------------------------------------------------------------------===//
#include "solve/BusyWait.h"

#include "solve/ThreadOrder.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

namespace {

class BusyFinder {
public:
  BusyFinder(const Analyses &A, llvm::ArrayRef<uint32_t> ContextBits)
      : A(A), ContextBits(ContextBits) {}

  std::vector<BusyLoop> run() {
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      const Function &Body = A.P.Functions[F];
      for (uint32_t L = 0; L < Body.Loops.size(); ++L)
        if (!hasInner(Body, L))
          candidate(F, L);
    }
    if (!Loops.empty())
      collectWriters();
    llvm::erase_if(Loops, [&](BusyLoop &B) { return !isSetElsewhere(B); });
    return std::move(Loops);
  }

private:
  /// What an event is to a loop that waits by asking.
  enum class Part : uint8_t { Work, Light, Read, Try, Pause, Sleep };

  static bool hasInner(const Function &Body, uint32_t Outer) {
    return llvm::any_of(Body.Loops,
                        [&](const Loop &L) { return L.Parent == Outer; });
  }

  Part partOf(Site S) const {
    const Event &E = A.event(S);
    if (E.Kind != EventKind::Call || E.Callee == None)
      return Part::Work;
    const Rule *R = A.Cond.rule(S);
    if (R && R->Spins != SpinPart::None)
      return R->Spins == SpinPart::Reads   ? Part::Read
             : R->Spins == SpinPart::Tries ? Part::Try
                                           : Part::Pause;
    if (R && R->Blocks && R->Blocks->Kind == EffectKind::Sleep)
      return Part::Sleep;
    if (R && R->Acquires && (R->Acquires->Try || R->Acquires->TryZero))
      return Part::Try;
    if (getter(S) != None)
      return Part::Read;
    // The times that are slept are objects, too.
    bool Light = !R && A.P.entity(E.Callee).has(EF_System) &&
                 A.P.name(E.Callee).starts_with("std::chrono::") &&
                 (E.has(EVF_Construct) || E.Args.size() > 1);
    return Light ? Part::Light : Part::Work;
  }

  /// The program's own function that only tells a flag's value, or None.
  FunctionId getter(Site S) const {
    llvm::ArrayRef<CallEdge> To = A.Calls[S.F][S.Event];
    if (To.size() != 1 || To[0].Kind != EdgeKind::Direct ||
        A.isOpaque(To[0].Callee))
      return None;
    const Function &Body = A.P.Functions[To[0].Callee];
    bool Plain = Body.Loops.empty() && Body.Events.size() <= 1;
    for (uint32_t E = 0; Plain && E < Body.Events.size(); ++E) {
      const Rule *R = A.Cond.rule({To[0].Callee, E});
      Plain = R && R->Spins == SpinPart::Reads;
    }
    bool Tells = llvm::all_of(Body.Moves, [](const Move &M) {
      return M.To.Kind == ValueKind::Return;
    });
    return Plain && Tells && flagToldBy(To[0].Callee) != None ? To[0].Callee
                                                              : None;
  }

  NodeId flagToldBy(FunctionId F) const {
    const Function &Body = A.P.Functions[F];
    if (!Body.Events.empty())
      return flagOf(F, objectOf(Body.Events.front()));
    return Body.Moves.size() == 1 ? flagOf(F, Body.Moves.front().From) : None;
  }

  static Value objectOf(const Event &E) {
    return E.ReceiverClass != None || E.Args.empty() ? E.Receiver
                                                     : E.Args.front().V;
  }

  /// Flags and locks that the whole program knows: fields and variables.
  NodeId flagOf(FunctionId F, const Value &V) const {
    bool Known = V.Kind == ValueKind::Field || V.Kind == ValueKind::Global;
    return Known ? A.Flow.node(F, V) : None;
  }

  /// What an event of a loop reads or tries for, or None.
  NodeId flagAt(Site S) const {
    FunctionId Getter = getter(S);
    return Getter != None ? flagToldBy(Getter)
                          : flagOf(S.F, objectOf(A.event(S)));
  }

  struct Shape {
    bool Tries = false, Pauses = false, Sleeps = false;
    bool Other = false; ///< Not a loop that only asks.
    NodeId Flag = None;
    Site Pause;
  };

  void candidate(FunctionId F, uint32_t L) {
    const Function &Body = A.P.Functions[F];
    Shape Is;
    for (uint32_t B = 0; B < Body.Blocks.size() && !Is.Other; ++B)
      if (Body.Blocks[B].Loop == L)
        addBlock(F, L, B, Is);
    bool Spins = !Is.Pauses && !Is.Sleeps;
    if (Is.Other || Is.Flag == None || (Spins && usesWhatItReads(F, L)))
      return;
    BusyLoop Found;
    Found.F = F;
    Found.Loop = L;
    Found.Kind = Is.Sleeps ? BusyLoop::Polls
                           : Spins ? BusyLoop::Spins : BusyLoop::Yields;
    Found.OnLock = Is.Tries;
    Found.Pause = Is.Pause;
    NodeInfo Flag = A.Flow.info(Is.Flag);
    Found.Flag = A.P.name(Flag.V.Index).str();
    Flags[{F, L}] = Is.Flag;
    Loops.push_back(std::move(Found));
  }

  void addBlock(FunctionId F, uint32_t L, uint32_t B, Shape &Is) const {
    const Function &Body = A.P.Functions[F];
    const Block &Blk = Body.Blocks[B];
    for (uint32_t I = 0; I < Blk.NumEvents; ++I) {
      Site S{F, Blk.FirstEvent + I};
      Part P = partOf(S);
      Is.Other |= P == Part::Work;
      Is.Tries |= P == Part::Try;
      Is.Pauses |= P == Part::Pause;
      Is.Sleeps |= P == Part::Sleep;
      if (P == Part::Pause || P == Part::Sleep)
        Is.Pause = S;
    }
    bool Exit = Blk.Succs.size() == 2 &&
                llvm::any_of(Blk.Succs, [&](uint32_t To) {
                  return To != None && Body.Blocks[To].Loop != L;
                });
    bool Decides =
        Blk.Succs.size() >= 2 && !llvm::is_contained(Blk.Succs, None);
    if (!Decides || Is.Other)
      return;
    NodeId Flag = testedFlag(F, Blk.Cond);
    Is.Other |= Flag == None || (Exit && Is.Flag != None && Is.Flag != Flag);
    if (Exit)
      Is.Flag = Flag;
  }

  /// The flag that a branch tests, or None if it tests anything else.
  NodeId testedFlag(FunctionId F, const Branch &C) const {
    const Value &V = C.Operand;
    if (V.Kind == ValueKind::Field || V.Kind == ValueKind::Global)
      return isPlainFlag(V.Index) ? flagOf(F, V) : None;
    if (V.Kind != ValueKind::Result)
      return None;
    Part P = partOf({F, V.Index});
    return P == Part::Read || P == Part::Try ? flagAt({F, V.Index}) : None;
  }

  bool isPlainFlag(EntityId E) const {
    TypeId T = A.P.entity(E).Type;
    return T != None && A.P.Types[T].has(TF_Integer) &&
           !A.P.Types[T].has(TF_Pointer);
  }

  /// True if the loop goes on with what it reads: a walk along a list, an
  /// update that is tried again.
  bool usesWhatItReads(FunctionId F, uint32_t L) const {
    const Function &Body = A.P.Functions[F];
    return llvm::any_of(Body.Moves, [&](const Move &M) {
      if (M.From.Kind != ValueKind::Result)
        return false;
      uint32_t B = blockOf(Body, M.From.Index);
      return B != None && Body.Blocks[B].Loop == L;
    });
  }

  /// Who writes which flag, but for their own loops.
  void collectWriters() {
    std::set<NodeId> Wanted;
    for (const auto &[Where, Flag] : Flags)
      Wanted.insert(Flag);
    auto Add = [&](FunctionId F, const Value &V) {
      NodeId N = flagOf(F, V);
      if (N != None && Wanted.count(N))
        Writers[N].insert(F);
    };
    for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
      const Function &Body = A.P.Functions[F];
      bool Makes = A.P.self(F).has(EF_Constructor) ||
                   A.P.nameOf(F) == "(static initialisation)";
      for (const Move &M : Body.Moves)
        if (!Makes)
          Add(F, M.To);
      for (const Move &M : Body.Computed)
        Add(F, M.To);
    }
    forEachSite(A.P, [&](Site S) {
      addHandlers(S);
      const Event &Call = A.event(S);
      if (Call.has(EVF_Construct) || Call.has(EVF_Destroy) ||
          partOf(S) == Part::Read)
        return;
      Add(S.F, Call.Receiver);
      for (const Argument &Arg : Call.Args)
        if (Arg.Type != None && A.P.Types[Arg.Type].has(TF_Pointer))
          Add(S.F, Arg.V);
    });
    addFieldHandlers();
  }

  /// Callables that the program does not run itself: signal handlers.
  void addHandlers(Site S) {
    const Rule *R = A.Cond.rule(S);
    if (!R)
      return;
    for (const RunsSpec &Runs : R->Runs)
      if (Runs.W == RunsSpec::Never)
        for (const CallEdge &To : A.Resolver.callables(S, Runs))
          Handlers.insert(To.Callee);
  }

  void addFieldHandlers() {
    for (EntityId E = 0; E < A.P.Entities.size(); ++E) {
      if (A.P.entity(E).Kind != EntityKind::Field)
        continue;
      const FieldRule *R = A.K.Rules.field(A.P.name(E));
      if (R && R->W == RunsSpec::Never)
        for (const CallEdge &To :
             A.Resolver.callables(None, {ValueKind::Field, E, 0}, None))
          Handlers.insert(To.Callee);
    }
  }

  bool onThread(FunctionId F) const {
    constexpr uint32_t Bits = 1u << unsigned(ContextKind::Thread) |
                              1u << unsigned(ContextKind::CpuPool) |
                              1u << unsigned(ContextKind::IoPool) |
                              1u << unsigned(ContextKind::AnyPool);
    return (ContextBits[F] & Bits) != 0;
  }

  /// True if code that may run on another thread ends the loop. A lock is
  /// given back by whoever has it.
  bool isSetElsewhere(BusyLoop &B) {
    NodeId Flag = Flags[{B.F, B.Loop}];
    std::set<FunctionId> &By = Writers[Flag];
    bool Other = false, Threads = onThread(B.F);
    for (FunctionId F : By) {
      if (Handlers.count(F))
        return false;
      Other |= F != B.F;
      Threads |= F != B.F && onThread(F);
    }
    if (B.OnLock)
      return true;
    const Entity &E = A.P.entity(A.Flow.info(Flag).V.Index);
    bool Atomic = E.Type != None && A.P.Types[E.Type].Class != None;
    // A counter that the function itself moves on bounds the loop.
    if (!Atomic && By.count(B.F))
      return false;
    if (!Threads)
      B.Conf = Confidence::Medium;
    return Other && (Threads || Atomic);
  }

  const Analyses &A;
  llvm::ArrayRef<uint32_t> ContextBits;
  std::vector<BusyLoop> Loops;
  std::map<std::pair<FunctionId, uint32_t>, NodeId> Flags;
  std::map<NodeId, std::set<FunctionId>> Writers;
  std::set<FunctionId> Handlers;
};

} // namespace

std::vector<BusyLoop>
waitwise::findBusyLoops(const Analyses &A,
                        llvm::ArrayRef<uint32_t> ContextBits) {
  return BusyFinder(A, ContextBits).run();
}
