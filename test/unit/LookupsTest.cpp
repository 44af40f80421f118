//===- unit/LookupsTest.cpp - what was looked for in vain is known --------===//
#include "extract/Lookups.h"

#include "llvm/Support/MemoryBuffer.h"

#include <gtest/gtest.h>

using namespace llvm;
using namespace waitwise;

TEST(Lookups, RemembersWhatWasNotThere) {
  auto Real = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Real->addFile("/p/there.h", 0, MemoryBuffer::getMemBuffer(""));
  Real->setCurrentWorkingDirectory("/p");
  LookupRecorder Recorder(Real);
  EXPECT_TRUE(bool(Recorder.status("there.h")));
  EXPECT_TRUE(bool(Recorder.openFileForRead("/p/there.h")));
  EXPECT_FALSE(bool(Recorder.status("../q/b.h")));
  EXPECT_FALSE(bool(Recorder.openFileForRead("/p/a.h")));
  EXPECT_FALSE(bool(Recorder.status("/p/a.h")));
  EXPECT_EQ(Recorder.absent(),
            std::vector<std::string>({"/p/../q/b.h", "/p/a.h"}));
}
