//===- extract/Names.h - what things are called, and their keys -----------===//
//
// Names are for packs and people: qualified, without template arguments and
// inline namespaces. Keys tell things apart across translation units: clang's
// USR, made unique per file for what only one file can see, and built from the
// enclosing function for lambdas and local classes, so that every unit that
// includes a header gives them the same key.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_NAMES_H
#define WAITWISE_EXTRACT_NAMES_H

#include "extract/Sources.h"

#include "clang/AST/DeclCXX.h"

namespace waitwise {

class Names {
public:
  Names(clang::ASTContext &Ctx, Sources &Src) : Ctx(Ctx), Src(Src) {}

  /// `ns::Class::member`, `outer::(lambda:2)`; for a captured variable
  /// `outer::(lambda:2)::x`.
  std::string qualified(const clang::NamedDecl *D);
  /// The same in all translation units, different for different things.
  std::string key(const clang::NamedDecl *D);
  /// The function, variable or class that the closure stands in, or null.
  const clang::NamedDecl *enclosing(const clang::CXXRecordDecl *Closure);
  /// True for what no other translation unit can name.
  bool isFileBound(const clang::NamedDecl *D);

private:
  struct Place {
    unsigned Ordinal = 0;                  ///< From 1, in source order.
    const clang::VarDecl *Owner = nullptr; ///< Variable it initialises.
  };
  Place placeOf(const clang::CXXRecordDecl *Closure);
  void numberLambdas(const clang::DeclContext *DC);
  std::string ownName(const clang::NamedDecl *D);
  std::string usr(const clang::NamedDecl *D);
  std::string closuresIn(const clang::NamedDecl *D);
  const std::string &closureKey(const clang::CXXRecordDecl *Closure);
  std::string localPart(const clang::NamedDecl *D);
  const clang::NamedDecl *localScope(const clang::NamedDecl *D);
  bool hasFileBoundType(const clang::FunctionDecl *F);
  bool isFileBoundClass(clang::QualType T);

  clang::ASTContext &Ctx;
  Sources &Src;
  llvm::DenseMap<const clang::CXXRecordDecl *, Place> Places;
  llvm::DenseMap<const clang::DeclContext *, bool> Numbered;
  llvm::DenseMap<const clang::CXXRecordDecl *, std::string> ClosureKeys;
};

/// The closure class that this function is the call operator of, or null.
const clang::CXXRecordDecl *closureOf(const clang::NamedDecl *D);
/// The variable that this field of a closure captures, or null.
const clang::ValueDecl *capturedBy(const clang::FieldDecl *Field);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_NAMES_H
