//===- Config.h - .waitwise.yaml ------------------------------------------===//
//
//   packs: [rules/mylib.yaml]      more rule packs, relative to this file
//   trusted-packs: [third_party]   folders whose shipped packs are read
//   disable-packs: [libuv]         default packs that do not apply here
//   third-party: [external/**]     files of which only the interface is read
//   profile: strict                as --profile
//   fail-on: high                  as --fail-on
//   baseline: known.txt            findings that are known already
//   suppressions: [{check: …, path: …, function: …, reason: …, until: …}]
//   checks: "*,-blocking-under-lock"  as --checks; also a list
//   cost: {tolerance: …, latency: …}  as in rules/cost.yaml
//   contexts: [{function: …, context: …}]  where the project's functions run
//     profile: measured.csv           as --cost-profile, relative to this file
//   advice: {rows: […], how: …}       as in rules/advice.yaml
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_CONFIG_H
#define WAITWISE_CONFIG_H

#include "Options.h"
#include "packs/RuleSet.h"
#include "packs/Syntax.h"
#include "report/Suppress.h"

namespace waitwise {

struct Config {
  std::string File;                    ///< Absolute; empty: there is none.
  std::vector<std::string> Packs;      ///< Absolute paths.
  std::vector<std::string> TrustedPacks; ///< Absolute folders.
  std::vector<std::string> ThirdParty; ///< Absolute path globs.
  std::vector<std::string> DisablePacks;
  std::vector<NamedContext> Contexts;
  std::string Checks;
  std::optional<waitwise::Profile> Profile;
  std::optional<Severity> FailOn;
  std::vector<Suppression> Suppressions;
  std::string Baseline;                ///< Absolute; empty: by default.
  std::optional<Node> Cost; ///< Read when the packs' own table is known …
  std::optional<Node> Advice; ///< Likewise.
  std::string CostProfile;  ///< … without its `profile`, an absolute path.

  /// Folder of File, empty without one.
  std::string folder() const;
};

/// Reads the configuration in \p Path. Every error is located, all of one file
/// are in the one Error, a line each.
llvm::Expected<Config> readConfig(llvm::StringRef Path);

/// The nearest .waitwise.yaml in \p Dir and above, or empty.
std::string findConfigAbove(llvm::StringRef Dir);

/// The nearest folder at or above \p Dir that is a repository, or empty.
std::string findRepositoryAbove(llvm::StringRef Dir);

/// All of \p Errors as one Error, a line each. Success if there are none.
llvm::Error asError(llvm::ArrayRef<PackDiagnostic> Errors);

} // namespace waitwise

#endif // WAITWISE_CONFIG_H
