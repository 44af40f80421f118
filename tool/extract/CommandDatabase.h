//===- extract/CommandDatabase.h - compile_commands.json, as written ------===//
#ifndef WAITWISE_EXTRACT_COMMANDDATABASE_H
#define WAITWISE_EXTRACT_COMMANDDATABASE_H

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace waitwise {

/// One entry: how one file is compiled.
struct CompileCommand {
  std::string Directory;          ///< Absolute.
  std::string File;               ///< Absolute, without "." and "..".
  std::vector<std::string> Words; ///< As given, wrappers and all.
};

/// What stands in one database file.
struct CommandDatabase {
  std::string Path;                     ///< Absolute.
  std::vector<CompileCommand> Commands; ///< In the order of the file.
  /// compile_flags.txt: the same words for every file, and no list of files.
  bool IsFlagsOnly = false;
};

/// Reads compile_commands.json or compile_flags.txt. Errors say where.
llvm::Expected<CommandDatabase> loadDatabase(llvm::StringRef Path);

/// The database that \p Given (-p: a file or its folder) means.
llvm::Expected<std::string> locateDatabase(llvm::StringRef Given);

/// The nearest database for a file in \p Directory: in each folder from there
/// up compile_commands.json, build/compile_commands.json, compile_flags.txt.
/// Empty if there is none.
std::string findDatabaseAbove(llvm::StringRef Directory);

/// \p Path as seen from \p Directory: absolute, without "." and "..".
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMMANDDATABASE_H
