//===- unit/ShippedPacksTest.cpp - which packs beside headers are trusted
//--===//
#include "ShippedPacks.h"

#include "TempDir.h"
#include "extract/IncludeDirs.h"

#include "llvm/Support/FileSystem.h"

#include <unistd.h>

using namespace llvm;
using namespace waitwise;
using namespace waitwise::test;

namespace {

using Strings = std::vector<std::string>;

TEST(ShippedPacks, SystemFoldersAreTrustedIfOnlyRootWritesThem) {
  TempDir Dir;
  std::string Good = Dir.write("include/waitwise/good.yaml", "");
  std::string Open = Dir.write("include/waitwise/open.yaml", "");
  ASSERT_FALSE(sys::fs::setPermissions(Good, sys::fs::perms(0644)));
  ASSERT_FALSE(sys::fs::setPermissions(Open, sys::fs::perms(0666)));
  std::string Include = Dir.path() + "/include";
  ShippedPacks Found = findShippedPacks({Include, Include}, {}, Dir.path());
  bool IsRoot = getuid() == 0;
  EXPECT_EQ(Found.Trusted, IsRoot ? Strings{Good} : Strings());
  EXPECT_EQ(Found.Untrusted, IsRoot ? Strings{Open} : Strings({Good, Open}));
}

TEST(ShippedPacks, LinksAreResolvedBeforeTheyAreTrusted) {
  TempDir Dir;
  Dir.write("outside/waitwise/x.yaml", "");
  Dir.write("trusted/kept", "");
  std::string Link = Dir.path() + "/trusted/include";
  ASSERT_FALSE(sys::fs::create_link(Dir.path() + "/outside", Link));
  ShippedPacks Found =
      findShippedPacks({Link}, {Dir.path() + "/trusted"}, "/usr");
  EXPECT_EQ(Found.Trusted, Strings());
  EXPECT_EQ(Found.Untrusted, Strings{Link + "/waitwise/x.yaml"});
}

TEST(IncludeDirs, EveryFlagOnceAndAbsolute) {
  ExtractJob Job;
  Job.Directory = "/p/build";
  Job.Args = {
      "clang++", "-I../a",   "-isystem", "/b",         "-iquote",
      "c",       "-I",       "d",        "-idirafter", "/e/",
      "-I/b",    "-include", "f.h",      "x.cpp",      "--include-directory=g",
      "-I"};
  EXPECT_EQ(includeDirectories(Job),
            Strings({"/p/a", "/b", "/p/build/c", "/p/build/d", "/e",
                     "/p/build/g", "/usr/local/include", "/usr/include"}));
}

} // namespace
