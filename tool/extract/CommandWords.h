//===- extract/CommandWords.h - command lines split into words ------------===//
#ifndef WAITWISE_EXTRACT_COMMANDWORDS_H
#define WAITWISE_EXTRACT_COMMANDWORDS_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace waitwise {

/// The words of \p Command as a POSIX shell sees them: quotes and backslashes,
/// but no variables, patterns or operators.
std::vector<std::string> splitShellWords(llvm::StringRef Command);

/// The words of a response file as GCC sees them: like a shell's, but a
/// backslash quotes inside single quotes, too.
std::vector<std::string> splitResponseFile(llvm::StringRef Text);

/// Replaces every "@file" by the words in that file, again and again.
/// Relative names start at \p Directory. Files that cannot be read, or that
/// go on for ever, are dropped and named in \p Unread.
void expandResponseFiles(std::vector<std::string> &Words,
                         llvm::StringRef Directory,
                         std::vector<std::string> &Unread);

/// Takes what stands before the compiler off \p Words: assignments, `env`,
/// compiler caches and distributors.
void dropWrappers(std::vector<std::string> &Words);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMMANDWORDS_H
