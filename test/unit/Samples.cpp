//===- unit/Samples.cpp - random but well-formed summaries ----------------===//
#include "Samples.h"

#include "llvm/ADT/ArrayRef.h"

#include <algorithm>
#include <random>

using namespace waitwise;
using namespace waitwise::test;

namespace {

constexpr unsigned NumStrings = 20, NumTypes = 7, NumEntities = 15;

class Maker {
public:
  explicit Maker(unsigned Seed) : Random(Seed) {}
  Summary make(unsigned NumFunctions);

private:
  /// In [0, N).
  unsigned below(unsigned N) { return Random() % N; }
  uint32_t maybe(unsigned N) { return below(4) ? below(N) : None; }
  std::vector<uint32_t> list(unsigned N) {
    std::vector<uint32_t> L(below(3));
    for (uint32_t &Id : L)
      Id = below(N);
    return L;
  }
  Location location() { return {maybe(NumStrings), below(999), below(99)}; }
  Value value(const Function &F);
  Entity entity(unsigned Index);
  Event event(const Function &F);
  Function function();

  std::mt19937 Random;
};

Value Maker::value(const Function &F) {
  auto Kind = ValueKind(below(unsigned(ValueKind::Return) + 1));
  auto Within = [&](size_t N) {
    return N ? Value{Kind, below(N), 0} : Value();
  };
  switch (Kind) {
  case ValueKind::Int:
  case ValueKind::Bits:
  case ValueKind::Duration:
    return {Kind, 0, int64_t(Random()) << below(32) >> below(32)};
  case ValueKind::String:
    return Within(NumStrings);
  case ValueKind::Param:
    return Within(F.Params.size());
  case ValueKind::Local:
    return Within(F.Locals.size());
  case ValueKind::Field:
  case ValueKind::Global:
  case ValueKind::Function:
    return Within(NumEntities);
  case ValueKind::Result:
    return Within(F.Events.size());
  default:
    return {Kind, 0, 0};
  }
}

Entity Maker::entity(unsigned Index) {
  Entity E;
  E.Kind = EntityKind(below(4));
  E.Usr = maybe(NumStrings);
  E.Name = maybe(NumStrings);
  E.Flags = Random();
  E.Loc = location();
  E.Parent = Index ? maybe(Index) : None;
  E.Type = maybe(NumTypes);
  E.Params = list(NumTypes);
  E.Overrides = list(NumEntities);
  E.Bases = list(NumEntities);
  E.Annotations = list(NumStrings);
  E.TemplateArgs.resize(below(3));
  for (TemplateArg &A : E.TemplateArgs)
    A = {maybe(NumTypes), value(Function())};
  return E;
}

Event Maker::event(const Function &F) {
  Event E;
  E.Kind = EventKind(below(3));
  E.Flags = Random();
  E.Loc = location();
  E.Callee = maybe(NumEntities);
  E.Via = value(F);
  E.Receiver = value(F);
  E.ReceiverClass = maybe(NumEntities);
  E.ResultType = maybe(NumTypes);
  E.Macro = maybe(NumStrings);
  E.Args.resize(below(4));
  for (Argument &A : E.Args)
    A = {value(F), maybe(NumTypes), below(2) == 1};
  return E;
}

Function Maker::function() {
  Function F;
  F.Self = below(NumEntities);
  F.End = location();
  F.Params.resize(below(4));
  F.Locals.resize(below(5));
  for (Variable &V : F.Params)
    V = {maybe(NumStrings), maybe(NumTypes)};
  for (Variable &V : F.Locals)
    V = {maybe(NumStrings), maybe(NumTypes)};
  unsigned NumLoops = below(3);
  F.Blocks.resize(2 + below(5));
  F.Events.resize(2 * F.Blocks.size());
  for (Event &E : F.Events)
    E = event(F);
  for (unsigned I = 0; I != F.Blocks.size(); ++I) {
    Block &B = F.Blocks[I];
    B.FirstEvent = 2 * I;
    B.NumEvents = 2;
    B.Ops = below(1000);
    B.Loop = NumLoops ? maybe(NumLoops) : None;
    B.NoReturn = below(2);
    if (below(2))
      B.Cond = {CompareOp(below(8)), value(F), int64_t(Random()) - 1000};
    for (unsigned N = below(4); N; --N)
      B.Succs.push_back(maybe(F.Blocks.size()));
  }
  F.Loops.resize(NumLoops);
  for (unsigned I = 0; I != NumLoops; ++I)
    F.Loops[I] = {location(),
                  I ? maybe(I) : None,
                  below(F.Blocks.size()),
                  LoopBound(below(5)),
                  below(2) != 0,
                  value(F),
                  int64_t(below(1u << 31))};
  for (std::vector<Move> *Moves : {&F.Moves, &F.Computed}) {
    Moves->resize(below(6));
    for (Move &M : *Moves)
      M = {value(F), value(F)};
  }
  return F;
}

Summary Maker::make(unsigned NumFunctions) {
  Summary S;
  S.MainFile = "/project/main.cpp";
  S.Errors = below(3);
  S.IsC = below(2);
  S.Strings.resize(NumStrings);
  for (unsigned I = 1; I != NumStrings; ++I)
    S.Strings[I] = std::string(below(40), char('a' + below(26)));
  S.Types.resize(NumTypes);
  for (TypeInfo &T : S.Types)
    T = {maybe(NumStrings), maybe(NumStrings), maybe(NumEntities),
         uint32_t(Random())};
  for (unsigned I = 0; I != NumEntities; ++I)
    S.Entities.push_back(entity(I));
  for (unsigned I = 0; I != NumFunctions; ++I)
    S.Functions.push_back(function());
  for (unsigned I = 0, N = below(5); I != N; ++I)
    S.Files.push_back({"/header" + std::to_string(I), Random() * 77ull});
  for (unsigned I = 0, N = below(3); I != N; ++I)
    S.Diagnostics.push_back("main.cpp:1: wrong " + std::to_string(I));
  return S;
}

bool isSameEntity(const Entity &A, const Entity &B) {
  auto Tie = [](const Entity &E) {
    return std::tie(E.Kind, E.Usr, E.Name, E.Flags, E.Parent, E.Type, E.Params,
                    E.Overrides, E.Bases, E.TemplateArgs, E.Annotations);
  };
  return Tie(A) == Tie(B) && A.Loc == B.Loc;
}

bool isSameEvent(const Event &A, const Event &B) {
  auto Tie = [](const Event &E) {
    return std::tie(E.Kind, E.Flags, E.Callee, E.ReceiverClass, E.ResultType,
                    E.Macro);
  };
  auto SameArg = [](const Argument &A, const Argument &B) {
    return A.V == B.V && A.Type == B.Type && A.IsDefault == B.IsDefault;
  };
  return Tie(A) == Tie(B) && A.Loc == B.Loc && A.Via == B.Via &&
         A.Receiver == B.Receiver &&
         std::equal(A.Args.begin(), A.Args.end(), B.Args.begin(), B.Args.end(),
                    SameArg);
}

bool isSameBlock(const Block &A, const Block &B) {
  auto Tie = [](const Block &B) {
    return std::tie(B.FirstEvent, B.NumEvents, B.Ops, B.Loop, B.NoReturn,
                    B.Cond.Op, B.Cond.Operand, B.Cond.Rhs, B.Succs);
  };
  return Tie(A) == Tie(B);
}

bool isSameLoop(const Loop &A, const Loop &B) {
  auto Tie = [](const Loop &L) {
    return std::tie(L.Parent, L.Header, L.Bound, L.Limit, L.Trips);
  };
  return Tie(A) == Tie(B) && A.Loc == B.Loc;
}

bool isSameVariable(const Variable &A, const Variable &B) {
  return A.Name == B.Name && A.Type == B.Type;
}

template <typename T, typename Equal>
bool isSameList(const std::vector<T> &A, const std::vector<T> &B, Equal Eq) {
  return std::equal(A.begin(), A.end(), B.begin(), B.end(), Eq);
}

bool isSameFunction(const Function &A, const Function &B) {
  return A.Self == B.Self && A.End == B.End && A.Moves == B.Moves &&
         A.Computed == B.Computed &&
         isSameList(A.Params, B.Params, isSameVariable) &&
         isSameList(A.Locals, B.Locals, isSameVariable) &&
         isSameList(A.Blocks, B.Blocks, isSameBlock) &&
         isSameList(A.Events, B.Events, isSameEvent) &&
         isSameList(A.Loops, B.Loops, isSameLoop);
}

} // namespace

Summary waitwise::test::sampleSummary(unsigned Seed, unsigned NumFunctions) {
  return Maker(Seed).make(NumFunctions);
}

bool waitwise::test::isSame(const Summary &A, const Summary &B) {
  auto SameType = [](const TypeInfo &A, const TypeInfo &B) {
    return A.Name == B.Name && A.Spelling == B.Spelling && A.Class == B.Class &&
           A.Flags == B.Flags;
  };
  auto SameFile = [](const Dependency &A, const Dependency &B) {
    return A.Path == B.Path && A.Hash == B.Hash;
  };
  return A.MainFile == B.MainFile && A.Strings == B.Strings &&
         A.Errors == B.Errors && A.Diagnostics == B.Diagnostics &&
         A.IsC == B.IsC && isSameList(A.Types, B.Types, SameType) &&
         isSameList(A.Files, B.Files, SameFile) &&
         isSameList(A.Entities, B.Entities, isSameEntity) &&
         isSameList(A.Functions, B.Functions, isSameFunction);
}
