//===- extract/Entities.h - declarations to entities ----------------------===//
//
// Every declaration that something refers to gets a number at once and its
// facts later: complete() works the queue off, and what it finds (bases,
// overridden methods, classes of types) joins the queue. So there is no
// recursion, and numbers follow the order of first mention.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_ENTITIES_H
#define WAITWISE_EXTRACT_ENTITIES_H

#include "model/Entity.h"

#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace waitwise {

class Unit;

class EntityTable {
public:
  EntityTable(Unit &U, std::vector<Entity> &Out) : U(U), Out(Out) {}

  /// The number of a function, field, variable or class. Null gives None.
  EntityId of(const clang::NamedDecl *D);
  /// The entity with this key, which no declaration stands for: \p E if there
  /// is none yet.
  EntityId named(llvm::StringRef Key, Entity E);
  /// Fills in everything that was numbered.
  void complete();
  /// Adds flags that only the body or a use tells.
  void addFlags(EntityId Id, uint32_t Flags) { Out[Id].Flags |= Flags; }

  /// True if the class itself declares this operator or name.
  bool hasMember(const clang::CXXRecordDecl *R,
                 clang::OverloadedOperatorKind Op);
  bool hasMember(const clang::CXXRecordDecl *R, llvm::StringRef Name);

private:
  void fill(EntityId Id, const clang::NamedDecl *D);
  void fillFunction(Entity &E, const clang::FunctionDecl *F);
  void fillMethod(Entity &E, const clang::CXXMethodDecl *M);
  void fillVariable(Entity &E, const clang::VarDecl *V);
  void fillField(Entity &E, const clang::FieldDecl *F);
  void fillClass(Entity &E, const clang::RecordDecl *R);
  void fillDefinition(Entity &E, const clang::CXXRecordDecl *R);
  void addTemplateArgs(Entity &E, llvm::ArrayRef<clang::TemplateArgument> Args);
  EntityId parentOf(const clang::NamedDecl *D);

  Unit &U;
  std::vector<Entity> &Out;
  std::vector<const clang::NamedDecl *> Decls; ///< By entity.
  size_t NumComplete = 0;
  llvm::DenseMap<const clang::Decl *, EntityId> Ids;
  llvm::StringMap<EntityId> Named;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_ENTITIES_H
