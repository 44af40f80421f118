//===- store/Eviction.cpp - keeping a cache within its size ---------------===//
//
// Time of use is the time of modification: a hit touches its files. Manifests
// and summaries go one by one; a manifest whose summary is gone is a miss, and
// soon as old as it looks. A scan costs a stat for each file (about 40 ms for
// 20,000) and is made only by runs that stored something.
//
//===----------------------------------------------------------------------===//
#include "store/Eviction.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

namespace {

struct CachedFile {
  sys::TimePoint<> Used;
  std::string Path;
  uint64_t Size;
};

/// An advisory lock that ends with the process, however it ends.
class Lock {
public:
  explicit Lock(const std::string &Path)
      : FD(::open(Path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)),
        IsHeld(FD >= 0 && ::flock(FD, LOCK_EX | LOCK_NB) == 0) {}
  Lock(const Lock &) = delete;
  ~Lock() {
    if (FD >= 0)
      ::close(FD);
  }
  explicit operator bool() const { return IsHeld; }

private:
  int FD;
  bool IsHeld;
};

/// A writer needs milliseconds; after an hour it was killed.
constexpr auto TemporaryLife = std::chrono::hours(1);

std::vector<CachedFile> scan(StringRef Directory) {
  std::vector<CachedFile> Files;
  auto Now = std::chrono::system_clock::now();
  std::error_code EC;
  for (sys::fs::recursive_directory_iterator It(Directory, EC,
                                                /*follow_symlinks=*/false),
       End;
       It != End && !EC; It.increment(EC)) {
    ErrorOr<sys::fs::basic_file_status> Status = It->status();
    if (!Status || Status->type() != sys::fs::file_type::regular_file)
      continue;
    sys::TimePoint<> Used = Status->getLastModificationTime();
    bool IsTemporary =
        sys::path::filename(It->path()).starts_with(TemporaryPrefix);
    if (!IsTemporary)
      Files.push_back({Used, It->path(), Status->getSize()});
    else if (Used + TemporaryLife < Now)
      sys::fs::remove(It->path());
  }
  return Files;
}

} // namespace

void waitwise::evictOldest(StringRef Directory, uint64_t MaxBytes) {
  Lock Held((Directory + "/lock").str());
  if (!Held)
    return;
  std::vector<CachedFile> Files;
  for (StringRef Kind : {"manifests", "summaries"})
    append_range(Files, scan((Directory + "/" + Kind).str()));
  uint64_t Total = 0;
  for (const CachedFile &F : Files)
    Total += F.Size;
  if (Total <= MaxBytes)
    return;
  sort(Files, [](const CachedFile &A, const CachedFile &B) {
    return std::tie(A.Used, A.Path) < std::tie(B.Used, B.Path);
  });
  for (const CachedFile &F : Files) {
    if (Total <= MaxBytes / 5 * 4)
      return;
    if (!sys::fs::remove(F.Path))
      Total -= F.Size;
  }
}
