//===- store/FileStates.h - what files are like now, asked once per run ---===//
//
// Headers are shared by many translation units; each is looked at once. A file
// has a *stamp* (size, times, inode), which is cheap, and a *content hash*,
// which costs reading it. Equal stamps mean equal content, except while a file
// may still be written within the resolution of its time stamp; see isSettled.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_FILESTATES_H
#define WAITWISE_STORE_FILESTATES_H

#include "llvm/ADT/StringMap.h"

#include <cstdint>
#include <optional>

namespace waitwise {

/// Nanoseconds since the epoch, by the clock that file times come from.
int64_t nowNs();

/// Not safe for several threads at once.
class FileStates {
public:
  /// Changes with every change of the file at \p Path; None: no such file.
  std::optional<uint64_t> stamp(llvm::StringRef Path);
  /// True if something is at \p Path, be it a file or a folder.
  bool exists(llvm::StringRef Path) { return state(Path).Exists; }
  /// xxh3 of its content; None: cannot be read.
  std::optional<uint64_t> contentHash(llvm::StringRef Path);
  /// True if the file was last changed well before \p BeforeNs: whoever read
  /// it after that time read what the stamp stands for. This is git's rule
  /// for "racily clean" files, with two seconds for coarse file systems.
  bool isSettled(llvm::StringRef Path, int64_t BeforeNs);

private:
  struct State {
    bool Exists = false, IsFile = false;
    bool IsHashed = false, IsReadable = false;
    uint64_t Stamp = 0, Hash = 0;
    int64_t ChangedNs = 0;
  };
  State &state(llvm::StringRef Path);

  llvm::StringMap<State> States;
};

} // namespace waitwise

#endif // WAITWISE_STORE_FILESTATES_H
