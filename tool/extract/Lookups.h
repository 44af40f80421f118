//===- extract/Lookups.h - where files were looked for in vain ------------===//
//
// A header is looked for in one folder after the other. If one appears where
// none was, the unit means something else, although no file that was read has
// changed; and an include that failed may work. So the cache has to know every
// path at which nothing was found.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_LOOKUPS_H
#define WAITWISE_EXTRACT_LOOKUPS_H

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <string>
#include <vector>

namespace waitwise {

/// Passes everything on and remembers what was not there.
class LookupRecorder : public llvm::vfs::ProxyFileSystem {
public:
  explicit LookupRecorder(llvm::IntrusiveRefCntPtr<FileSystem> Real)
      : ProxyFileSystem(std::move(Real)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;

  /// Absolute paths, sorted. A folder stands for all that could be in it.
  std::vector<std::string> absent() const;

private:
  void note(const llvm::Twine &Path, std::error_code Why);
  llvm::StringSet<> Absent;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_LOOKUPS_H
