//===- Help.h - usage, for the terminal and for docs/cli.md ---------------===//
#ifndef WAITWISE_HELP_H
#define WAITWISE_HELP_H

#include "Commands.h"

#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// Usage and flags of one subcommand; of Subcommand::Help: of the whole tool.
void printHelp(Subcommand On, llvm::raw_ostream &OS);

/// docs/cli.md: every subcommand with its flags.
void printCommandLineDocs(llvm::raw_ostream &OS);

} // namespace waitwise

#endif // WAITWISE_HELP_H
