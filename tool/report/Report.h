//===- report/Report.h - findings written for people and for programs -----===//
//
//   findings + coverage ──▶ one of the formats ──▶ a stream
//
// One file per format, one line per format in Formats.cpp. A format reads a
// Report and writes to the stream it is given; it decides nothing: what is
// reported, suppressed and in which order is settled before.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_REPORT_REPORT_H
#define WAITWISE_REPORT_REPORT_H

#include "report/Baseline.h"
#include "report/SourceFiles.h"

#include "llvm/Support/raw_ostream.h"

namespace waitwise {

/// A check that ran, as reports describe it.
struct ReportCheck {
  llvm::StringRef Id, Summary;
  llvm::StringRef Doc; ///< Markdown.
  unsigned Cwe = 0;    ///< 0: none.
};

struct Report {
  llvm::ArrayRef<Finding> Findings; ///< In contract order, suppressed ones too.
  Coverage Cov;
  std::vector<Unknown> Unknowns;  ///< Listed by the audit profile only.
  std::string Root;               ///< Project root, absolute.
  SourceFiles *Sources = nullptr; ///< For formats that show code.
  std::vector<ReportCheck> Checks; ///< All checks that ran, by id.
  bool HasBaseline = false;
  std::vector<KnownFinding> Gone; ///< In the baseline, and not found any more.

  /// The findings that are neither suppressed nor in the baseline.
  std::vector<const Finding *> reported() const;
};

struct ReportFormat {
  llvm::StringLiteral Name;    ///< As in --format.
  llvm::StringLiteral Summary; ///< One line, no full stop.
  void (*Write)(const Report &R, llvm::raw_ostream &OS);
};

/// All formats, the default first.
llvm::ArrayRef<const ReportFormat *> reportFormats();
/// The format of this name, or null.
const ReportFormat *findReportFormat(llvm::StringRef Name);

extern const ReportFormat TextFormat, JsonFormat, SarifFormat, GitLabFormat,
    GitHubFormat, RdjsonFormat, JUnitFormat;

/// One finding as text: the warning and its notes. Also used by explain.
void writeFinding(const Finding &F, SourceFiles &Sources,
                  llvm::raw_ostream &OS);

/// What \p F says without its chain: the message, and what to do instead.
std::string briefText(const Finding &F);

/// \p S as valid UTF-8: file names and sources come in any encoding.
std::string validUTF8(llvm::StringRef S);

} // namespace waitwise

#endif // WAITWISE_REPORT_REPORT_H
