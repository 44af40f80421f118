//===- extract/CommandGuess.h - a command for a file that has none --------===//
#ifndef WAITWISE_EXTRACT_COMMANDGUESS_H
#define WAITWISE_EXTRACT_COMMANDGUESS_H

#include "extract/CommandFlags.h"

namespace waitwise {

/// A file with its command.
struct FileCommand {
  std::string File; ///< Absolute, normalised.
  DriverCommand Command;
};

/// Index in \p Known of the command that suits \p File best: that of a source
/// that includes it, of one with the same name, else of the nearest. None is
/// given back only if \p Known is empty.
size_t nearestCommand(llvm::StringRef File, llvm::ArrayRef<FileCommand> Known);

/// The command of \p From, changed to read \p File: its language is that of
/// \p File, and a header is read as a header of its project's language.
DriverCommand commandLike(const FileCommand &From, llvm::StringRef File);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMMANDGUESS_H
