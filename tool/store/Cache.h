//===- store/Cache.h - summaries kept from earlier runs -------------------===//
//
//   DIR/manifests/ab/cdef…       by key: what the summary was made from
//   DIR/summaries/12/3456….wws   by content
//
// An entry is valid while every file that was read has the content that was
// read, and no file stands where one would be found first. Files are stat'ed;
// only those whose stamp changed, or was too fresh to be trusted, are read.
//
// Several runs may use one cache at once, and a run may be killed anywhere:
// files appear by rename and are never changed. A damaged entry is a miss.
// Nothing here is an error: a cache that cannot be used only costs time, and
// says so once (warning()).
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_CACHE_H
#define WAITWISE_STORE_CACHE_H

#include "model/Summary.h"
#include "store/FileStates.h"
#include "support/Limits.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>

namespace waitwise {

/// Stands for one translation unit and one way to compile it.
struct CacheKey {
  std::string Hex; ///< BLAKE3, 64 hex digits.
};

/// The key of \p Parts (directory, command, …), this build of the tool and the
/// format of its summaries.
CacheKey cacheKey(llvm::ArrayRef<llvm::StringRef> Parts);

/// What is stored under a key.
struct CacheEntry {
  llvm::ArrayRef<Dependency> Files;   ///< Every file that was read.
  llvm::ArrayRef<std::string> Absent; ///< Paths where no file was.
  llvm::StringRef Bytes;              ///< The stored summary.
  int64_t StartedNs = 0;              ///< nowNs() before the first was read.
};

/// One run's view of a cache. Not safe for several threads at once.
class Cache {
public:
  /// A cache that has nothing and keeps nothing.
  Cache() = default;
  /// Opens, and if need be makes, the cache in \p Directory; "" is none.
  static Cache open(llvm::StringRef Directory,
                    uint64_t MaxBytes = limits::CacheMiB << 20);
  /// $WAITWISE_CACHE_DIR, $XDG_CACHE_HOME/waitwise or ~/.cache/waitwise;
  /// empty if there is no home.
  static std::string defaultDirectory();

  Cache(Cache &&) = default;
  Cache &operator=(Cache &&) = default;
  /// Evicts, if this run stored something and the cache grew too large.
  ~Cache();

  /// The stored summary if it still holds, else null.
  std::unique_ptr<llvm::MemoryBuffer> lookup(const CacheKey &Key);
  /// Keeps \p Entry. Files that changed since it began are seen next time.
  void store(const CacheKey &Key, const CacheEntry &Entry);
  /// Removes what was not used for longest until the size is four fifths of
  /// what is allowed. Does nothing below that, or while another run does it.
  void evict();

  /// Why the cache does not work, once; empty if it does.
  std::string takeWarning() { return std::move(Warning); }

private:
  std::string manifestPath(const CacheKey &Key) const;
  std::string summaryPath(const uint64_t (&Hash)[2]) const;
  bool write(llvm::StringRef Path, llvm::StringRef Bytes);
  bool isFresh(const struct Manifest &M, bool &IsStale);
  void refresh(const CacheKey &Key, struct Manifest &M);

  std::string Directory; ///< Empty: nothing is cached.
  bool IsWritable = false;
  uint64_t MaxBytes = 0, BytesStored = 0;
  int64_t OpenedNs = 0;
  std::string Warning;
  FileStates States;
};

} // namespace waitwise

#endif // WAITWISE_STORE_CACHE_H
