//===- extract/Extract.h - one translation unit to its summary ------------===//
//
//   command ──driver──▶ invocation ──parse──▶ AST ──walk──▶ bodies ──▶ Summary
//
// The only stage that sees an AST. Bodies in system and third-party headers
// are not even parsed. What comes out are facts of the source alone.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_EXTRACT_H
#define WAITWISE_EXTRACT_EXTRACT_H

#include "model/Summary.h"

#include "llvm/Support/Error.h"

namespace waitwise {

/// One translation unit to read.
struct ExtractJob {
  std::string Directory; ///< Working directory of the command.
  std::string File;      ///< Main file, absolute or relative to Directory.
  std::vector<std::string> Args; ///< The whole command, with argv[0].
  /// Path globs of headers whose bodies are skipped like those of system
  /// headers.
  std::vector<std::string> ThirdParty;
  /// The same for headers of libraries that packs know, but not for the
  /// project's own: below Root only where other people's code lies (vendor/,
  /// third_party/, …).
  std::vector<std::string> Libraries;
  std::string Root;        ///< Folder of the project; empty: not known.
  std::string ResourceDir; ///< Clang's own headers; empty: the driver's guess.
};

/// Parses one translation unit and says what is in it. Errors in the source
/// are not failures: Summary::Errors counts them and Diagnostics keeps the
/// first few. Fails only when nothing could be parsed: a missing file, a
/// command that the driver rejects, a malformed glob.
llvm::Expected<Summary> extractSummary(const ExtractJob &Job);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_EXTRACT_H
