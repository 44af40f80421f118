//===- extract/Types.h - types as far as rules ask for them ---------------===//
#ifndef WAITWISE_EXTRACT_TYPES_H
#define WAITWISE_EXTRACT_TYPES_H

#include "model/Entity.h"

#include "clang/AST/Type.h"
#include "llvm/ADT/DenseMap.h"

namespace waitwise {

class Unit;

/// Gives equal canonical types equal numbers, in order of first use.
class TypeTable {
public:
  TypeTable(Unit &U, std::vector<TypeInfo> &Out) : U(U), Out(Out) {}

  /// None for what has no canonical form yet (dependent, undeduced).
  TypeId of(clang::QualType T);
  /// Canonical spelling without inline namespaces; deep template arguments
  /// are cut, as libraries nest them without end.
  std::string spell(clang::QualType T, unsigned Depth = 0);

private:
  TypeInfo describe(clang::QualType T);
  void describeClass(const clang::RecordDecl *R, TypeInfo &Info);
  std::string spellArgument(const clang::TemplateArgument &A, unsigned Depth);
  std::string spellFunction(const clang::FunctionProtoType *F, unsigned Depth);
  std::string spellRecord(const clang::RecordDecl *R, unsigned Depth);

  Unit &U;
  std::vector<TypeInfo> &Out;
  llvm::DenseMap<const void *, TypeId> Ids;
};

/// The class that pointers, references and arrays lead to, or null.
const clang::RecordDecl *classBehind(clang::QualType T);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_TYPES_H
