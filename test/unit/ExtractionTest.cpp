//===- unit/ExtractionTest.cpp - cache and workers together ---------------===//
#include "extract/Extraction.h"

#include "TempDir.h"

#include <unistd.h>

using namespace llvm;
using namespace waitwise;
using namespace waitwise::test;

namespace {

class ExtractionTest : public testing::Test {
protected:
  ExtractionTest() {
    Header = Dir.write("a.h", "int h;");
    for (unsigned I = 0; I != 6; ++I)
      add(Dir.path("f" + std::to_string(I) + ".cpp"));
  }
  void add(std::string File, std::vector<std::string> More = {}) {
    ExtractJob Job;
    Job.Directory = Dir.path();
    Job.File = std::move(File);
    Job.Args = {"clang", "read=" + Header};
    Job.Args.insert(Job.Args.end(), More.begin(), More.end());
    Jobs.push_back(std::move(Job));
  }
  /// One run: for each job how it went, "cached" or a message.
  std::vector<std::string> run(std::vector<std::string> Command = {}) {
    WorkerOptions Options;
    Options.Workers = 2;
    Options.Seconds = 600;
    Options.Command = std::move(Command);
    Cache C = Cache::open(Dir.path("cache"));
    std::vector<std::string> Results;
    Extracted.clear();
    extractAll(
        Jobs, Options, C,
        [&](size_t Job, UnitResult R) {
          EXPECT_EQ(Job, Results.size()) << "not in order";
          if (R.How == WorkerResult::Done) {
            EXPECT_EQ(R.S.MainFile, Jobs[Job].File);
          }
          Results.push_back(R.How != WorkerResult::Done ? R.Message
                            : R.IsCached                ? "cached"
                                                        : "extracted");
        },
        [&](size_t, size_t, StringRef File) {
          Extracted.push_back(File.str());
        });
    EXPECT_EQ(C.takeWarning(), "");
    return Results;
  }
  std::vector<std::string> all(StringRef What) {
    return std::vector<std::string>(Jobs.size(), What.str());
  }

  TempDir Dir;
  std::string Header;
  std::vector<ExtractJob> Jobs;
  std::vector<std::string> Extracted;
};

TEST_F(ExtractionTest, ExtractsOnce) {
  EXPECT_EQ(run(), all("extracted"));
  EXPECT_EQ(Extracted.size(), Jobs.size());
  // No worker is started: this one could not be.
  EXPECT_EQ(run({"/no/such/program"}), all("cached"));
  EXPECT_TRUE(Extracted.empty());
}

TEST_F(ExtractionTest, ExtractsWhatChanged) {
  run();
  Jobs[2].Args.push_back("-DX");
  Jobs[4].ThirdParty.push_back("/third/**");
  std::vector<std::string> Expected = all("cached");
  Expected[2] = Expected[4] = "extracted";
  EXPECT_EQ(run(), Expected);
  Dir.write("a.h", "int other;");
  EXPECT_EQ(run(), all("extracted"));
}

TEST_F(ExtractionTest, KeepsArgumentsAndGlobsApart) {
  Jobs.resize(1);
  run();
  Jobs[0].ThirdParty.push_back(Jobs[0].Args.back());
  Jobs[0].Args.pop_back();
  EXPECT_EQ(run(), all("extracted"));
}

TEST_F(ExtractionTest, NamesWhatIsLost) {
  Jobs[1].Args.push_back("crash");
  Jobs[3].Args.push_back("fail");
  std::vector<std::string> Expected = all("extracted");
  Expected[1] = "'" + Jobs[1].File + "': crashed with SIGSEGV";
  Expected[3] = "'" + Jobs[3].File + "': told to fail";
  EXPECT_EQ(run(), Expected);
  for (std::string &S : Expected)
    S = S == "extracted" ? "cached" : S;
  EXPECT_EQ(run(), Expected) << "what failed is tried again";
}

TEST_F(ExtractionTest, KeepsErrorsUntilTheHeaderAppears) {
  Jobs[1].Args.insert(Jobs[1].Args.end(),
                      {"wrong", "absent=" + Dir.path("missing.h")});
  EXPECT_EQ(run(), all("extracted"));
  EXPECT_EQ(run(), all("cached"));
  Dir.write("missing.h", "");
  std::vector<std::string> Expected = all("cached");
  Expected[1] = "extracted";
  EXPECT_EQ(run(), Expected);
}

TEST_F(ExtractionTest, MindsTheEnvironment) {
  run();
  ::setenv("CPATH", "/elsewhere", 1);
  EXPECT_EQ(run(), all("extracted"));
  ::unsetenv("CPATH");
  EXPECT_EQ(run(), all("cached"));
}

TEST_F(ExtractionTest, WorksWithoutACache) {
  Cache C;
  size_t Done = 0;
  extractAll(
      Jobs, WorkerOptions(), C,
      [&](size_t, UnitResult R) {
        Done += R.How == WorkerResult::Done && !R.IsCached;
      },
      [](size_t, size_t, StringRef) {});
  EXPECT_EQ(Done, Jobs.size());
}

} // namespace
