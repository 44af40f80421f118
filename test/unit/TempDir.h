//===- unit/TempDir.h - a folder that goes with its test ------------------===//
#ifndef WAITWISE_TEST_UNIT_TEMPDIR_H
#define WAITWISE_TEST_UNIT_TEMPDIR_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <gtest/gtest.h>

#include <string>

namespace waitwise::test {

class TempDir {
public:
  TempDir() {
    llvm::SmallString<128> Made;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("waitwise-unit", Made));
    llvm::SmallString<128> Real; // Without links: names are compared.
    EXPECT_FALSE(llvm::sys::fs::real_path(Made, Real));
    Root = std::string(Real);
  }
  TempDir(const TempDir &) = delete;
  ~TempDir() { llvm::sys::fs::remove_directories(Root); }

  /// Absolute path of \p Name in here.
  std::string path(llvm::StringRef Name = "") const {
    return Name.empty() ? Root : Root + "/" + Name.str();
  }
  /// Makes a file, with the folders above it; its absolute path.
  std::string write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string Path = path(Name);
    EXPECT_FALSE(
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path)));
    std::error_code EC;
    llvm::raw_fd_ostream OS(Path, EC);
    EXPECT_FALSE(EC) << Path << ": " << EC.message();
    OS << Text;
    return Path;
  }
  std::string read(llvm::StringRef Name) const {
    auto Buffer = llvm::MemoryBuffer::getFile(path(Name));
    return Buffer ? (*Buffer)->getBuffer().str() : "";
  }

private:
  std::string Root;
};

} // namespace waitwise::test

#endif // WAITWISE_TEST_UNIT_TEMPDIR_H
