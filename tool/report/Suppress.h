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

#include "report/SourceFiles.h"

namespace waitwise {

/// Sets Finding::Suppressed, to the reason given, of every finding that a
/// comment in \p Sources permits.
void applySuppressions(std::vector<Finding> &Findings, SourceFiles &Sources);

} // namespace waitwise

#endif // WAITWISE_REPORT_SUPPRESS_H
