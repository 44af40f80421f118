//===- support/Error.h - errors that tell the whole story -----------------===//
//
// A user's mistake travels as an llvm::Error with one line of text. Each layer
// it passes may put its own context in front, so that what is printed reads
// from the outside in:
//
//   'build/compile_commands.json': 12:7: expected ',' or ']'
//
// Errors of ours are asserts, not these.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SUPPORT_ERROR_H
#define WAITWISE_SUPPORT_ERROR_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

namespace waitwise {

/// An error with \p Text as its message: lower case, no full stop.
llvm::Error failure(const llvm::Twine &Text);

/// An error at a place of a file, "FILE:LINE:COLUMN: TEXT". Lines and columns
/// count from 1; a line of 0 leaves both out, a column of 0 the column.
llvm::Error located(llvm::StringRef File, unsigned Line, unsigned Column,
                    const llvm::Twine &Text);

/// Puts "\p Context: " in front of the message of \p E. Success stays success.
/// Of several joined errors all messages are kept, separated by "; ".
llvm::Error withContext(llvm::Error E, const llvm::Twine &Context);

} // namespace waitwise

#endif // WAITWISE_SUPPORT_ERROR_H
