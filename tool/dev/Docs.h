//===- dev/Docs.h - documents that are generated --------------------------===//
#ifndef WAITWISE_DEV_DOCS_H
#define WAITWISE_DEV_DOCS_H

#include "llvm/Support/Error.h"

namespace waitwise {

/// Writes cli.md, checks/<id>.md and packs/<name>.md into \p Folder.
llvm::Error writeGeneratedDocs(llvm::StringRef Folder);

} // namespace waitwise

#endif // WAITWISE_DEV_DOCS_H
