//===- report/SourceFiles.h - lines of the analysed sources ---------------===//
//
// Findings carry places only. Whoever shows or reads the code there asks for
// lines; each file is read once. A file that is gone, is no regular file or is
// too large has no lines, which is no error: reports then do without.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_REPORT_SOURCEFILES_H
#define WAITWISE_REPORT_SOURCEFILES_H

#include "model/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>

namespace waitwise {

class SourceFiles {
public:
  /// Relative paths are taken from \p Root.
  explicit SourceFiles(llvm::StringRef Root) : Root(Root) {}

  /// All lines of \p File without line ends; empty if it cannot be read.
  llvm::ArrayRef<llvm::StringRef> lines(llvm::StringRef File);

  /// The line of \p At, if there is one.
  std::optional<llvm::StringRef> line(const Place &At);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Text;
    std::vector<llvm::StringRef> Lines;
  };
  std::string Root;
  llvm::StringMap<File> Files;
};

} // namespace waitwise

#endif // WAITWISE_REPORT_SOURCEFILES_H
