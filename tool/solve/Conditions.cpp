//===- solve/Conditions.cpp - does a rule's condition hold for a call? ----===//
//
// Four answers, so that silence and confidence can be told apart: Yes and No
// are certain; Mixed saw values of both kinds; Unknown saw nothing that
// decides. Constants are followed through locals, fields and callers.
//
//===----------------------------------------------------------------------===//
#include "solve/Conditions.h"

#include "solve/Descriptors.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

Truth Conditions::any(llvm::ArrayRef<Condition> Cs, Site S,
                      const Binding *B) const {
  Truth Best = Truth::No;
  for (const Condition &C : Cs)
    Best = std::max(Best, holds(C, S, B));
  return Best;
}

Truth Conditions::all(llvm::ArrayRef<Condition> Cs, Site S,
                      const Binding *B) const {
  Truth Worst = Truth::Yes;
  for (const Condition &C : Cs)
    Worst = std::min(Worst, holds(C, S, B));
  return Worst;
}

bool waitwise::concerns(const Binding *B, const Event &E) {
  if (!B || B->empty())
    return false;
  auto IsKnown = [&](const Value &V) {
    return V.Kind == ValueKind::Param && llvm::any_of(*B, [&](const auto &Of) {
             return Of.first == V.Index;
           });
  };
  return IsKnown(E.Receiver) || IsKnown(E.Via) ||
         llvm::any_of(E.Args, [&](const Argument &A) { return IsKnown(A.V); });
}

void Conditions::use(const Descriptors &D) {
  Fds = &D;
  forEachSite(P, [&](Site S) {
    auto Asks = [](const Rule *R) { return !R->When.empty(); };
    if (llvm::any_of(K.rules(S), Asks))
      Chosen[{S.F, S.Event}] = choose(S, nullptr);
  });
}

const Rule *Conditions::rule(Site S, const Binding *B) const {
  llvm::ArrayRef<const Rule *> Rules = K.rules(S);
  if (Rules.empty() || Rules.front()->When.empty())
    return Rules.empty() ? nullptr : Rules.front();
  if (!concerns(B, P.Functions[S.F].Events[S.Event]))
    if (auto It = Chosen.find({S.F, S.Event}); It != Chosen.end())
      return It->second;
  return choose(S, B);
}

const Rule *Conditions::choose(Site S, const Binding *B) const {
  for (const Rule *R : K.rules(S))
    if (R->When.empty() || all(R->When, S, B) >= Truth::Mixed)
      return R;
  return nullptr;
}

static Truth negate(Truth T) {
  if (T == Truth::Yes)
    return Truth::No;
  return T == Truth::No ? Truth::Yes : T;
}

Truth Conditions::runs(const RunsSpec &R, Site S) const {
  Truth Only = R.OnlyIf.empty() ? Truth::Yes : any(R.OnlyIf, S, nullptr);
  return std::min(Only, negate(any(R.Unless, S, nullptr)));
}

Truth Conditions::holds(const Condition &C, Site S, const Binding *B) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (C.K == Condition::All)
    return all(C.Parts, S, B);
  if (C.K == Condition::Not)
    return negate(holds(C.Parts.front(), S, B));
  if (C.K == Condition::Discarded)
    return E.has(EVF_Discarded) ? Truth::Yes : Truth::No;
  if (C.K == Condition::Arity) {
    int64_t Written = llvm::count_if(
        E.Args, [](const Argument &A) { return !A.IsDefault; });
    return llvm::is_contained(C.Ints, Written) ? Truth::Yes : Truth::No;
  }
  if (C.Of.K != Operand::EveryArg)
    return ofOperand(C, C.Of, S, B);
  Truth Best = Truth::No;
  Operand One = C.Of;
  One.K = Operand::Arg;
  for (One.Index = 0; One.Index < E.Args.size(); ++One.Index)
    Best = std::max(Best, ofOperand(C, One, S, B));
  return Best;
}

static Truth known(bool Holds) { return Holds ? Truth::Yes : Truth::No; }

/// A text that begins so for some callers only says nothing.
Truth Conditions::begins(const Condition &C, const Possible &Texts) const {
  auto Begins = [&](const Value &V) {
    return llvm::any_of(C.Names, [&](const std::string &Start) {
      return P.str(V.Index).starts_with(Start);
    });
  };
  bool AllTexts = llvm::all_of(Texts.Values, [](const Value &V) {
    return V.Kind == ValueKind::String;
  });
  if (!Texts.Complete || Texts.Values.empty() || !AllTexts)
    return Truth::Unknown;
  if (llvm::all_of(Texts.Values, Begins))
    return Truth::Yes;
  return llvm::any_of(Texts.Values, Begins) ? Truth::Unknown : Truth::No;
}

/// True if the value is a function that C names, or came through a call of one.
bool Conditions::isFrom(const Condition &C, FunctionId F,
                        const Value &V) const {
  auto IsNamed = [&](EntityId E) {
    return E != None && llvm::any_of(C.Names, [&](const std::string &Name) {
             return matchesName(Name, P.name(E));
           });
  };
  if (V.Kind == ValueKind::Function)
    return IsNamed(V.Index);
  NodeId N = Flow.node(F, V);
  return N != None && llvm::any_of(Flow.origins(N).Visited, [&](NodeId At) {
    NodeInfo From = Flow.info(At);
    return From.V.Kind == ValueKind::Result &&
           IsNamed(P.Functions[From.F].Events[From.V.Index].Callee);
  });
}

Truth Conditions::ofOperand(const Condition &C, const Operand &O, Site S,
                            const Binding *B) const {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (O.K == Operand::Receiver && !O.Depth && C.K == Condition::TypeIs)
    return known(K.isA(E.ReceiverClass, C.Names));
  if (!hasOperand(P, O, E))
    return Truth::No;
  Value V = operandValue(P, O, S);
  if (C.K == Condition::TypeIs)
    return known(K.typeIs(operandType(P, O, E), C.Names));
  if (C.K == Condition::Begins)
    return begins(C, possible(S.F, V, B));
  if (C.K == Condition::Nonblocking)
    return Fds ? Fds->nonblocking(S.F, V) : Truth::Unknown;
  if (C.K != Condition::FromCall)
    return holdsFor(C, possible(S.F, V, B));
  return known(isFrom(C, S.F, V));
}

Possible Conditions::possible(FunctionId F, const Value &V,
                              const Binding *B) const {
  Possible Result;
  if (V.Kind == ValueKind::Param && B)
    for (const auto &[Index, Known] : *B)
      if (Index == V.Index) {
        Result.Values.push_back(Known);
        return Result;
      }
  NodeId N = Flow.node(F, V);
  if (N == None) {
    Result.Values.push_back(V);
    Result.Complete = V.Kind != ValueKind::Unknown;
    return Result;
  }
  if (!Fds)
    return arriving(N);
  auto [It, New] = Arriving.try_emplace(N);
  if (New)
    It->second = arriving(N);
  return It->second;
}

/// What may flow into a slot.
Possible Conditions::arriving(NodeId N) const {
  Possible Result;
  Origins O = Flow.origins(N);
  for (const Value &C : O.Constants)
    if (C.Kind != ValueKind::Unknown)
      Result.Values.push_back(C);
  for (EntityId T : Flow.targets(N))
    Result.Values.push_back({ValueKind::Function, T, 0});
  bool SawUnknown = llvm::any_of(O.Constants, [](const Value &C) {
    return C.Kind == ValueKind::Unknown;
  });
  Result.Complete = O.Results.empty() && O.Roots.empty() && !O.Truncated &&
                    !SawUnknown;
  return Result;
}

static std::optional<int64_t> numberOf(const Value &V) {
  if (V.Kind == ValueKind::Null)
    return 0;
  if (V.Kind == ValueKind::Int || V.Kind == ValueKind::Duration)
    return V.Int;
  return std::nullopt;
}

static Truth holdsForOne(const Condition &C, const Value &V) {
  std::optional<int64_t> N = numberOf(V);
  bool IsThing = V.Kind == ValueKind::String ||
                 (V.Kind == ValueKind::Function && V.Int != MaybeNull);
  // A number in a slot of pointers is an element of what they point to.
  bool OfPointer = C.K == Condition::IsNull || C.K == Condition::NonNull;
  if (OfPointer && V.Kind != ValueKind::Null)
    N.reset();
  switch (C.K) {
  case Condition::IsNull:
  case Condition::IsZero:
    return N ? known(*N == 0) : IsThing ? Truth::No : Truth::Unknown;
  case Condition::NonNull:
  case Condition::NonZero:
    return N ? known(*N != 0) : IsThing ? Truth::Yes : Truth::Unknown;
  case Condition::In:
    return N ? known(llvm::is_contained(C.Ints, *N)) : Truth::Unknown;
  case Condition::HasFlag:
  case Condition::LacksFlag: {
    bool Wanted = C.K == Condition::HasFlag;
    // -1 is what a function returns that could not tell the flags.
    if ((!N && V.Kind != ValueKind::Bits) || N == -1)
      return Truth::Unknown;
    for (int64_t Flag : C.Ints)
      if ((V.Int & Flag) == Flag)
        return known(Wanted);
    return N ? known(!Wanted) : Truth::Unknown;
  }
  default:
    return Truth::Unknown;
  }
}

Truth Conditions::holdsFor(const Condition &C, const Possible &Values) const {
  bool SawYes = false, SawNo = false, SawUnknown = !Values.Complete;
  for (const Value &V : Values.Values) {
    Truth T = holdsForOne(C, V);
    SawYes |= T == Truth::Yes;
    SawNo |= T == Truth::No;
    SawUnknown |= T == Truth::Unknown;
  }
  // Null is what a pointer is before it is set: among others it says little.
  if (SawYes && (SawNo || SawUnknown))
    return C.K == Condition::IsNull ? Truth::Unknown : Truth::Mixed;
  if (SawYes)
    return Truth::Yes;
  if (SawNo && !SawUnknown)
    return Truth::No;
  return Truth::Unknown;
}
