//===- report/Suppress.h - findings that the source itself permits --------===//
//
//   f(); // NOLINT(waitwise-<check>): reason     this line
//   // NOLINTNEXTLINE(waitwise-*): reason        the next line
//   // NOLINTBEGIN(…): reason … // NOLINTEND(…)  the lines between
//
// As in clang-tidy: the list holds globs of check names with their prefix, a
// leading '-' takes out again, no list at all means every check. A finding is
// suppressed at its own place or at its sink.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_REPORT_SUPPRESS_H
#define WAITWISE_REPORT_SUPPRESS_H

#include "model/Finding.h"
#include "report/SourceFiles.h"

#include "llvm/ADT/ArrayRef.h"

namespace waitwise {

/// An entry of a project's configuration: findings that fit all that it names.
struct Suppression {
  std::string Checks;   ///< Globs over check ids; empty: all.
  std::string Paths;    ///< Globs over the files of finding and sink.
  std::string Function; ///< Of the entry, the sink or a step between.
  std::string Reason;
  std::string Until;    ///< The last day that it holds, 2027-01-31; empty: any.
  std::string At;       ///< "file:line:column"
};

struct SuppressionDay {
  std::string Today;     ///< As Suppression::Until.
  bool SeesAll = true;   ///< The findings are those of the whole program.
};

/// Suppresses what \p Entries permit on a day. Returns a warning, with its
/// place, for each entry that has ended or, of a whole program, suppresses
/// nothing.
std::vector<std::string> applySuppressions(std::vector<Finding> &Findings,
                                           llvm::ArrayRef<Suppression> Entries,
                                           const SuppressionDay &Day);

/// Sets Finding::Suppressed, to the reason given, of every finding that a
/// comment in \p Sources permits.
void applySuppressions(std::vector<Finding> &Findings, SourceFiles &Sources);

} // namespace waitwise

#endif // WAITWISE_REPORT_SUPPRESS_H
