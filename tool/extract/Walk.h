//===- extract/Walk.h - which functions of a unit are read ----------------===//
//
// Every function that has a body outside system headers, dependent templates
// excepted (but see visitPattern): their instantiations are read instead, also
// those of members of class templates; and lambdas and local classes inside
// bodies. Declarations are walked, not statements: clang lists local classes
// and closures among the declarations of their function.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_WALK_H
#define WAITWISE_EXTRACT_WALK_H

#include "extract/Sources.h"

#include "clang/AST/DeclTemplate.h"

namespace waitwise {

struct Found {
  std::vector<const clang::FunctionDecl *> Functions; ///< In source order.
  std::vector<const clang::VarDecl *> Variables; ///< With static storage and
                                                 ///< an initialiser.
  std::vector<const clang::CXXRecordDecl *> Classes; ///< Complete ones.
};

Found walkUnit(clang::ASTContext &Ctx, Sources &Src);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_WALK_H
