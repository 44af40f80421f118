//===- extract/CompileCommands.h - which commands compile the project -----===//
//
//   database, or flags after `--`  ──▶ commands as clang understands them
//
// Databases are written by and for other compilers. What comes out of here is
// a command of clang's driver: wrappers unwrapped, response files expanded,
// outputs removed, flags that clang does not know dropped and noted.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_COMPILECOMMANDS_H
#define WAITWISE_EXTRACT_COMPILECOMMANDS_H

#include "extract/Extract.h"

#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace waitwise {

/// What the command line asks for.
struct CommandRequest {
  std::string Directory; ///< Where relative names start; absolute.
  /// A database or its folder; empty: the nearest one is looked for, as
  /// clangd does: in the folders above the first file (or Directory) and in
  /// their build/.
  std::string Database;
  /// The command line's flags after `--`, used for every file instead of a
  /// database.
  std::optional<std::vector<std::string>> Flags;
  std::vector<std::string> Files;      ///< Empty: all of the database.
  std::vector<std::string> ThirdParty, Libraries; ///< Handed on to the jobs …
  std::string Root;                               ///< … with the root.
};

struct CommandSet {
  std::vector<ExtractJob> Jobs;   ///< Sorted by file, then arguments.
  std::vector<std::string> Notes; ///< What was dropped or guessed; sorted.
  std::string Database;           ///< The file that was read, if one was.
};

/// Finds a command for every file that is asked for. Fails with one located
/// error if there is no database or it is malformed, and if a file that is
/// asked for does not exist.
llvm::Expected<CommandSet> findCommands(const CommandRequest &Request);

/// Where clang's own headers are: beside the libclang-cpp that is loaded, else
/// where it was when this tool was built.
std::string resourceDirectory();

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMPILECOMMANDS_H
