//===- store/Manifest.h - what a cached summary was made from -------------===//
//
//   "WWCM" │ format │ summary: size, xxh3-128 │ files │ absent │ paths │ xxh3
//                                                           (SharedPrefix.h)
//
// A manifest stands for one translation unit and one way to compile it. It
// names the summary (by the hash of its bytes), every file that was read and
// every path at which a file would have been taken instead. Little endian,
// closed by a checksum: a damaged manifest is none.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_MANIFEST_H
#define WAITWISE_STORE_MANIFEST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waitwise {

struct Manifest {
  struct File {
    llvm::StringRef Path;
    uint64_t Hash = 0;  ///< xxh3 of the content that was read.
    uint64_t Stamp = 0; ///< FileStates::stamp of that content; 0: unknown.
  };
  uint64_t SummarySize = 0;
  uint64_t SummaryHash[2] = {}; ///< High and low half of its xxh3-128.
  std::vector<File> Files;
  std::vector<llvm::StringRef> Absent;

  std::string write() const;
  /// The manifest in \p Bytes; None if they are damaged.
  static std::optional<Manifest> read(llvm::StringRef Bytes);

private:
  llvm::BumpPtrAllocator Memory; ///< Of paths that were read.
};

} // namespace waitwise

#endif // WAITWISE_STORE_MANIFEST_H
