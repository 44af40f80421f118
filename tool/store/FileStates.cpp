//===- store/FileStates.cpp - what files are like now ---------------------===//
//
// The stamp takes in the time of the last status change and the inode: unlike
// the modification time they cannot be set back, so that a header replaced by
// one of equal size and (normalised) date is noticed.
//
//===----------------------------------------------------------------------===//
#include "store/FileStates.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

#include <sys/stat.h>
#include <time.h>

using namespace llvm;
using namespace waitwise;

static int64_t nanoseconds(const timespec &T) {
  return int64_t(T.tv_sec) * 1000000000 + T.tv_nsec;
}

int64_t waitwise::nowNs() {
  timespec T = {};
  clock_gettime(CLOCK_REALTIME, &T);
  return nanoseconds(T);
}

FileStates::State &FileStates::state(StringRef Path) {
  auto [It, IsNew] = States.try_emplace(Path);
  State &S = It->second;
  struct stat Status;
  if (!IsNew || ::stat(It->first().data(), &Status) != 0)
    return S;
  S.Exists = true;
  S.IsFile = S_ISREG(Status.st_mode);
  S.ChangedNs = nanoseconds(Status.st_ctim);
  const uint64_t Parts[] = {
      uint64_t(Status.st_size), uint64_t(nanoseconds(Status.st_mtim)),
      uint64_t(S.ChangedNs), uint64_t(Status.st_ino), uint64_t(Status.st_dev)};
  S.Stamp = xxh3_64bits(
      ArrayRef(reinterpret_cast<const uint8_t *>(Parts), sizeof(Parts)));
  return S;
}

std::optional<uint64_t> FileStates::stamp(StringRef Path) {
  State &S = state(Path);
  return S.IsFile ? std::optional(S.Stamp) : std::nullopt;
}

std::optional<uint64_t> FileStates::contentHash(StringRef Path) {
  State &S = state(Path);
  if (!S.IsFile)
    return std::nullopt;
  if (!S.IsHashed) {
    S.IsHashed = true;
    // Volatile: not mapped, the file may be cut short meanwhile.
    auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                        /*RequiresNullTerminator=*/false,
                                        /*IsVolatile=*/true);
    S.IsReadable = bool(Buffer);
    if (Buffer)
      S.Hash = xxh3_64bits((*Buffer)->getBuffer());
  }
  return S.IsReadable ? std::optional(S.Hash) : std::nullopt;
}

bool FileStates::isSettled(StringRef Path, int64_t BeforeNs) {
  constexpr int64_t RacyNs = 2'000'000'000;
  State &S = state(Path);
  return S.IsFile && S.ChangedNs + RacyNs <= BeforeNs;
}
