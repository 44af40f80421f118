//===- extract/Implicit.h - members that only skipped code uses -----------===//
//
// clang writes an implicit destructor when something destroys the object. What
// destroys the objects in a unique_ptr or a vector is a skipped body, so nobody
// does. The same holds for default constructors, and, in the project's class
// templates, for virtual methods and operators. They are made here, as if they
// had been used.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_IMPLICIT_H
#define WAITWISE_EXTRACT_IMPLICIT_H

#include "clang/AST/DeclCXX.h"

namespace clang {
class Sema;
}

namespace waitwise {

/// Defines such members of these complete classes.
void defineImplicitMembers(
    clang::Sema &S, llvm::ArrayRef<const clang::CXXRecordDecl *> Classes);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_IMPLICIT_H
