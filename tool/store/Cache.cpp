//===- store/Cache.cpp - summaries kept from earlier runs -----------------===//
//
// Known limit: what the driver looks at to make its command is not noticed,
// such as a newer GCC whose headers it would now choose.
//
//===----------------------------------------------------------------------===//
#include "store/Cache.h"

#include "store/BuildId.h"
#include "store/Eviction.h"
#include "store/Manifest.h"
#include "store/SummaryIO.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

CacheKey waitwise::cacheKey(ArrayRef<StringRef> Parts) {
  BLAKE3 Hasher;
  // Each part with its length before it: {"ab", "c"} is not {"a", "bc"}.
  auto Add = [&](StringRef Part) {
    char Size[8];
    support::endian::write64le(Size, Part.size());
    Hasher.update(StringRef(Size, sizeof(Size)));
    Hasher.update(Part);
  };
  Add(WAITWISE_VERSION);
  Add(buildId());
  Add(std::to_string(SummaryFormat));
  for (StringRef Part : Parts)
    Add(Part);
  return {toHex(Hasher.final(), /*LowerCase=*/true)};
}

std::string Cache::defaultDirectory() {
  auto Variable = [](const char *Name) {
    const char *Value = std::getenv(Name);
    return StringRef(Value ? Value : "");
  };
  if (StringRef Dir = Variable("WAITWISE_CACHE_DIR"); !Dir.empty())
    return Dir.str();
  // The XDG specification: a relative path there is invalid.
  StringRef Xdg = Variable("XDG_CACHE_HOME");
  SmallString<128> Dir(sys::path::is_absolute(Xdg) ? Xdg : "");
  if (Dir.empty()) {
    Dir = Variable("HOME");
    if (!sys::path::is_absolute(Dir))
      return "";
    sys::path::append(Dir, ".cache");
  }
  sys::path::append(Dir, "waitwise");
  return std::string(Dir);
}

Cache Cache::open(StringRef Directory, uint64_t MaxBytes) {
  Cache C;
  if (Directory.empty()) {
    C.Warning = "there is no home directory to keep a cache in";
    return C;
  }
  SmallString<128> Absolute(Directory);
  std::error_code EC = sys::fs::make_absolute(Absolute);
  if (!EC)
    EC = sys::fs::create_directories(Absolute, /*IgnoreExisting=*/true,
                                     sys::fs::owner_all);
  if (!EC && ::access(Absolute.c_str(), R_OK | X_OK) != 0)
    EC = errnoAsErrorCode();
  if (EC) {
    C.Warning =
        ("cannot use the cache directory '" + Directory + "': " + EC.message())
            .str();
    return C;
  }
  C.Directory = std::string(Absolute);
  C.MaxBytes = MaxBytes;
  C.OpenedNs = nowNs();
  C.IsWritable = ::access(Absolute.c_str(), W_OK) == 0;
  if (!C.IsWritable)
    C.Warning = ("cannot write to the cache directory '" + Directory +
                 "': " + errnoAsErrorCode().message())
                    .str();
  return C;
}

Cache::~Cache() {
  if (BytesStored > 0)
    evict();
}

void Cache::evict() {
  BytesStored = 0;
  if (IsWritable && !Directory.empty())
    evictOldest(Directory, MaxBytes);
}

static std::string shardedPath(StringRef Root, StringRef Kind, StringRef Hex,
                               StringRef Extension) {
  SmallString<192> Path(Root);
  sys::path::append(Path, Kind, Hex.take_front(2), Hex.drop_front(2));
  Path += Extension;
  return std::string(Path);
}

std::string Cache::manifestPath(const CacheKey &Key) const {
  return shardedPath(Directory, "manifests", Key.Hex, "");
}

std::string Cache::summaryPath(const uint64_t (&Hash)[2]) const {
  std::string Hex = utohexstr(Hash[0], /*LowerCase=*/true, 16) +
                    utohexstr(Hash[1], /*LowerCase=*/true, 16);
  return shardedPath(Directory, "summaries", Hex, ".wws");
}

/// Marks a file as used, for eviction.
static void touch(const std::string &Path) {
  ::utimensat(AT_FDCWD, Path.c_str(), nullptr, 0);
}

/// Makes the file \p Path with \p Bytes appear at once, or not at all. After a
/// first failure (full disk, say) nothing more is written.
bool Cache::write(StringRef Path, StringRef Bytes) {
  StringRef Folder = sys::path::parent_path(Path);
  SmallString<192> Temporary;
  int FD = -1;
  std::error_code EC = sys::fs::create_directories(
      Folder, /*IgnoreExisting=*/true, sys::fs::owner_all);
  if (!EC)
    EC = sys::fs::createUniqueFile(
        Folder + "/" + TemporaryPrefix + "%%%%%%%%%%%%", FD, Temporary);
  if (!EC) {
    raw_fd_ostream OS(FD, /*shouldClose=*/true);
    OS << Bytes;
    OS.close();
    EC = OS.error();
    OS.clear_error();
    if (!EC)
      EC = sys::fs::rename(Temporary, Path);
    if (EC)
      sys::fs::remove(Temporary);
  }
  if (EC) {
    IsWritable = false;
    Warning = ("cannot write to the cache directory '" + Directory +
               "': " + EC.message());
    return false;
  }
  BytesStored += Bytes.size();
  return true;
}

/// Whether all files are as \p M says; \p IsStale if some stamps are not.
bool Cache::isFresh(const Manifest &M, bool &IsStale) {
  IsStale = false;
  for (const Manifest::File &F : M.Files) {
    std::optional<uint64_t> Stamp = States.stamp(F.Path);
    if (!Stamp)
      return false;
    if (F.Stamp == *Stamp)
      continue;
    IsStale = true;
    if (States.contentHash(F.Path) != F.Hash)
      return false;
  }
  return none_of(M.Absent, [&](StringRef Path) { return States.exists(Path); });
}

/// Writes today's stamps, so that the next run need not read the files again.
void Cache::refresh(const CacheKey &Key, Manifest &M) {
  for (Manifest::File &F : M.Files)
    F.Stamp =
        States.isSettled(F.Path, OpenedNs) ? *States.stamp(F.Path) : F.Stamp;
  write(manifestPath(Key), M.write());
}

std::unique_ptr<MemoryBuffer> Cache::lookup(const CacheKey &Key) {
  if (Directory.empty())
    return nullptr;
  auto Load = [](const std::string &Path) {
    return MemoryBuffer::getFile(Path, /*IsText=*/false,
                                 /*RequiresNullTerminator=*/false);
  };
  std::string Path = manifestPath(Key);
  auto Bytes = Load(Path);
  if (!Bytes)
    return nullptr;
  std::optional<Manifest> M = Manifest::read((*Bytes)->getBuffer());
  bool IsStale = false;
  if (!M || !isFresh(*M, IsStale))
    return nullptr;
  std::string SummaryFile = summaryPath(M->SummaryHash);
  auto Summary = Load(SummaryFile);
  if (!Summary)
    return nullptr;
  XXH128_hash_t Hash =
      xxh3_128bits(arrayRefFromStringRef((*Summary)->getBuffer()));
  if ((*Summary)->getBufferSize() != M->SummarySize ||
      Hash.high64 != M->SummaryHash[0] || Hash.low64 != M->SummaryHash[1]) {
    // Else store() would take the damaged file for the one it is to write.
    if (IsWritable)
      sys::fs::remove(SummaryFile);
    return nullptr;
  }
  if (IsWritable) {
    touch(SummaryFile);
    touch(Path);
    if (IsStale)
      refresh(Key, *M);
  }
  return std::move(*Summary);
}

void Cache::store(const CacheKey &Key, const CacheEntry &Entry) {
  if (Directory.empty() || !IsWritable)
    return;
  Manifest M;
  M.SummarySize = Entry.Bytes.size();
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Entry.Bytes));
  M.SummaryHash[0] = Hash.high64;
  M.SummaryHash[1] = Hash.low64;
  for (const Dependency &D : Entry.Files) {
    // The stamp of a file that changed since it was read would vouch for
    // content that nobody saw.
    bool IsSettled = States.isSettled(D.Path, Entry.StartedNs);
    M.Files.push_back({D.Path, D.Hash, IsSettled ? *States.stamp(D.Path) : 0});
  }
  for (const std::string &Path : Entry.Absent)
    M.Absent.push_back(Path);
  std::string SummaryFile = summaryPath(M.SummaryHash);
  uint64_t Size = 0;
  if (!sys::fs::file_size(SummaryFile, Size) && Size == M.SummarySize)
    touch(SummaryFile);
  else if (!write(SummaryFile, Entry.Bytes))
    return;
  if (write(manifestPath(Key), M.write()) && BytesStored > MaxBytes / 16)
    evict();
}
