//===- Options.h - the command line as data -------------------------------===//
//
//   argv ──▶ Options          (.waitwise.yaml is read by Config.h)
//
// What a flag leaves open stays empty here, so that .waitwise.yaml and then
// the defaults can fill it; a flag always wins.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_OPTIONS_H
#define WAITWISE_OPTIONS_H

#include "model/Effect.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace waitwise {

enum class Subcommand : uint8_t {
  Check,
  Explain,
  Packs,
  Summarize,
  Link,
  Dump,
  Help,
  Version,
  DevDocs,
};

/// Which findings are reported.
enum class Profile : uint8_t {
  Default, ///< Severity and confidence medium and high.
  Strict,  ///< Low severity, too.
  Audit,   ///< Low confidence, too.
};
std::optional<Profile> parseProfile(llvm::StringRef S);

struct Options {
  Subcommand Command = Subcommand::Check;
  Subcommand HelpOn = Subcommand::Help; ///< Subcommand::Help: all of them.
  /// First word of explain (a name), packs and dump (what to do).
  std::string Subject;
  std::vector<std::string> Inputs; ///< Sources, summaries, packs to check.
  /// What follows "--", if there is a "--".
  std::optional<std::vector<std::string>> Flags;

  std::string BuildDir; ///< -p
  std::string Root, ConfigFile, CacheDir, Output;
  std::string Format = "text";
  std::string Checks;
  std::optional<waitwise::Profile> Profile;
  std::optional<Severity> FailOn; ///< Severity::None: never.
  std::vector<std::string> Packs, RequireRulesHit;
  unsigned Jobs = 0;        ///< 0: one per core.
  unsigned TimeLimit = 0;   ///< Seconds per unit; 0: the default.
  unsigned MemoryLimit = 0; ///< MiB per worker; 0: the default.
  bool NoCache = false, Quiet = false;
};

/// Reads the command line; the error says what is wrong and guesses what was
/// meant. Call once per process.
llvm::Expected<Options> parseOptions(llvm::ArrayRef<const char *> Argv);

/// Usage and flags of one subcommand, or of the whole tool.
void printHelp(Subcommand On, llvm::raw_ostream &OS);

/// docs/cli.md: every subcommand with its flags.
void printCommandLineDocs(llvm::raw_ostream &OS);

} // namespace waitwise

#endif // WAITWISE_OPTIONS_H
