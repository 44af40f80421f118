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

#include "Commands.h"
#include "model/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace waitwise {

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
  /// --output-format: a format and the file that it goes to.
  std::vector<std::pair<std::string, std::string>> MoreOutputs;
  std::optional<bool> Color; ///< Empty: on a terminal, unless $NO_COLOR.
  std::string PathGlob;    ///< classify --path
  bool ByLocation = false; ///< classify --sort location
  std::string Checks;
  std::string Baseline;    ///< --baseline
  std::string CostProfile; ///< A table of what was measured.
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

/// A flag as it is documented.
struct FlagInfo {
  std::string Spelling;  ///< "--format", "-p".
  llvm::StringRef Value; ///< What its value is called; empty: it has none.
  llvm::StringRef Help;
};

/// The flags of a subcommand, by name.
std::vector<FlagInfo> flagsOf(llvm::StringRef Command);

} // namespace waitwise

#endif // WAITWISE_OPTIONS_H
