//===- extract/Statics.h - initialisers of variables with static storage --===//
#ifndef WAITWISE_EXTRACT_STATICS_H
#define WAITWISE_EXTRACT_STATICS_H

#include "extract/Body.h"

namespace waitwise {

/// Reads the initialisers into the one block of \p Out.
void buildStatics(Unit &U, llvm::ArrayRef<const clang::VarDecl *> Variables,
                  Function &Out);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_STATICS_H
