//===- Units.h - what is analysed: summaries of translation units ---------===//
//
//   sources ──database──▶ commands ──workers, cache──▶ summaries
//   .wws files ──────────────────────────────────────▶ summaries
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_UNITS_H
#define WAITWISE_UNITS_H

#include "Console.h"
#include "Settings.h"
#include "model/Summary.h"

namespace waitwise {

struct UnitSet {
  std::vector<Summary> Summaries;
  unsigned Lost = 0;    ///< Translation units without a summary, named already.
  std::string Database; ///< The compilation database that was read, if any.

  /// Folder of the database; without one the working directory.
  std::string folder() const;
};

/// Reads every translation unit that the command line asks for. A unit that
/// is lost is named on \p Con and counted; the error is for when there is
/// nothing to analyse at all.
/// Packs that lie beside the headers are added to \p S.
llvm::Expected<UnitSet> readUnits(Settings &S, Console &Con);

/// True if \p Input is a summary rather than a source.
bool isSummary(llvm::StringRef Input);

} // namespace waitwise

#endif // WAITWISE_UNITS_H
