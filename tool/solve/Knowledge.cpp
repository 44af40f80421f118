//===- solve/Knowledge.cpp - which rules speak about which call -----------===//
//
// The constructor walks every event once; the answers are kept. Names repeat
// a lot (a program has few distinct callees), so the rule set is asked once per
// distinct name.
//
//===----------------------------------------------------------------------===//
#include "solve/Knowledge.h"

#include "solve/Classes.h"
#include "solve/MethodNames.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

Knowledge::Knowledge(const Program &P, const RuleSet &R)
    : Rules(R), Declared(P), P(P), Numbers(P) {
  std::vector<bool> None(P.Entities.size());
  for (EntityId E = 0; E < P.Entities.size(); ++E)
    None[E] = hasNone(E);
  // Calls of one function differ in the receiver's class and in the result.
  std::map<std::tuple<EntityId, EntityId, TypeId>, uint32_t> Known;
  Lists.emplace_back();
  ListOf.reserve(Numbers.size());
  for (const Function &F : P.Functions)
    for (const Event &E : F.Events) {
      if (E.Callee == waitwise::None || None[E.Callee]) {
        ListOf.push_back(0);
        continue;
      }
      auto [It, New] = Known.try_emplace(
          {E.Callee, E.ReceiverClass, E.ResultType}, Lists.size());
      if (New)
        Lists.push_back(lookUp(E));
      ListOf.push_back(It->second);
    }
}

/// True if the program itself says what the function does.
bool Knowledge::hasNone(EntityId Callee) const {
  return P.BodyOf[Callee] != None && !P.entity(Callee).has(EF_System) &&
         !Declared.rule(Callee);
}

const llvm::SmallVector<const Rule *, 2> &
Knowledge::byName(llvm::StringRef Name) {
  auto [It, New] = Memo.try_emplace(Name);
  if (New)
    It->second = Rules.rulesFor(Name);
  return It->second;
}

void Knowledge::addNamed(llvm::StringRef Name, const Entity &Callee,
                         llvm::SmallVectorImpl<const Rule *> &Into) {
  bool NamesC = !Name.contains("::");
  for (const Rule *R : byName(Name)) {
    if (NamesC && !Callee.has(EF_CLinkage) && !Callee.has(EF_System))
      continue;
    if (!llvm::is_contained(Into, R))
      Into.push_back(R);
  }
}

llvm::SmallVector<const Rule *, 2> Knowledge::lookUp(const Event &E) {
  llvm::SmallVector<const Rule *, 2> Found;
  const Entity &Callee = P.entity(E.Callee);
  if (const Rule *Own = Declared.rule(E.Callee)) {
    Found.push_back(Own);
    return Found;
  }
  bool Special = Callee.has(EF_Constructor) || Callee.has(EF_Destructor);
  if (Callee.has(EF_Method) && !Special && E.ReceiverClass != None)
    for (EntityId Class : selfAndBases(E.ReceiverClass)) {
      std::string Name = P.name(Class).str() + "::";
      addNamed(Name + unqualified(P.name(E.Callee)).str(), Callee, Found);
    }
  addNamed(P.name(E.Callee), Callee, Found);
  for (EntityId M : Callee.Overrides)
    addNamed(P.name(M), Callee, Found);
  llvm::erase_if(Found, [&](const Rule *R) { return !selects(*R, E); });
  if (llvm::any_of(Found, [](const Rule *R) { return R->ConstructsTypeArg; }))
    addConstructed(E, Found);
  return Found;
}

/// What makes an object of a library that runs a callable, runs it: a thread
/// in `threads.emplace_back(work)`. Those rules come first.
void Knowledge::addConstructed(const Event &E,
                               llvm::SmallVectorImpl<const Rule *> &Into) {
  llvm::SmallVector<const Rule *, 2> Found;
  for (EntityId Class : constructedBy(P, E.Callee)) {
    llvm::StringRef Name = P.name(Class);
    if (P.entity(Class).has(EF_System))
      addNamed(Name.str() + "::" + unqualified(Name).str(), P.entity(Class),
               Found);
  }
  auto Runs = [](const Rule *R) { return !R->Runs.empty() || R->Sizes; };
  auto Fits = [&](const Rule *R) {
    return R->Params.empty() && R->ReceiverClass.empty() && selects(*R, E);
  };
  if (llvm::any_of(Found, Runs) && llvm::all_of(Found, Fits))
    Into.insert(Into.begin(), Found.begin(), Found.end());
}

bool Knowledge::selects(const Rule &R, const Event &E) const {
  if (R.Overridden && !R.Blocks && R.Runs.empty())
    return false;
  if (!R.ReceiverClass.empty() && !isA(E.ReceiverClass, R.ReceiverClass))
    return false;
  if (!R.Returns.empty() && !typeIs(E.ResultType, R.Returns))
    return false;
  return hasParams(P.entity(E.Callee), R);
}

/// True if the types of a function's parameters are those that a rule asks for.
bool Knowledge::hasParams(const Entity &F, const Rule &R) const {
  if (R.Params.empty())
    return true;
  const std::vector<TypeId> &Params = F.Params;
  for (size_t I = 0; I < R.Params.size(); ++I) {
    if (R.Params[I] == "...")
      return true;
    if (I >= Params.size() || !typeIs(Params[I], R.Params[I]))
      return false;
  }
  return R.Params.size() == Params.size();
}

const Rule *Knowledge::overriddenRule(EntityId Method,
                                      EntityId &Which) const {
  std::set<EntityId> Seen;
  std::vector<EntityId> Work(P.entity(Method).Overrides);
  while (!Work.empty()) {
    EntityId M = Work.back();
    Work.pop_back();
    if (!Seen.insert(M).second)
      continue;
    auto Found = Rules.rulesFor(P.name(M));
    auto R = llvm::find_if(Found, [&](const Rule *R) {
      return R->Overridden && hasParams(P.entity(M), *R) &&
             (R->Returns.empty() || typeIs(P.entity(M).Type, R->Returns));
    });
    if (R != Found.end()) {
      Which = M;
      return *R;
    }
    llvm::append_range(Work, P.entity(M).Overrides);
  }
  return nullptr;
}

std::vector<EntityId> Knowledge::selfAndBases(EntityId Class) const {
  std::vector<EntityId> Order;
  if (Class == None)
    return Order;
  std::set<EntityId> Seen{Class};
  Order.push_back(Class);
  for (size_t I = 0; I < Order.size(); ++I)
    for (EntityId Base : P.entity(Order[I]).Bases)
      if (Seen.insert(Base).second)
        Order.push_back(Base);
  return Order;
}

bool Knowledge::derivesFrom(EntityId Class, EntityId Base) const {
  return llvm::is_contained(selfAndBases(Class), Base);
}

bool Knowledge::isA(EntityId Class,
                    llvm::ArrayRef<std::string> Patterns) const {
  for (EntityId C : selfAndBases(Class))
    for (const std::string &Pattern : Patterns)
      if (matchesName(Pattern, P.name(C)))
        return true;
  return false;
}

bool Knowledge::typeIs(TypeId T, llvm::ArrayRef<std::string> Patterns) const {
  if (T == None)
    return false;
  const TypeInfo &Type = P.Types[T];
  for (llvm::StringRef Pattern : Patterns) {
    bool Pointer = Pattern.consume_back(" *");
    bool Reference = Pattern.consume_back(" &");
    bool FlagsFit = (!Pointer || Type.has(TF_Pointer)) &&
                    (!Reference || Type.has(TF_Reference));
    if (!FlagsFit)
      continue;
    if (matchesName(Pattern, P.typeName(T)) || isA(Type.Class, Pattern.str()))
      return true;
  }
  return false;
}

bool Knowledge::isAwaitable(TypeId T) const {
  if (T == None)
    return false;
  if (Rules.coroutineType(P.typeName(T)))
    return true;
  EntityId Class = P.Types[T].Class;
  return Class != None && P.entity(Class).has(EF_Awaitable);
}

CoroutineKind Knowledge::coroutineKind(EntityId Function) const {
  TypeId Returned = P.entity(Function).Type;
  if (const CoroutineRule *R = coroutine(Function)) {
    bool Special = R->Kind == CoroutineKind::Generator ||
                   R->Kind == CoroutineKind::Fiber;
    return Special ? R->Kind : CoroutineKind::Task;
  }
  // No pack knows the type: one that cannot be awaited and hands out values
  // one by one is a generator, run by whoever asks for the next value.
  FunctionId Body = P.BodyOf[Function];
  bool Awaits = false, Yields = false;
  if (Body != None)
    for (const Event &E : P.Functions[Body].Events) {
      Awaits |= E.Kind == EventKind::Await;
      Yields |= E.Kind == EventKind::Yield;
    }
  return Yields && !Awaits && !isAwaitable(Returned) ? CoroutineKind::Generator
                                                     : CoroutineKind::Task;
}

/// The type itself: no base of its class, no pointer where none is written.
bool Knowledge::isExactly(TypeId T, llvm::StringRef Written) const {
  if (T == None)
    return Written == "void";
  bool Pointer = Written.consume_back(" *");
  bool Reference = Written.consume_back(" &");
  return Pointer == P.Types[T].has(TF_Pointer) &&
         Reference == P.Types[T].has(TF_Reference) &&
         matchesName(Written, P.typeName(T));
}

bool Knowledge::hasSignature(const Entity &F, const SignatureRule &R) const {
  auto Is = [&](TypeId T) {
    return [this, T](llvm::StringRef W) { return isExactly(T, W); };
  };
  if (!llvm::any_of(R.Returns, Is(F.Type)))
    return false;
  for (size_t I = 0; I < R.Params.size(); ++I) {
    if (R.Params[I] == "...")
      return true;
    if (I >= F.Params.size() || !isExactly(F.Params[I], R.Params[I]))
      return false;
  }
  return R.Params.size() == F.Params.size();
}

const SignatureRule *Knowledge::signature(EntityId Function) const {
  const Entity &F = P.entity(Function);
  // A method has an object besides; the call operator of a lambda may not.
  bool NeedsObject = F.has(EF_Method) && !F.has(EF_Lambda);
  auto Fits = [&](const SignatureRule &R) {
    return R.Of.empty() ? !NeedsObject : NeedsObject && isA(F.Parent, R.Of);
  };
  llvm::StringRef Returned = F.Type == None ? "void" : P.typeName(F.Type);
  for (const SignatureRule *R : Rules.signaturesReturning(Returned))
    if (Fits(*R) && hasSignature(F, *R))
      return R;
  return nullptr;
}

const SlotRule *Knowledge::slot(EntityId Method) const {
  const Entity &M = P.entity(Method);
  for (const SlotRule &R : Rules.Slots)
    for (StringId Annotation : M.Annotations)
      if (P.str(Annotation) == R.Annotation && isA(M.Parent, R.Class))
        return &R;
  return nullptr;
}

const SlotRule *Knowledge::slotOfClass(EntityId Method) const {
  const Entity &M = P.entity(Method);
  if (!M.has(EF_Method) || M.has(EF_Destructor) || M.has(EF_Lambda) ||
      M.has(EF_Implicit))
    return nullptr;
  for (const SlotRule &R : Rules.Slots)
    if (R.Annotation.empty() && isA(M.Parent, R.Class))
      return &R;
  return nullptr;
}

std::optional<ContextKind> Knowledge::executorContext(TypeId T) const {
  if (T == None)
    return std::nullopt;
  if (const ExecutorRule *R = Rules.executorType(P.typeName(T)))
    return R->Context;
  return executorOfClass(P.Types[T].Class);
}

std::optional<ContextKind> Knowledge::ownExecutor(EntityId Class) const {
  for (EntityId C : selfAndBases(Class))
    if (const ExecutorRule *R = Rules.executorType(P.name(C)))
      return R->Context;
  return std::nullopt;
}

/// What is made with an executor's type (strand<E>) runs things there.
std::optional<ContextKind> Knowledge::executorOfClass(EntityId Class) const {
  std::optional<ContextKind> Found = ownExecutor(Class);
  for (EntityId C : selfAndBases(Class))
    for (EntityId Inside : P.classArgs(C))
      if (!Found)
        Found = ownExecutor(Inside);
  return Found;
}
