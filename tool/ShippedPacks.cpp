//===- ShippedPacks.cpp - packs that libraries ship beside their headers --===//
#include "ShippedPacks.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace waitwise {

/// The pack files in \p Folder, sorted.
static std::vector<std::string> packsIn(const Twine &Folder) {
  std::vector<std::string> Found;
  std::error_code Code;
  for (sys::fs::directory_iterator It(Folder, Code), End; It != End && !Code;
       It.increment(Code)) {
    bool IsPack = sys::path::extension(It->path()) == ".yaml";
    if (IsPack && sys::fs::is_regular_file(It->path()))
      Found.push_back(It->path());
    if (Found.size() == limits::PacksPerFolder)
      break;
  }
  sort(Found);
  return Found;
}

static bool liesBelow(StringRef Path, StringRef Folder) {
  return Path.consume_front(Folder) &&
         (Folder.ends_with("/") || Path.starts_with("/"));
}

/// True if nobody but root can have written the file.
static bool isRootsOwn(StringRef Path) {
  sys::fs::file_status Status;
  auto Others = sys::fs::group_write | sys::fs::others_write;
  return !sys::fs::status(Path, Status) && Status.getUser() == 0 &&
         !(Status.permissions() & Others);
}

static std::string resolved(StringRef Path) {
  SmallString<128> Real;
  return sys::fs::real_path(Path, Real) ? "" : std::string(Real);
}

ShippedPacks findShippedPacks(ArrayRef<std::string> IncludeDirs,
                              ArrayRef<std::string> TrustedDirs,
                              StringRef System) {
  ShippedPacks Result;
  std::vector<std::string> Trusted;
  for (const std::string &Dir : TrustedDirs)
    if (std::string Real = resolved(Dir); !Real.empty())
      Trusted.push_back(Real);
  StringSet<> Seen;
  for (const std::string &Dir : IncludeDirs)
    for (const std::string &Path : packsIn(Dir + "/waitwise")) {
      std::string Real = resolved(Path);
      if (Real.empty() || !Seen.insert(Real).second)
        continue;
      bool Fits = any_of(
          Trusted, [&](const std::string &T) { return liesBelow(Real, T); });
      Fits |= liesBelow(Real, System) && isRootsOwn(Real);
      (Fits ? Result.Trusted : Result.Untrusted).push_back(Path);
    }
  return Result;
}

} // namespace waitwise
