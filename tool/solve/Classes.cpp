//===- solve/Classes.cpp - overriders, and which classes exist ------------===//
//
// A class is alive if a constructor of it is called other than for a base, or
// if a library constructs it (make_unique<T>). Where a library is analysed
// without its users nothing may be alive; then all overriders count, with less
// confidence.
//
//===----------------------------------------------------------------------===//
#include "solve/Classes.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

Classes::Classes(const Program &P, const Knowledge &K) : P(P), K(K) {
  Alive.resize(P.Entities.size());
  for (EntityId E = 0; E < P.Entities.size(); ++E) {
    for (EntityId Overridden : P.entity(E).Overrides)
      DirectOverriders[Overridden].push_back(E);
    const Entity &Ent = P.entity(E);
    if (Ent.Kind == EntityKind::Function && P.BodyOf[E] != None &&
        Ent.Parent != None) {
      MethodsOf[Ent.Parent].push_back(P.BodyOf[E]);
      MethodsNamed[unqualified(P.name(E))].push_back(P.BodyOf[E]);
    }
  }
  forEachSite(P, [&](Site S) { addConstructed(S); });
}

void Classes::addConstructed(Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (E.Callee == None)
    return;
  if (E.has(EVF_Construct) && !E.has(EVF_Base))
    addAlive(P.entity(E.Callee).Parent);
  bool ForOthers = llvm::any_of(
      K.rules(S), [](const Rule *R) { return R->ConstructsTypeArg; });
  if (ForOthers)
    for (EntityId Class : constructedBy(P, E.Callee))
      addAlive(Class);
}

void Classes::addAlive(EntityId Class) {
  if (Class == None || Alive[Class])
    return;
  for (EntityId C : K.selfAndBases(Class))
    Alive[C] = true;
}

std::vector<EntityId> waitwise::constructedBy(const Program &P,
                                              EntityId Callee) {
  const Entity &E = P.entity(Callee);
  if (E.has(EF_Method) && E.Parent != None)
    return P.classArgs(E.Parent);
  std::vector<EntityId> First = P.classArgs(Callee);
  if (First.size() > 1)
    First.resize(1); // The types of the arguments follow.
  return First;
}

bool Classes::related(EntityId A, EntityId B) const {
  return A == None || B == None || A == B || K.derivesFrom(A, B) ||
         K.derivesFrom(B, A);
}

static Confidence virtualConfidence(size_t Targets, bool AnyAlive) {
  if (!AnyAlive)
    return Targets == 1 ? Confidence::Medium : Confidence::Low;
  if (Targets == 1)
    return Confidence::High;
  return Targets <= 10 ? Confidence::Medium : Confidence::Low;
}

std::vector<CallEdge> Classes::overriders(EntityId Method,
                                          EntityId Receiver) const {
  std::vector<EntityId> All{Method};
  std::set<EntityId> Seen{Method};
  for (size_t I = 0; I < All.size(); ++I) {
    auto It = DirectOverriders.find(All[I]);
    if (It == DirectOverriders.end())
      continue;
    for (EntityId O : It->second)
      if (Seen.insert(O).second)
        All.push_back(O);
  }
  std::vector<FunctionId> Live, Any;
  for (EntityId M : All) {
    EntityId Class = P.entity(M).Parent;
    if (P.BodyOf[M] == None || !related(Class, Receiver))
      continue;
    Any.push_back(P.BodyOf[M]);
    if (Class != None && Alive[Class])
      Live.push_back(P.BodyOf[M]);
  }
  const std::vector<FunctionId> &Chosen = Live.empty() ? Any : Live;
  Confidence Conf = virtualConfidence(Chosen.size(), !Live.empty());
  std::vector<CallEdge> Edges;
  for (FunctionId F : Chosen)
    Edges.push_back({F, EdgeKind::Virtual, Conf});
  return Edges;
}

static bool fits(const Function &Body, size_t Args) {
  return Args <= Body.Params.size();
}

std::vector<FunctionId> Classes::constructors(EntityId Class,
                                              size_t Args) const {
  std::vector<FunctionId> Found;
  auto It = MethodsOf.find(Class);
  if (It == MethodsOf.end())
    return Found;
  for (FunctionId F : It->second)
    if (P.self(F).has(EF_Constructor) && fits(P.Functions[F], Args))
      Found.push_back(F);
  return Found;
}

std::vector<FunctionId> Classes::destructors(EntityId Class) const {
  std::vector<FunctionId> Found;
  auto It = MethodsOf.find(Class);
  if (It != MethodsOf.end())
    for (FunctionId F : It->second)
      if (P.self(F).has(EF_Destructor))
        Found.push_back(F);
  return Found;
}

std::vector<FunctionId> Classes::callOperators(EntityId Class) const {
  std::vector<FunctionId> Found;
  auto It = MethodsOf.find(Class);
  if (It != MethodsOf.end())
    for (FunctionId F : It->second)
      if (P.nameOf(F).ends_with("::operator()"))
        Found.push_back(F);
  return Found;
}

/// The bodies that fit a name best among those of some classes.
std::vector<FunctionId>
Classes::bestOf(const MethodName &Name,
                llvm::function_ref<bool(EntityId Class)> Among) const {
  std::vector<FunctionId> Best;
  MethodName::Fit Bar = MethodName::Fit::Defaults;
  auto It = MethodsNamed.find(Name.name());
  if (It == MethodsNamed.end())
    return Best;
  for (FunctionId F : It->second) {
    MethodName::Fit Fit = Name.fit(P, P.self(F));
    if (Fit < Bar || !Among(P.self(F).Parent))
      continue;
    if (Fit > Bar)
      Best.clear();
    Bar = Fit;
    Best.push_back(F);
  }
  return Best;
}

/// The bodies of a class and its bases whose names fit a pattern.
std::vector<FunctionId> Classes::matching(EntityId Class,
                                          llvm::StringRef Pattern) const {
  std::vector<FunctionId> Found;
  for (EntityId C : K.selfAndBases(Class))
    if (auto It = MethodsOf.find(C); It != MethodsOf.end())
      llvm::append_range(Found, It->second);
  llvm::erase_if(Found, [&](FunctionId F) {
    return !matchesName(Pattern, unqualified(P.nameOf(F)));
  });
  return Found;
}

std::vector<CallEdge> Classes::named(EntityId Class,
                                     llvm::StringRef Text) const {
  std::vector<FunctionId> Found;
  Confidence Conf = Confidence::High;
  MethodName Name(Text);
  if (isPattern(Name.name())) {
    Found = matching(Class, Name.name());
  } else {
    for (EntityId C : K.selfAndBases(Class))
      if (Found.empty())
        Found = bestOf(Name, [&](EntityId Of) { return Of == C; });
    if (Found.empty() && Class != None) {
      Found = bestOf(
          Name, [&](EntityId Of) { return K.derivesFrom(Of, Class); });
      Conf = Found.size() == 1 ? Confidence::Medium : Confidence::Low;
    }
  }
  std::vector<CallEdge> Edges;
  for (FunctionId F : Found) {
    if (P.self(F).has(EF_Virtual))
      llvm::append_range(Edges, overriders(P.Functions[F].Self, Class));
    else
      Edges.push_back({F, EdgeKind::Stored, Confidence::High});
  }
  for (CallEdge &E : Edges)
    E.Conf = std::min(E.Conf, Conf);
  return Edges;
}
