//===- solve/Sizes.cpp - numbers that are not known, and their names ------===//
#include "solve/Sizes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace waitwise;

void Sizes::enter(FunctionId Of) {
  F = Of;
  MadeFrom.clear();
  const Function &Body = A.P.Functions[F];
  auto Add = [&](const Move &M) {
    if (M.To.Kind != ValueKind::Local)
      return;
    auto [It, New] = MadeFrom.try_emplace(M.To, M.From);
    if (!New && !(It->second == M.From))
      It->second = Value();
  };
  for (const Move &M : Body.Moves)
    Add(M);
  for (const Move &M : Body.Computed)
    Add(M);
}

static llvm::StringRef lastPart(llvm::StringRef Name) {
  return Name.substr(Name.rfind(':') + 1);
}

static bool asksForSize(llvm::StringRef Name) {
  return llvm::StringSwitch<bool>(lastPart(Name))
      .Cases({"size", "length", "count", "ssize"}, true)
      .Default(false);
}

static bool asksForElements(llvm::StringRef Name) {
  return llvm::StringSwitch<bool>(lastPart(Name))
      .Cases({"begin", "cbegin", "rbegin", "end", "cend", "rend"}, true)
      .Cases({"data", "c_str", "constBegin", "constData"}, true)
      .Default(false);
}

/// Follows a slot to what it was made from, as long as that is one thing;
/// `c.size()` becomes the elements of c.
Value Sizes::source(Value V, Size::What &W) const {
  constexpr unsigned MostSteps = 4; // n ◀ rows.size() ◀ rows ◀ …
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    if (V.Kind == ValueKind::Result) {
      const Event &E = A.P.Functions[F].Events[V.Index];
      if (E.Callee == None || !E.Receiver.isSlot())
        return V;
      llvm::StringRef Name = A.P.name(E.Callee);
      if (W == Size::Count ? !asksForSize(Name) : !asksForElements(Name))
        return V;
      W = Size::Elements;
      V = E.Receiver;
      continue;
    }
    auto It = MadeFrom.find(V);
    if (It == MadeFrom.end() || It->second.Kind == ValueKind::Unknown)
      return V;
    V = It->second;
  }
  return V;
}

SizeValue Sizes::of(const Value &From, Size::What W) {
  Value V = source(From, W);
  SizeValue Result;
  if (V.Kind == ValueKind::Int && W == Size::Count)
    Result.Known = double(std::max<int64_t>(V.Int, 0));
  else if (V.Kind == ValueKind::String)
    Result.Known = double(A.P.str(V.Index).size());
  else if (V.isSlot() && (W == Size::Elements || isNumber(V)))
    Result.Symbol = symbol(F, V, W);
  return Result;
}

/// Pointers and elements are one with what they are in: size[0] is size.
bool Sizes::isNumber(const Value &V) const {
  const Function &Body = A.P.Functions[F];
  TypeId T = None;
  if (V.Kind == ValueKind::Param)
    T = Body.Params[V.Index].Type;
  else if (V.Kind == ValueKind::Local)
    T = Body.Locals[V.Index].Type;
  else if (V.Kind == ValueKind::Result)
    T = Body.Events[V.Index].ResultType;
  else if (V.Kind == ValueKind::Field || V.Kind == ValueKind::Global)
    T = A.P.entity(V.Index).Type;
  return T != None && !A.P.Types[T].has(TF_Pointer) &&
         A.P.Types[T].has(TF_Integer);
}

SizeId Sizes::trips(FunctionId Of) {
  return symbol(Of, Value(), Size::Trips);
}

std::string Sizes::nameOf(FunctionId Of, const Value &V) const {
  const Function &Body = A.P.Functions[Of];
  switch (V.Kind) {
  case ValueKind::Param:
    return A.P.str(Body.Params[V.Index].Name).str();
  case ValueKind::Local:
    return A.P.str(Body.Locals[V.Index].Name).str();
  case ValueKind::Field:
  case ValueKind::Global: {
    llvm::StringRef Name = A.P.name(V.Index);
    return lastPart(Name).str();
  }
  case ValueKind::This:
    return "this";
  case ValueKind::Result: {
    EntityId Callee = Body.Events[V.Index].Callee;
    llvm::StringRef Name = Callee == None ? "" : A.P.name(Callee);
    return Name.empty() ? "" : lastPart(Name).str() + "()";
  }
  default:
    return "";
  }
}

SizeId Sizes::symbol(FunctionId Of, const Value &V, Size::What W) {
  bool Shared = V.Kind == ValueKind::Field || V.Kind == ValueKind::Global;
  auto [It, New] =
      Ids.try_emplace({Shared ? None : Of, V, W}, SizeId(Table.size()));
  if (!New)
    return It->second;
  Size S;
  S.W = W;
  S.Name = nameOf(Of, V);
  if (S.Name.empty())
    S.Name = W == Size::Trips ? "trips" : "size";
  else if (W == Size::Elements)
    S.Name += ".size()";
  S.IsAsked = V.Kind == ValueKind::Result ||
              (V.Kind == ValueKind::Local && W == Size::Count);
  S.Assumed = A.K.Rules.Cost.assumedSize(S.Name);
  Table.push_back(std::move(S));
  Slots.push_back({Shared ? None : Of, V});
  return It->second;
}

uint32_t Sizes::parameter(SizeId S, FunctionId Of) const {
  const auto &[Owner, V] = Slots[S];
  return Owner == Of && V.Kind == ValueKind::Param ? V.Index : None;
}
