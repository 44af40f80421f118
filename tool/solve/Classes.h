//===- solve/Classes.h - overriders, and which classes exist --------------===//
//
// Virtual calls are pruned by the classes that the program constructs (rapid
// type analysis): an override counts if its class, or one derived from it, is
// constructed somewhere.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_CLASSES_H
#define WAITWISE_SOLVE_CLASSES_H

#include "model/Solution.h"
#include "solve/Knowledge.h"
#include "solve/MethodNames.h"

namespace waitwise {

class Classes {
public:
  Classes(const Program &P, const Knowledge &K);

  /// Bodies that a virtual call of \p Method on an object of static class
  /// \p Receiver may run, with the confidence that it does.
  std::vector<CallEdge> overriders(EntityId Method, EntityId Receiver) const;
  /// Methods with bodies of this class that are constructors (destructors).
  std::vector<FunctionId> constructors(EntityId Class, size_t Args) const;
  std::vector<FunctionId> destructors(EntityId Class) const;
  /// Methods with bodies that a text (MethodNames.h) names in a class, its
  /// bases or, if there is none, in a class derived from it.
  std::vector<CallEdge> named(EntityId Class, llvm::StringRef Text) const;
  /// The call operators with bodies of a class.
  std::vector<FunctionId> callOperators(EntityId Class) const;

private:
  void addConstructed(Site S);
  void addAlive(EntityId Class);
  bool related(EntityId A, EntityId B) const;
  std::vector<FunctionId> matching(EntityId Class, llvm::StringRef Text) const;
  std::vector<FunctionId>
  bestOf(const MethodName &Name,
         llvm::function_ref<bool(EntityId Class)> Among) const;

  const Program &P;
  const Knowledge &K;
  std::vector<bool> Alive; ///< By entity: constructed, or a base of one.
  std::map<EntityId, std::vector<EntityId>> DirectOverriders;
  std::map<EntityId, std::vector<FunctionId>> MethodsOf;
  llvm::StringMap<std::vector<FunctionId>> MethodsNamed; ///< Unqualified.
};

/// Classes that a library function with `constructs: type-arg` constructs: T of
/// make_unique<T>, the element of the container that a member belongs to.
std::vector<EntityId> constructedBy(const Program &P, EntityId Callee);

} // namespace waitwise

#endif // WAITWISE_SOLVE_CLASSES_H
