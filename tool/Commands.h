//===- Commands.h - the subcommands ---------------------------------------===//
#ifndef WAITWISE_COMMANDS_H
#define WAITWISE_COMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <vector>

namespace waitwise {

enum class Subcommand : uint8_t {
  Check,
  Classify,
  Advise,
  Explain,
  Baseline,
  Packs,
  Summarize,
  Link,
  Dump,
  Completion,
  ManPage,
  Help,
  Version,
  DevDocs,
};

/// A subcommand as it is called and described.
struct CommandInfo {
  Subcommand Id;
  llvm::StringLiteral Name;
  llvm::StringLiteral Arguments;
  llvm::StringLiteral Summary; ///< One line, lower case, no full stop.
  /// What the first word may be, separated by commas; "*": anything; empty:
  /// it is an input like the others.
  llvm::StringLiteral Subjects;
  bool Hidden = false; ///< Not for users.
};

/// In the order in which help shows them.
llvm::ArrayRef<CommandInfo> commands();
/// The subcommand of this name, or null.
const CommandInfo *findCommand(llvm::StringRef Name);
/// Not for Subcommand::Version, which is a flag.
const CommandInfo &infoOf(Subcommand Id);
/// Names of those that are not hidden.
std::vector<llvm::StringRef> commandNames();

} // namespace waitwise

#endif // WAITWISE_COMMANDS_H
