//===- extract/Lookups.cpp - where files were looked for in vain ----------===//
//
// Paths are made absolute but keep their "..": taken out as text they may name
// another file, if a folder before them is a link.
//
//===----------------------------------------------------------------------===//
#include "extract/Lookups.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace waitwise;

void LookupRecorder::note(const Twine &Path, std::error_code Why) {
  if (Why != std::errc::no_such_file_or_directory &&
      Why != std::errc::not_a_directory)
    return;
  SmallString<256> Full;
  Path.toVector(Full);
  if (!makeAbsolute(Full) && Absent.size() < limits::LookupsPerUnit)
    Absent.insert(Full);
}

ErrorOr<vfs::Status> LookupRecorder::status(const Twine &Path) {
  ErrorOr<vfs::Status> Found = ProxyFileSystem::status(Path);
  if (!Found)
    note(Path, Found.getError());
  return Found;
}

ErrorOr<std::unique_ptr<vfs::File>>
LookupRecorder::openFileForRead(const Twine &Path) {
  auto Found = ProxyFileSystem::openFileForRead(Path);
  if (!Found)
    note(Path, Found.getError());
  return Found;
}

std::vector<std::string> LookupRecorder::absent() const {
  std::vector<std::string> Paths;
  for (StringRef Path : Absent.keys())
    Paths.push_back(Path.str());
  sort(Paths);
  return Paths;
}
