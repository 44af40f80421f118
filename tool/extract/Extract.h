//===- extract/Extract.h - one source file becomes one summary ------------===//
#ifndef WAITWISE_EXTRACT_EXTRACT_H
#define WAITWISE_EXTRACT_EXTRACT_H

#include "model/Summary.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace waitwise {

/// One translation unit to read, and how.
struct ExtractJob {
  std::string Directory; ///< Where the compiler runs; absolute.
  std::string File;      ///< Main source file; absolute, normalised.
  /// The whole command of clang's driver: "clang" or "clang++", flags, File.
  /// Without outputs (-o, -MD, …) and without flags that clang does not know.
  std::vector<std::string> Args;
  std::vector<std::string> ThirdParty; ///< Path globs read as system headers.
  std::string ResourceDir;             ///< Clang's own headers and files.
};

/// Reads \p Job.File with clang and says what it does. Errors in the source
/// are counted in the summary; an Error means that there is none at all.
llvm::Expected<Summary> extractSummary(const ExtractJob &Job);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_EXTRACT_H
