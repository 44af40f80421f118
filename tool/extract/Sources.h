//===- extract/Sources.h - where things stand in the source ---------------===//
//
// Clang's source locations to ours, and the one question that decides how much
// of a translation unit is looked at: does this stand in a header that is not
// the project's own?
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_SOURCES_H
#define WAITWISE_EXTRACT_SOURCES_H

#include "extract/Strings.h"
#include "model/Summary.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/GlobPattern.h"

namespace waitwise {

/// An absolute path without `.` and `..`, seen from \p Directory.
std::string normalPath(llvm::StringRef Path, llvm::StringRef Directory);

/// Which headers are read like those of the system.
struct OtherCode {
  std::vector<llvm::GlobPattern> ThirdParty;
  /// Of libraries that packs know. Below Root they hold for vendored code.
  std::vector<llvm::GlobPattern> Libraries;
  std::string Root;

  bool covers(llvm::StringRef Path) const;
};

class Sources {
public:
  Sources(const clang::SourceManager &SM, StringTable &Strings,
          llvm::StringRef Directory, const OtherCode &Others)
      : SM(SM), Strings(Strings), Directory(Directory), Others(Others) {}

  /// Where it is written: inside the argument of a macro, else where the
  /// macro is used.
  Location locate(clang::SourceLocation Loc);
  /// Name of the outermost macro that it comes from, or None.
  StringId macro(clang::SourceLocation Loc);
  /// True for system and third-party headers and for what the compiler made.
  bool isSystem(clang::SourceLocation Loc);
  /// True for the source file itself, false for headers.
  bool isMainFile(clang::SourceLocation Loc) const;
  /// Normalised path of the file in which it is written.
  llvm::StringRef path(clang::SourceLocation Loc);
  /// All files that were read, in the order they were opened.
  std::vector<Dependency> filesRead();

private:
  struct FileFacts {
    std::string Path;
    StringId Id = None;
    std::optional<bool> IsThirdParty; ///< Asked for, and then known.
  };
  FileFacts &facts(clang::FileID File);

  const clang::SourceManager &SM;
  StringTable &Strings;
  std::string Directory;
  const OtherCode &Others;
  llvm::DenseMap<clang::FileID, FileFacts> Files;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_SOURCES_H
