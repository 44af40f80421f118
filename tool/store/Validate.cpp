//===- store/Validate.cpp - is a summary well-formed? ---------------------===//
//
// Walks a whole summary once and looks at every index and enumeration, so that
// nothing behind the store needs to. Chains that are walked upwards (enclosing
// loop, parent of an entity) are checked for cycles. What the facts mean is
// not checked: a base "class" may be a function, and nothing breaks.
//
//===----------------------------------------------------------------------===//
#include "store/Validate.h"

#include "support/Error.h"

#include "llvm/ADT/ArrayRef.h"

using namespace llvm;
using namespace waitwise;

namespace {

/// True if following \p Parent from anywhere ends. Indices must be good.
template <typename T, typename Get>
bool isForest(ArrayRef<T> Nodes, Get ParentOf) {
  enum : uint8_t { New, OnPath, Done };
  std::vector<uint8_t> State(Nodes.size(), New);
  for (uint32_t Start = 0; Start != Nodes.size(); ++Start) {
    uint32_t N = Start;
    for (; N != None && State[N] == New; N = ParentOf(Nodes[N]))
      State[N] = OnPath;
    if (N != None && State[N] == OnPath)
      return false;
    for (N = Start; N != None && State[N] == OnPath; N = ParentOf(Nodes[N]))
      State[N] = Done;
  }
  return true;
}

/// Checks parts of a summary; remembers the first fault.
class Validator {
public:
  explicit Validator(const Summary &S) : S(S) {}
  Error run();

private:
  /// \p Id must be below \p Size, or None where that is allowed.
  void index(uint32_t Id, size_t Size, const char *What) {
    if (LLVM_UNLIKELY(Id >= Size && Id != None && !Fault.size()))
      fail(Twine("no ") + What + " " + Twine(Id));
  }
  void present(uint32_t Id, size_t Size, const char *What) {
    if (LLVM_UNLIKELY(Id >= Size && !Fault.size()))
      fail(Twine("no ") + What + " " + Twine(Id));
  }
  template <typename E> void enumeration(E Value, E Last, const char *What) {
    if (LLVM_UNLIKELY(Value > Last && !Fault.size()))
      fail(Twine("no ") + What + " " + Twine(unsigned(Value)));
  }
  void fail(const Twine &Text) { Fault = Text.str(); }
  bool hasFault() const { return !Fault.empty(); }

  void string(StringId Id) { index(Id, S.Strings.size(), "string"); }
  void entity(EntityId Id) { index(Id, S.Entities.size(), "entity"); }
  void type(TypeId Id) { index(Id, S.Types.size(), "type"); }
  void entities(ArrayRef<EntityId> Ids);
  void location(const Location &L) { string(L.File); }
  void value(const Value &V, const Function &F);

  void checkEntity(const Entity &E);
  void checkEvent(const Event &E, const Function &F);
  void checkBlock(const Block &B, const Function &F);
  void checkLoop(const Loop &L, const Function &F);
  void checkFunction(const Function &F);

  const Summary &S;
  std::string Fault;
  std::string Part; ///< Where in a function: "event 2: ".
};

void Validator::entities(ArrayRef<EntityId> Ids) {
  for (EntityId Id : Ids)
    present(Id, S.Entities.size(), "entity");
}

void Validator::value(const Value &V, const Function &F) {
  switch (V.Kind) {
  case ValueKind::Unknown:
  case ValueKind::Int:
  case ValueKind::Bits:
  case ValueKind::Duration:
  case ValueKind::Null:
  case ValueKind::This:
  case ValueKind::Return:
    return;
  case ValueKind::String:
    return present(V.Index, S.Strings.size(), "string");
  case ValueKind::Param:
    return present(V.Index, F.Params.size(), "parameter");
  case ValueKind::Local:
    return present(V.Index, F.Locals.size(), "local");
  case ValueKind::Field:
  case ValueKind::Global:
  case ValueKind::Function:
    return present(V.Index, S.Entities.size(), "entity");
  case ValueKind::Result:
    return present(V.Index, F.Events.size(), "event");
  }
  enumeration(V.Kind, ValueKind::Return, "kind of value");
}

void Validator::checkEntity(const Entity &E) {
  enumeration(E.Kind, EntityKind::Class, "kind of entity");
  string(E.Usr);
  string(E.Name);
  location(E.Loc);
  entity(E.Parent);
  type(E.Type);
  for (TypeId T : E.Params)
    type(T);
  entities(E.Overrides);
  entities(E.Bases);
  for (const TemplateArg &A : E.TemplateArgs) {
    type(A.Type);
    // Of no function: whatever is local to one is out of place.
    value(A.V, Function());
  }
  for (StringId A : E.Annotations)
    present(A, S.Strings.size(), "string");
}

void Validator::checkEvent(const Event &E, const Function &F) {
  enumeration(E.Kind, EventKind::Yield, "kind of event");
  location(E.Loc);
  entity(E.Callee);
  value(E.Via, F);
  value(E.Receiver, F);
  entity(E.ReceiverClass);
  for (const Argument &A : E.Args) {
    value(A.V, F);
    type(A.Type);
  }
  type(E.ResultType);
  string(E.Macro);
}

void Validator::checkBlock(const Block &B, const Function &F) {
  if (uint64_t(B.FirstEvent) + B.NumEvents > F.Events.size() && !hasFault())
    fail("events beyond the last");
  index(B.Loop, F.Loops.size(), "loop");
  for (uint32_t Succ : B.Succs)
    index(Succ, F.Blocks.size(), "block");
  enumeration(B.Cond.Op, CompareOp::HasFlag, "comparison");
  value(B.Cond.Operand, F);
}

void Validator::checkLoop(const Loop &L, const Function &F) {
  location(L.Loc);
  index(L.Parent, F.Loops.size(), "loop");
  present(L.Header, F.Blocks.size(), "block");
  enumeration(L.Bound, LoopBound::Infinite, "kind of bound");
  value(L.Limit, F);
}

void Validator::checkFunction(const Function &F) {
  auto Each = [&](const auto &List, const char *Name, auto Check) {
    for (size_t I = 0; I != List.size() && !hasFault(); ++I) {
      Check(List[I]);
      if (hasFault())
        Part = (Twine(Name) + " " + Twine(I) + ": ").str();
    }
  };
  auto Variables = [&](const Variable &V) {
    string(V.Name);
    type(V.Type);
  };
  present(F.Self, S.Entities.size(), "entity");
  location(F.End);
  Each(F.Params, "parameter", Variables);
  Each(F.Locals, "local", Variables);
  Each(F.Blocks, "block", [&](const Block &B) { checkBlock(B, F); });
  Each(F.Events, "event", [&](const Event &E) { checkEvent(E, F); });
  Each(F.Loops, "loop", [&](const Loop &L) { checkLoop(L, F); });
  auto Ends = [&](const Move &M) {
    value(M.To, F);
    value(M.From, F);
  };
  Each(F.Moves, "move", Ends);
  Each(F.Computed, "computed value", Ends);
  auto Enclosing = [](const Loop &L) { return L.Parent; };
  if (!hasFault() && !isForest(ArrayRef(F.Loops), Enclosing))
    fail("a loop that encloses itself");
}

Error Validator::run() {
  if (!S.Strings.empty() && !S.Strings.front().empty())
    return failure("string 0 is not empty");
  for (size_t I = 0; I != S.Types.size(); ++I) {
    string(S.Types[I].Name);
    string(S.Types[I].Spelling);
    entity(S.Types[I].Class);
    if (hasFault())
      return failure("type " + Twine(I) + ": " + Fault);
  }
  for (size_t I = 0; I != S.Entities.size(); ++I) {
    checkEntity(S.Entities[I]);
    if (hasFault())
      return failure("entity " + Twine(I) + ": " + Fault);
  }
  auto Parent = [](const Entity &E) { return E.Parent; };
  if (!isForest(ArrayRef(S.Entities), Parent))
    return failure("an entity that is its own parent");
  for (size_t I = 0; I != S.Functions.size(); ++I) {
    checkFunction(S.Functions[I]);
    if (hasFault())
      return failure("function " + Twine(I) + ": " + Part + Fault);
  }
  return Error::success();
}

} // namespace

Error waitwise::validate(const Summary &S) { return Validator(S).run(); }
