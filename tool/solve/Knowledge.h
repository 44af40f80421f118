//===- solve/Knowledge.h - which rules speak about which call -------------===//
//
// Names are looked up once per entity: its own name, for methods also those of
// the methods it overrides and of the receiver's static class and its bases.
// A rule without "::" names a C function and matches nothing else; a rule
// never hides a body that the program itself has.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_KNOWLEDGE_H
#define WAITWISE_SOLVE_KNOWLEDGE_H

#include "model/Solution.h"
#include "packs/RuleSet.h"
#include "solve/Annotations.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <deque>
#include <map>
#include <set>

namespace waitwise {

class Knowledge {
public:
  Knowledge(const Program &P, const RuleSet &R);

  /// Rules for this event after overload selection (receiver class, parameter
  /// and return types; not `when`, which needs values). In precedence order.
  llvm::ArrayRef<const Rule *> rules(Site S) const {
    return Lists[ListOf[Numbers.of(S.F, S.Event)]];
  }
  /// Rules of methods that frameworks call (`overrides:`) for an entity. Sets
  /// \p Which to the method of the framework.
  const Rule *overriddenRule(EntityId Method, EntityId &Which) const;

  /// True if \p Class is, or derives from, a class one of \p Patterns names.
  bool isA(EntityId Class, llvm::ArrayRef<std::string> Patterns) const;
  /// True if the type's name, or a base of its class, matches.
  bool typeIs(TypeId T, llvm::ArrayRef<std::string> Patterns) const;
  /// \p Class and all its bases, nearest first.
  std::vector<EntityId> selfAndBases(EntityId Class) const;
  bool derivesFrom(EntityId Class, EntityId Base) const;
  /// A call returning this never blocks: an awaitable is only awaited.
  bool isAwaitable(TypeId T) const;
  /// The coroutine kind of a function with EF_Coroutine.
  CoroutineKind coroutineKind(EntityId Function) const;
  /// The rule of the first signature that a function has, or null.
  const SignatureRule *signature(EntityId Function) const;
  /// The rule of the first slot annotation that a method carries, or null.
  const SlotRule *slot(EntityId Method) const;
  /// The rule for a method of a class whose methods run in one place whoever
  /// calls them from outside, or null.
  const SlotRule *slotOfClass(EntityId Method) const;
  /// The rule for a coroutine's return type, or null.
  const CoroutineRule *coroutine(EntityId Function) const {
    return Rules.coroutineType(P.typeName(P.entity(Function).Type));
  }
  /// Where an executor of this type runs things, if a pack says.
  std::optional<ContextKind> executorContext(TypeId T) const;
  std::optional<ContextKind> executorOfClass(EntityId Class) const;

  const RuleSet &Rules;
  const Annotations Declared;

private:
  std::optional<ContextKind> ownExecutor(EntityId Class) const;
  bool hasNone(EntityId Callee) const;
  llvm::SmallVector<const Rule *, 2> lookUp(const Event &E);
  bool selects(const Rule &R, const Event &E) const;
  bool hasParams(const Entity &F, const Rule &R) const;
  void addConstructed(const Event &E,
                      llvm::SmallVectorImpl<const Rule *> &Into);
  bool isExactly(TypeId T, llvm::StringRef Written) const;
  bool hasSignature(const Entity &F, const SignatureRule &R) const;
  const llvm::SmallVector<const Rule *, 2> &byName(llvm::StringRef Name);
  void addNamed(llvm::StringRef Name, const Entity &Callee,
                llvm::SmallVectorImpl<const Rule *> &Into);

  const Program &P;
  EventNumbers Numbers;
  std::vector<uint32_t> ListOf; ///< By number of the event: in Lists.
  std::deque<llvm::SmallVector<const Rule *, 2>> Lists; ///< The first: empty.
  llvm::StringMap<llvm::SmallVector<const Rule *, 2>> Memo;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_KNOWLEDGE_H
