//===- store/Manifest.cpp - what a cached summary was made from -----------===//
#include "store/Manifest.h"

#include "store/SharedPrefix.h"
#include "support/Limits.h"

#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace llvm::support;
using namespace waitwise;

namespace {

constexpr StringLiteral Magic = "WWCM";
constexpr uint32_t Format = 2;
constexpr size_t HeadBytes = 4 + 4 + 3 * 8 + 2 * 4;
constexpr size_t AbsentBytes = 4 + 4;
constexpr size_t FileBytes = 8 + 8 + AbsentBytes;

class Writer {
public:
  void put32(uint32_t V) {
    char Bytes[4];
    endian::write32le(Bytes, V);
    Out.append(Bytes, 4);
  }
  void put64(uint64_t V) {
    char Bytes[8];
    endian::write64le(Bytes, V);
    Out.append(Bytes, 8);
  }
  std::string Out;
};

/// Reads what is known to be there.
class Reader {
public:
  explicit Reader(StringRef Bytes) : Bytes(Bytes) {}
  uint32_t get32() { return endian::read32le(take(4)); }
  uint64_t get64() { return endian::read64le(take(8)); }

private:
  const char *take(size_t N) {
    assert(Bytes.size() >= N && "sizes were not checked");
    const char *At = Bytes.data();
    Bytes = Bytes.drop_front(N);
    return At;
  }
  StringRef Bytes;
};

} // namespace

std::string Manifest::write() const {
  Writer W;
  W.Out = Magic.str();
  W.put32(Format);
  W.put64(SummarySize);
  W.put64(SummaryHash[0]);
  W.put64(SummaryHash[1]);
  W.put32(Files.size());
  W.put32(Absent.size());
  std::string Rests;
  StringRef Previous;
  auto PutPath = [&](StringRef Path) {
    uint32_t Shared = sharedPrefix(Previous, Path);
    W.put32(Shared);
    W.put32(Path.size() - Shared);
    Rests += Path.drop_front(Shared);
    Previous = Path;
  };
  for (const File &F : Files) {
    W.put64(F.Hash);
    W.put64(F.Stamp);
    PutPath(F.Path);
  }
  for (StringRef Path : Absent)
    PutPath(Path);
  W.Out += Rests;
  W.put64(xxh3_64bits(W.Out));
  return std::move(W.Out);
}

std::optional<Manifest> Manifest::read(StringRef Bytes) {
  if (Bytes.size() < HeadBytes + 8 || !Bytes.starts_with(Magic))
    return std::nullopt;
  StringRef Covered = Bytes.drop_back(8);
  if (endian::read64le(Covered.end()) != xxh3_64bits(Covered))
    return std::nullopt;
  Reader R(Covered.drop_front(Magic.size()));
  if (R.get32() != Format)
    return std::nullopt;
  Manifest M;
  M.SummarySize = R.get64();
  M.SummaryHash[0] = R.get64();
  M.SummaryHash[1] = R.get64();
  uint64_t NumFiles = R.get32(), NumAbsent = R.get32();
  uint64_t PathsAt = HeadBytes + NumFiles * FileBytes + NumAbsent * AbsentBytes;
  if (PathsAt > Covered.size())
    return std::nullopt;

  StringRef Rests = Covered.drop_front(PathsAt), Previous;
  bool Fits = true;
  auto TakePath = [&] {
    uint64_t Shared = R.get32(), Size = R.get32();
    Fits = Fits && Shared <= Previous.size() && Size <= Rests.size() &&
           M.Memory.getBytesAllocated() + Shared + Size < limits::PathBytes;
    if (!Fits)
      return StringRef();
    char *Path = M.Memory.Allocate<char>(Shared + Size);
    char *Middle = std::copy_n(Previous.begin(), Shared, Path);
    std::copy_n(Rests.begin(), Size, Middle);
    Rests = Rests.drop_front(Size);
    return Previous = StringRef(Path, Shared + Size);
  };
  M.Files.reserve(NumFiles);
  for (uint64_t I = 0; I != NumFiles; ++I) {
    File F;
    F.Hash = R.get64();
    F.Stamp = R.get64();
    F.Path = TakePath();
    M.Files.push_back(F);
  }
  M.Absent.reserve(NumAbsent);
  for (uint64_t I = 0; I != NumAbsent; ++I)
    M.Absent.push_back(TakePath());
  if (!Fits || !Rests.empty())
    return std::nullopt;
  return M;
}
