//===- Settings.h - what holds for one run --------------------------------===//
//
//   command line ─┐
//   .waitwise.yaml ├─▶ Settings ──▶ Pipeline
//   rule packs ───┘
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SETTINGS_H
#define WAITWISE_SETTINGS_H

#include "Config.h"
#include "Options.h"
#include "packs/RuleSet.h"

namespace waitwise {

struct Settings {
  Options Opts;
  Config Conf;
  /// Project root, absolute; empty: nothing but the database tells.
  std::string Root;
  RuleSet Rules;
  std::vector<std::string> ShippedPacks; ///< Files beside the headers.

  waitwise::Profile profile() const {
    return Opts.Profile.value_or(
        Conf.Profile.value_or(waitwise::Profile::Default));
  }
  Severity failOn() const {
    return Opts.FailOn.value_or(Conf.FailOn.value_or(Severity::Medium));
  }
  /// The table of what was measured, or empty.
  llvm::StringRef costProfile() const {
    return Opts.CostProfile.empty() ? Conf.CostProfile : Opts.CostProfile;
  }
  /// The file of the baseline, whether it is there or not.
  std::string baseline() const {
    return !Opts.Baseline.empty()   ? Opts.Baseline
           : !Conf.Baseline.empty() ? Conf.Baseline
                                    : Root + "/.waitwise-baseline";
  }
  llvm::StringRef checks() const {
    return Opts.Checks.empty() ? Conf.Checks : Opts.Checks;
  }
};

/// Reads \p Files, packs that were found beside headers, besides what \p S has.
/// Returns a warning for each error in them.
std::vector<std::string> addShippedPacks(Settings &S,
                                         std::vector<std::string> Files);

/// Finds and reads the configuration, then the packs that it and the flags
/// name.
llvm::Expected<Settings> settle(Options O);

} // namespace waitwise

#endif // WAITWISE_SETTINGS_H
