//===- Completion.h - what shells and `man` are told of the command line --===//
//
// Written from the tables of subcommands and flags, so that neither can fall
// behind. `waitwise completion SHELL` prints a script; the build installs them.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_COMPLETION_H
#define WAITWISE_COMPLETION_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// The completion script of \p Shell: bash, zsh or fish.
void printCompletion(llvm::StringRef Shell, llvm::raw_ostream &OS);

/// The page for `man waitwise`, as troff source.
void printManPage(llvm::raw_ostream &OS);

} // namespace waitwise

#endif // WAITWISE_COMPLETION_H
