//===- extract/ResourceDirectory.cpp - where clang's own headers are ------===//
//
// stddef.h and its like belong to clang, not to the system, and must be those
// of the very version that parses. The build knows where they were; where that
// folder is gone, the loaded libclang-cpp tells where its version lives.
//
//===----------------------------------------------------------------------===//
#include "extract/CompileCommands.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <link.h>

using namespace llvm;

/// The file that holds the loaded libclang-cpp, links resolved; else empty.
static std::string loadedClang() {
  SmallString<256> Found;
  ::dl_iterate_phdr(
      [](dl_phdr_info *Info, size_t, void *Out) {
        StringRef Name = Info->dlpi_name;
        if (!sys::path::filename(Name).starts_with("libclang-cpp"))
          return 0;
        sys::fs::real_path(Name, *static_cast<SmallString<256> *>(Out));
        return 1;
      },
      &Found);
  return std::string(Found);
}

std::string waitwise::resourceDirectory() {
  auto IsThere = [](const Twine &Folder) {
    return sys::fs::exists(Folder + "/include/stddef.h");
  };
  if (IsThere(WAITWISE_RESOURCE_DIR))
    return WAITWISE_RESOURCE_DIR;
  std::string Library = loadedClang();
  StringRef Folder = sys::path::parent_path(Library);
  std::string Version = std::to_string(LLVM_VERSION_MAJOR);
  for (const char *Way : {"/clang/", "/../clang/", "/../lib/clang/"})
    if (std::string Found = Folder.str() + Way + Version; IsThere(Found))
      return Found;
  // Debian keeps the library one folder above each version's own.
  std::string Found =
      Folder.str() + "/../llvm-" + Version + "/lib/clang/" + Version;
  return IsThere(Found) ? Found : "";
}
