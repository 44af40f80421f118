//===- unit/CacheTest.cpp - what is kept, and when it still holds ---------===//
#include "store/Cache.h"

#include "TempDir.h"
#include "store/BuildId.h"
#include "store/Manifest.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

#include <fcntl.h>
#include <random>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;
using namespace waitwise::test;

namespace {

/// Later than every file of the test, so that their stamps are trusted.
int64_t later() { return nowNs() + 60'000'000'000; }

class CacheTest : public testing::Test {
protected:
  CacheTest() : Key(cacheKey({"dir", "clang", "a.cpp"})) {
    Main = Dir.write("src/a.cpp", "int a;");
    Header = Dir.write("src/a.h", "int h;");
  }
  Cache open(uint64_t MaxBytes = 1u << 30) {
    return Cache::open(Dir.path("cache"), MaxBytes);
  }
  static Dependency read(const std::string &Path) {
    auto Buffer = MemoryBuffer::getFile(Path);
    return {Path, xxh3_64bits((*Buffer)->getBuffer())};
  }
  void store(StringRef Bytes = "summary", int64_t StartedNs = later()) {
    Cache C = open();
    C.store(Key, {{read(Main), read(Header)}, Absent, Bytes, StartedNs});
    EXPECT_EQ(C.takeWarning(), "");
  }
  /// What a new run finds.
  std::string find() {
    Cache C = open();
    auto Buffer = C.lookup(Key);
    return Buffer ? Buffer->getBuffer().str() : "(miss)";
  }
  /// All files in the cache.
  std::vector<std::string> files() {
    std::vector<std::string> Files;
    std::error_code EC;
    for (sys::fs::recursive_directory_iterator It(Dir.path("cache"), EC), End;
         It != End && !EC; It.increment(EC))
      if (sys::fs::is_regular_file(It->path()))
        Files.push_back(It->path());
    return Files;
  }
  std::string only(StringRef Part) {
    std::vector<std::string> Found;
    for (const std::string &File : files())
      if (StringRef(File).contains(Part))
        Found.push_back(File);
    EXPECT_EQ(Found.size(), 1u);
    return Found.empty() ? "" : Found.front();
  }
  static void damage(const std::string &Path, off_t At) {
    int FD = ::open(Path.c_str(), O_RDWR);
    char C = 0;
    EXPECT_EQ(::pread(FD, &C, 1, At), 1);
    C ^= 4;
    EXPECT_EQ(::pwrite(FD, &C, 1, At), 1);
    ::close(FD);
  }

  TempDir Dir;
  CacheKey Key;
  std::string Main, Header;
  std::vector<std::string> Absent;
};

TEST_F(CacheTest, HitsWhatIsUnchanged) {
  EXPECT_EQ(find(), "(miss)");
  store();
  EXPECT_EQ(find(), "summary");
  EXPECT_EQ(find(), "summary");
}

TEST(BuildId, IsThatOfThisProgram) {
  EXPECT_GE(buildId().size(), 16u);
  auto Program = MemoryBuffer::getFile("/proc/self/exe");
  std::string Bytes;
  ASSERT_TRUE(tryGetFromHex(buildId(), Bytes));
  EXPECT_TRUE((*Program)->getBuffer().contains(Bytes));
}

TEST_F(CacheTest, TellsKeysApart) {
  EXPECT_NE(cacheKey({"ab", "c"}).Hex, cacheKey({"a", "bc"}).Hex);
  EXPECT_NE(cacheKey({"a"}).Hex, cacheKey({"a", ""}).Hex);
  EXPECT_EQ(cacheKey({"a", "b"}).Hex, cacheKey({"a", "b"}).Hex);
  EXPECT_EQ(cacheKey({}).Hex.size(), 64u);
  store();
  Cache C = open();
  EXPECT_EQ(C.lookup(cacheKey({"dir", "clang", "b.cpp"})), nullptr);
}

TEST_F(CacheTest, MissesAfterAHeaderChanged) {
  store();
  Dir.write("src/a.h", "int x;"); // Same size.
  EXPECT_EQ(find(), "(miss)");
  Dir.write("src/a.h", "int h;");
  EXPECT_EQ(find(), "summary") << "content counts, not dates";
}

TEST_F(CacheTest, MissesAChangeThatKeptSizeAndDate) {
  store();
  struct stat Before;
  ASSERT_EQ(::stat(Header.c_str(), &Before), 0);
  Dir.write("src/a.h", "int x;");
  timespec Times[2] = {Before.st_atim, Before.st_mtim};
  ASSERT_EQ(::utimensat(AT_FDCWD, Header.c_str(), Times, 0), 0);
  EXPECT_EQ(find(), "(miss)");
}

TEST_F(CacheTest, DoesNotTrustStampsOfFreshFiles) {
  // The header changes after it was read, before the result is stored.
  Dependency OldMain = read(Main), OldHeader = read(Header);
  int64_t Started = nowNs();
  Dir.write("src/a.h", "int x;");
  Cache C = open();
  C.store(Key, {{OldMain, OldHeader}, {}, "summary", Started});
  EXPECT_EQ(find(), "(miss)");
}

TEST_F(CacheTest, KeepsStampsUpToDate) {
  store("summary", /*StartedNs=*/0); // Nothing is trusted.
  std::string Manifest = only("/manifests/");
  auto Stamps = [&] {
    auto Buffer = MemoryBuffer::getFile(Manifest);
    auto M = Manifest::read((*Buffer)->getBuffer());
    return std::pair(M->Files[0].Stamp, M->Files[1].Stamp);
  };
  EXPECT_EQ(Stamps(), std::pair(uint64_t(0), uint64_t(0)));
  EXPECT_EQ(find(), "summary");
  EXPECT_EQ(Stamps().first, 0u) << "still fresh";
  ::sleep(3);
  EXPECT_EQ(find(), "summary");
  EXPECT_NE(Stamps().first, 0u);
  EXPECT_NE(Stamps().second, 0u);
}

TEST_F(CacheTest, MissesAfterAHeaderVanished) {
  store();
  sys::fs::remove(Header);
  EXPECT_EQ(find(), "(miss)");
}

TEST_F(CacheTest, MissesWhenAHeaderAppears) {
  Absent = {Dir.path("include/a.h")};
  store();
  EXPECT_EQ(find(), "summary");
  Dir.write("include/a.h", "");
  EXPECT_EQ(find(), "(miss)");
  Absent = {Dir.path("folder")};
  store();
  EXPECT_EQ(find(), "summary");
  Dir.write("folder/sub/b.h", "");
  EXPECT_EQ(find(), "(miss)") << "a folder that was not searched for more";
}

TEST_F(CacheTest, LooksAtEveryFileOncePerRun) {
  store();
  CacheKey Other = cacheKey({"other"});
  {
    Cache C = open();
    C.store(Other, {{read(Main), read(Header)}, {}, "other", later()});
  }
  Cache C = open();
  EXPECT_NE(C.lookup(Key), nullptr);
  Dir.write("src/a.h", "int changed;");
  EXPECT_NE(C.lookup(Other), nullptr) << "one run sees one state";
  EXPECT_EQ(open().lookup(Other), nullptr);
}

TEST_F(CacheTest, TakesDamageForAMiss) {
  for (StringRef Part : {"/manifests/", "/summaries/"}) {
    store();
    ASSERT_EQ(find(), "summary");
    std::string File = only(Part);
    uint64_t Size = 0;
    ASSERT_FALSE(sys::fs::file_size(File, Size));
    for (uint64_t At = 0; At != Size; ++At) {
      damage(File, At);
      EXPECT_EQ(find(), "(miss)") << Part.str() << " byte " << At;
      store(); // Heals.
      ASSERT_EQ(find(), "summary") << Part.str() << " byte " << At;
    }
    for (uint64_t Left = 0; Left != Size; ++Left) {
      ASSERT_EQ(::truncate(File.c_str(), Left), 0);
      EXPECT_EQ(find(), "(miss)") << Part.str() << " cut to " << Left;
      store();
    }
  }
}

TEST_F(CacheTest, SurvivesHostileManifests) {
  store();
  std::string File = only("/manifests/");
  std::string Good = (*MemoryBuffer::getFile(File))->getBuffer().str();
  std::mt19937 Random(1);
  for (unsigned I = 0; I != 2000; ++I) {
    std::string Bad = Good;
    Bad[Random() % (Bad.size() - 8)] = char(Random());
    uint64_t Sum = xxh3_64bits(StringRef(Bad).drop_back(8));
    memcpy(&Bad[Bad.size() - 8], &Sum, 8);
    auto M = Manifest::read(Bad); // Must stay within the bytes.
    if (M) {
      for (const Manifest::File &F : M->Files)
        EXPECT_LE(F.Path.size(), Bad.size());
    }
  }
}

TEST_F(CacheTest, SharesEqualSummaries) {
  store();
  Cache C = open();
  C.store(cacheKey({"other"}), {{read(Main)}, {}, "summary", later()});
  EXPECT_EQ(files().size(), 4u) << "two manifests, one summary, the lock";
}

TEST_F(CacheTest, EvictsWhatWasNotUsedForLongest) {
  std::string Bytes(10000, 'x');
  std::vector<CacheKey> Keys;
  Cache C = open();
  for (unsigned I = 0; I != 10; ++I) {
    Keys.push_back(cacheKey({std::to_string(I)}));
    C.store(Keys[I], {{read(Main)}, {}, Bytes + std::to_string(I), later()});
    ::usleep(20000);
  }
  EXPECT_NE(C.lookup(Keys[0]), nullptr); // The oldest is used again.
  ::usleep(20000);
  C = open(/*MaxBytes=*/80000);
  C.evict();
  EXPECT_NE(C.lookup(Keys[0]), nullptr);
  EXPECT_EQ(C.lookup(Keys[1]), nullptr);
  EXPECT_EQ(C.lookup(Keys[2]), nullptr);
  EXPECT_NE(C.lookup(Keys[9]), nullptr);
  uint64_t Total = 0, Size = 0;
  for (const std::string &File : files())
    if (!sys::fs::file_size(File, Size))
      Total += Size;
  EXPECT_LE(Total, 64000u);
  EXPECT_GE(Total, 50000u) << "more than asked for is gone";
}

TEST_F(CacheTest, EvictsByItself) {
  std::string Bytes(50000, 'x');
  Cache C = open(/*MaxBytes=*/200000);
  for (unsigned I = 0; I != 30; ++I)
    C.store(cacheKey({std::to_string(I)}),
            {{read(Main)}, {}, Bytes + std::to_string(I), later()});
  EXPECT_LE(files().size(), 12u);
  EXPECT_NE(C.lookup(cacheKey({"29"})), nullptr);
}

TEST_F(CacheTest, LeavesEvictionToOneRun) {
  store();
  int FD = ::open(Dir.path("cache/lock").c_str(), O_CREAT | O_RDWR, 0600);
  ASSERT_EQ(::flock(FD, LOCK_EX), 0);
  open(/*MaxBytes=*/1).evict();
  EXPECT_EQ(find(), "summary");
  ::close(FD);
  open(/*MaxBytes=*/1).evict();
  EXPECT_EQ(find(), "(miss)");
}

TEST_F(CacheTest, SweepsUpAfterKilledRuns) {
  store();
  std::string Old = Dir.write("cache/summaries/00/tmp-old", "half");
  std::string New = Dir.write("cache/summaries/00/tmp-new", "half");
  timespec Times[2] = {{1000, 0}, {1000, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, Old.c_str(), Times, 0), 0);
  open().evict();
  EXPECT_FALSE(sys::fs::exists(Old));
  EXPECT_TRUE(sys::fs::exists(New)) << "somebody may be writing it";
}

// Writers and readers at once, some killed at a random moment: a reader sees
// the right bytes or nothing.
TEST_F(CacheTest, BearsManyRunsAndKills) {
  constexpr unsigned NumKeys = 5;
  Dependency Read = read(Main);
  auto Bytes = [](unsigned K) { return std::string(20000 + K, char('a' + K)); };
  auto Work = [&](unsigned Seed) {
    std::mt19937 Random(Seed);
    for (unsigned I = 0; I != 300; ++I) {
      Cache C = open(/*MaxBytes=*/Random() % 8 ? 1u << 30 : 50000);
      unsigned K = Random() % NumKeys;
      CacheKey Key = cacheKey({std::to_string(K)});
      if (auto Found = C.lookup(Key); Found && Found->getBuffer() != Bytes(K))
        ::_exit(1);
      if (Random() % 2)
        C.store(Key, {{Read}, {}, Bytes(K), later()});
      if (!C.takeWarning().empty())
        ::_exit(2);
    }
    ::_exit(0);
  };
  std::mt19937 Random(7);
  std::vector<pid_t> Children;
  for (unsigned Seed = 0; Seed != 24; ++Seed) {
    Children.push_back(::fork());
    if (Children.back() == 0)
      Work(Seed);
    if (Seed % 2) {
      ::usleep(Random() % 20000);
      ::kill(Children.back(), SIGKILL);
    }
  }
  for (unsigned Seed = 0; Seed != Children.size(); ++Seed) {
    int Status = 0;
    ::waitpid(Children[Seed], &Status, 0);
    if (Seed % 2 == 0) {
      EXPECT_EQ(Status, 0) << "1: wrong bytes; 2: a warning";
    }
  }
  Cache C = open();
  for (unsigned K = 0; K != NumKeys; ++K) {
    CacheKey Key = cacheKey({std::to_string(K)});
    C.store(Key, {{Read}, {}, Bytes(K), later()});
    auto Found = C.lookup(Key);
    ASSERT_NE(Found, nullptr);
    EXPECT_EQ(Found->getBuffer(), Bytes(K));
  }
}

TEST_F(CacheTest, WarnsOnceWhereItCannotBe) {
  Cache C = Cache::open(Main + "/cache");
  EXPECT_EQ(C.takeWarning(), "cannot use the cache directory '" + Main +
                                 "/cache': Not a directory");
  EXPECT_EQ(C.takeWarning(), "");
  C.store(Key, {{read(Main)}, {}, "summary", later()});
  EXPECT_EQ(C.lookup(Key), nullptr);
  EXPECT_EQ(C.takeWarning(), "");
}

TEST_F(CacheTest, IsNotInTheWorkingDirectory) {
  Cache C = Cache::open("");
  EXPECT_EQ(C.takeWarning(), "there is no home directory to keep a cache in");
  C.store(Key, {{read(Main)}, {}, "summary", later()});
  EXPECT_EQ(C.lookup(Key), nullptr);
}

TEST_F(CacheTest, ReadsWhereItCannotWrite) {
  store();
  // Root may write anywhere; so this part runs as nobody.
  ASSERT_EQ(::chmod(Dir.path().c_str(), 0755), 0);
  ASSERT_EQ(::chmod(Dir.path("cache").c_str(), 0555), 0);
  for (const std::string &File : files()) {
    ::chmod(File.c_str(), 0444);
    ::chmod(sys::path::parent_path(File).str().c_str(), 0555);
    StringRef Kind = sys::path::parent_path(sys::path::parent_path(File));
    ::chmod(Kind.str().c_str(), 0555);
  }
  pid_t Child = ::fork();
  if (Child == 0) {
    if (::getuid() == 0 && ::setuid(65534) != 0)
      ::_exit(1);
    Cache C = open();
    if (C.takeWarning() != "cannot write to the cache directory '" +
                               Dir.path("cache") + "': Permission denied")
      ::_exit(2);
    if (!C.lookup(Key))
      ::_exit(3);
    C.store(cacheKey({"x"}), {{read(Main)}, {}, "summary", later()});
    ::_exit(C.takeWarning().empty() && !C.lookup(cacheKey({"x"})) ? 0 : 4);
  }
  int Status = 0;
  ::waitpid(Child, &Status, 0);
  EXPECT_EQ(WEXITSTATUS(Status), 0);
  ::chmod(Dir.path("cache").c_str(), 0755);
}

TEST_F(CacheTest, IsOffByDefault) {
  Cache C;
  C.store(Key, {{read(Main)}, {}, "summary", later()});
  C.evict();
  EXPECT_EQ(C.lookup(Key), nullptr);
  EXPECT_EQ(C.takeWarning(), "");
}

TEST(CacheDirectory, FollowsTheEnvironment) {
  ::unsetenv("WAITWISE_CACHE_DIR");
  ::unsetenv("XDG_CACHE_HOME");
  ::setenv("HOME", "/home/u", 1);
  EXPECT_EQ(Cache::defaultDirectory(), "/home/u/.cache/waitwise");
  ::setenv("XDG_CACHE_HOME", "relative", 1);
  EXPECT_EQ(Cache::defaultDirectory(), "/home/u/.cache/waitwise");
  ::setenv("XDG_CACHE_HOME", "/xdg", 1);
  EXPECT_EQ(Cache::defaultDirectory(), "/xdg/waitwise");
  ::setenv("WAITWISE_CACHE_DIR", "/own", 1);
  EXPECT_EQ(Cache::defaultDirectory(), "/own");
  ::unsetenv("WAITWISE_CACHE_DIR");
  ::unsetenv("XDG_CACHE_HOME");
  ::unsetenv("HOME");
  EXPECT_EQ(Cache::defaultDirectory(), "");
}

} // namespace
