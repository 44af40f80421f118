//===- link/Link.cpp - summaries → program --------------------------------===//
//
//   summaries, sorted by file ──▶ intern strings ──▶ merge entities by key
//        ──▶ rewrite bodies ──▶ keep one body per function ──▶ sort by name
//
// Everything is first merged under provisional ids; the last step sorts the
// entities by (name, key) and rewrites every id once more, so that nothing in
// the result depends on the order of the inputs.
//
//===----------------------------------------------------------------------===//
#include "link/Link.h"
#include "link/Definitions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <map>
#include <numeric>

using namespace waitwise;

namespace {

/// Calls \p Map on every entity, type and string id of a body.
template <typename Ids> void rewriteValue(Value &V, const Ids &Map) {
  if (V.Kind == ValueKind::Field || V.Kind == ValueKind::Global ||
      V.Kind == ValueKind::Function)
    V.Index = Map.entity(V.Index);
  else if (V.Kind == ValueKind::String)
    V.Index = Map.string(V.Index);
}

template <typename Ids> void rewriteLocation(Location &L, const Ids &Map) {
  L.File = Map.string(L.File);
}

template <typename Ids> void rewriteEvent(Event &E, const Ids &Map) {
  rewriteLocation(E.Loc, Map);
  E.Callee = Map.entity(E.Callee);
  E.ReceiverClass = Map.entity(E.ReceiverClass);
  E.ResultType = Map.type(E.ResultType);
  E.Macro = Map.string(E.Macro);
  rewriteValue(E.Via, Map);
  rewriteValue(E.Receiver, Map);
  for (Argument &A : E.Args) {
    rewriteValue(A.V, Map);
    A.Type = Map.type(A.Type);
  }
}

template <typename Ids> void rewriteFunction(Function &F, const Ids &Map) {
  F.Self = Map.entity(F.Self);
  rewriteLocation(F.End, Map);
  for (std::vector<Variable> *Vars : {&F.Params, &F.Locals})
    for (Variable &V : *Vars) {
      V.Name = Map.string(V.Name);
      V.Type = Map.type(V.Type);
    }
  for (Block &B : F.Blocks)
    rewriteValue(B.Cond.Operand, Map);
  for (Event &E : F.Events)
    rewriteEvent(E, Map);
  for (Loop &L : F.Loops) {
    rewriteLocation(L.Loc, Map);
    rewriteValue(L.Limit, Map);
  }
  for (std::vector<Move> *Moves : {&F.Moves, &F.Computed})
    for (Move &M : *Moves) {
      rewriteValue(M.To, Map);
      rewriteValue(M.From, Map);
    }
}

template <typename Ids> void rewriteEntity(Entity &E, const Ids &Map) {
  E.Name = Map.string(E.Name);
  rewriteLocation(E.Loc, Map);
  E.Parent = Map.entity(E.Parent);
  E.Type = Map.type(E.Type);
  for (TypeId &T : E.Params)
    T = Map.type(T);
  for (std::vector<EntityId> *List : {&E.Overrides, &E.Bases})
    for (EntityId &Id : *List)
      Id = Map.entity(Id);
  for (TemplateArg &A : E.TemplateArgs) {
    A.Type = Map.type(A.Type);
    rewriteValue(A.V, Map);
  }
  for (StringId &A : E.Annotations)
    A = Map.string(A);
}

/// Old id → new id, for one summary or for the final sort.
struct IdMap {
  std::vector<uint32_t> Strings, Types, Entities;
  uint32_t string(uint32_t I) const { return I == None ? None : Strings[I]; }
  uint32_t type(uint32_t I) const { return I == None ? None : Types[I]; }
  uint32_t entity(uint32_t I) const { return I == None ? None : Entities[I]; }
};

class Linker {
public:
  explicit Linker(const std::vector<Summary> &Summaries) {
    P.Strings.push_back("");
    Interned[""] = 0;
    for (const Summary &S : Summaries)
      Defs.collect(S);
  }

  void add(Summary S) {
    P.Units.push_back({S.MainFile, S.Errors});
    IdMap Map;
    for (const std::string &Text : S.Strings)
      Map.Strings.push_back(intern(Text));
    mapEntities(S, Map);
    mapTypes(S, Map);
    for (size_t I = 0; I < S.Entities.size(); ++I)
      merge(Map.Entities[I], S.Entities[I], Map);
    for (Function &F : S.Functions) {
      rewriteFunction(F, Map);
      if (P.BodyOf[F.Self] != None)
        continue;
      P.BodyOf[F.Self] = P.Functions.size();
      P.Functions.push_back(std::move(F));
    }
  }

  Program take() {
    sortEntities();
    return std::move(P);
  }

private:
  uint32_t intern(llvm::StringRef Text) {
    auto [It, New] = Interned.try_emplace(Text, P.Strings.size());
    if (New)
      P.Strings.push_back(Text.str());
    return It->second;
  }

  void mapEntities(const Summary &S, IdMap &Map) {
    for (const Entity &E : S.Entities) {
      StringId Key = intern(Defs.keyOf(S, E));
      auto [It, New] = EntityOf.try_emplace(Key, P.Entities.size());
      if (New) {
        P.Entities.emplace_back();
        P.Entities.back().Usr = Key;
        P.Entities.back().Kind = E.Kind;
        P.BodyOf.push_back(None);
      }
      Map.Entities.push_back(It->second);
    }
  }

  void mapTypes(const Summary &S, IdMap &Map) {
    for (TypeInfo T : S.Types) {
      T.Name = Map.string(T.Name);
      T.Spelling = Map.string(T.Spelling);
      T.Class = Map.entity(T.Class);
      auto Key = std::tuple(T.Name, T.Spelling, T.Class, T.Flags);
      auto [It, New] = TypeOf.try_emplace(Key, P.Types.size());
      if (New)
        P.Types.push_back(T);
      Map.Types.push_back(It->second);
    }
  }

  /// Merges what one unit knows of an entity into what is known so far: the
  /// definition's place wins, lists are taken from whoever has them first.
  void merge(EntityId Id, Entity E, const IdMap &Map) {
    rewriteEntity(E, Map);
    Entity &Into = P.Entities[Id];
    bool BetterPlace = !Into.Loc.isValid() ||
                       (E.has(EF_Defined) && !Into.has(EF_Defined));
    if (Into.Name == None)
      Into.Name = E.Name;
    if (BetterPlace && E.Loc.isValid())
      Into.Loc = E.Loc;
    Into.Flags |= E.Flags;
    if (Into.Parent == None)
      Into.Parent = E.Parent;
    if (Into.Type == None)
      Into.Type = E.Type;
    auto TakeIfEmpty = [](auto &To, auto &From) {
      if (To.empty())
        To = std::move(From);
    };
    TakeIfEmpty(Into.Params, E.Params);
    TakeIfEmpty(Into.Overrides, E.Overrides);
    TakeIfEmpty(Into.Bases, E.Bases);
    TakeIfEmpty(Into.TemplateArgs, E.TemplateArgs);
    TakeIfEmpty(Into.Annotations, E.Annotations);
  }

  void sortEntities() {
    std::vector<uint32_t> Order(P.Entities.size());
    std::iota(Order.begin(), Order.end(), 0);
    llvm::sort(Order, [&](uint32_t A, uint32_t B) {
      const Entity &EA = P.Entities[A], &EB = P.Entities[B];
      return std::pair(P.str(EA.Name), P.str(EA.Usr)) <
             std::pair(P.str(EB.Name), P.str(EB.Usr));
    });
    IdMap Map;
    Map.Strings.resize(P.Strings.size());
    std::iota(Map.Strings.begin(), Map.Strings.end(), 0);
    Map.Types.resize(P.Types.size());
    std::iota(Map.Types.begin(), Map.Types.end(), 0);
    Map.Entities.resize(Order.size());
    for (uint32_t New = 0; New < Order.size(); ++New)
      Map.Entities[Order[New]] = New;
    std::vector<Entity> Sorted;
    for (uint32_t Old : Order) {
      rewriteEntity(P.Entities[Old], Map);
      Sorted.push_back(std::move(P.Entities[Old]));
    }
    P.Entities = std::move(Sorted);
    for (TypeInfo &T : P.Types)
      T.Class = Map.entity(T.Class);
    sortBodies(Map);
  }

  void sortBodies(const IdMap &Map) {
    for (Function &F : P.Functions)
      rewriteFunction(F, Map);
    llvm::sort(P.Functions, [](const Function &A, const Function &B) {
      return A.Self < B.Self;
    });
    P.BodyOf.assign(P.Entities.size(), None);
    for (FunctionId F = 0; F < P.Functions.size(); ++F)
      P.BodyOf[P.Functions[F].Self] = F;
  }

  Program P;
  Definitions Defs;
  llvm::StringMap<uint32_t> Interned;
  std::map<StringId, EntityId> EntityOf;
  std::map<std::tuple<StringId, StringId, EntityId, uint32_t>, TypeId> TypeOf;
};

} // namespace

Program waitwise::link(std::vector<Summary> Summaries) {
  llvm::sort(Summaries, [](const Summary &A, const Summary &B) {
    return std::tie(A.MainFile, A.Strings) < std::tie(B.MainFile, B.Strings);
  });
  Linker L(Summaries);
  for (Summary &S : Summaries)
    L.add(std::move(S));
  return L.take();
}
