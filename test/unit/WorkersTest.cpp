//===- unit/WorkersTest.cpp - what a unit can do to a run -----------------===//
#include "extract/Workers.h"

#include "TempDir.h"
#include "store/SummaryIO.h"

#include "llvm/Support/MemoryBuffer.h"

#include <chrono>
#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

namespace {

ExtractJob job(std::string File, std::vector<std::string> Args = {}) {
  ExtractJob Job;
  Job.Directory = "/";
  Job.File = std::move(File);
  Job.Args = std::move(Args);
  return Job;
}

struct Outcome {
  std::vector<WorkerResult> Results;
  std::vector<std::string> Finished; ///< Files, as they were done.
};

Outcome run(const std::vector<ExtractJob> &Jobs, WorkerOptions Options) {
  std::vector<const ExtractJob *> Pointers;
  for (const ExtractJob &J : Jobs)
    Pointers.push_back(&J);
  Outcome R;
  runJobs(
      Pointers, Options,
      [&](size_t Index, WorkerResult Result) {
        EXPECT_EQ(Index, R.Results.size()) << "not in order";
        R.Results.push_back(std::move(Result));
      },
      [&](size_t Done, size_t Total, StringRef File) {
        R.Finished.push_back(File.str());
        EXPECT_EQ(Done, R.Finished.size());
        EXPECT_EQ(Total, Jobs.size());
      });
  EXPECT_EQ(R.Results.size(), Jobs.size());
  EXPECT_EQ(R.Finished.size(), Jobs.size());
  return R;
}

WorkerOptions workers(unsigned N) {
  WorkerOptions Options;
  Options.Workers = N;
  Options.Seconds = 600;
  return Options;
}

Summary summaryOf(const WorkerResult &R) {
  EXPECT_EQ(R.How, WorkerResult::Done) << R.Message;
  return cantFail(readSummary({R.Bytes, "reply"}));
}

TEST(Workers, HandJobsOverWhole) {
  std::string Odd("\xff not UTF-8 \"quoted\"\n\0end", 26);
  ExtractJob Job = job("/a " + Odd, {"", Odd, std::string(300000, 'x')});
  Outcome R = run({Job}, workers(1));
  Summary S = summaryOf(R.Results[0]);
  EXPECT_EQ(S.MainFile, Job.File);
  EXPECT_EQ(S.Diagnostics, Job.Args);
  EXPECT_GT(R.Results[0].StartedNs, 1600000000000000000);
}

TEST(Workers, DeliverInTheOrderOfJobs) {
  std::vector<ExtractJob> Jobs = {job("/0", {"slow"})};
  for (unsigned I = 1; I != 20; ++I)
    Jobs.push_back(job("/" + std::to_string(I)));
  for (unsigned N : {1, 2, 8}) {
    Outcome R = run(Jobs, workers(N));
    for (unsigned I = 0; I != Jobs.size(); ++I)
      EXPECT_EQ(summaryOf(R.Results[I]).MainFile, Jobs[I].File);
    if (N > 1) {
      EXPECT_NE(R.Finished.front(), "/0") << "others need not wait";
    }
  }
}

TEST(Workers, ReturnLargeSummaries) {
  Outcome R = run({job("/a", {"big"}), job("/b", {"big"})}, workers(2));
  for (const WorkerResult &Result : R.Results)
    EXPECT_EQ(summaryOf(Result).Strings[1].size(), 20u << 20);
}

TEST(Workers, DoNothingWithoutJobs) {
  WorkerOptions Options;
  Options.Command = {"/no/such/program"};
  EXPECT_TRUE(run({}, Options).Results.empty());
}

/// One bad unit among good ones, whatever the number of workers.
WorkerResult loseOne(StringRef How, WorkerOptions Options = workers(1)) {
  std::optional<WorkerResult> Lost;
  for (unsigned N : {1, 3}) {
    Options.Workers = N;
    std::vector<ExtractJob> Jobs;
    for (unsigned I = 0; I != 7; ++I)
      Jobs.push_back(job("/" + std::to_string(I)));
    Jobs[3].Args = {How.str()};
    Outcome R = run(Jobs, Options);
    for (unsigned I = 0; I != Jobs.size(); ++I)
      if (I != 3)
        EXPECT_EQ(summaryOf(R.Results[I]).MainFile, Jobs[I].File);
    EXPECT_TRUE(R.Results[3].Bytes.empty());
    if (Lost) {
      EXPECT_EQ(Lost->How, R.Results[3].How);
      EXPECT_EQ(Lost->Message, R.Results[3].Message);
    }
    Lost = R.Results[3];
  }
  return *Lost;
}

TEST(Workers, SurviveACrash) {
  WorkerResult R = loseOne("crash");
  EXPECT_EQ(R.How, WorkerResult::Crashed);
  EXPECT_EQ(R.Message, "crashed with SIGSEGV");
}

TEST(Workers, QuoteWhatACrashSaid) {
  WorkerResult R = loseOne("abort");
  EXPECT_EQ(R.How, WorkerResult::Crashed);
  EXPECT_EQ(R.Message, "crashed with SIGABRT: Assertion `us' failed.");
}

TEST(Workers, SurviveAFatalError) {
  WorkerResult R = loseOne("fatal");
  EXPECT_EQ(R.How, WorkerResult::Crashed);
  EXPECT_EQ(R.Message, "ended with exit status 121: nothing works");
}

TEST(Workers, SurviveAnExit) {
  WorkerResult R = loseOne("exit");
  EXPECT_EQ(R.How, WorkerResult::Crashed);
  EXPECT_EQ(R.Message, "ended with exit status 3");
}

TEST(Workers, ReportFailures) {
  WorkerResult R = loseOne("fail");
  EXPECT_EQ(R.How, WorkerResult::Failed);
  EXPECT_EQ(R.Message, "told to fail");
}

TEST(Workers, GiveUpAfterTheTimeLimit) {
  WorkerOptions Options = workers(1);
  Options.Seconds = 4; // Enough for the others, on a busy machine, too.
  auto Start = std::chrono::steady_clock::now();
  WorkerResult R = loseOne("sleep", Options);
  auto Took = std::chrono::steady_clock::now() - Start;
  EXPECT_EQ(R.How, WorkerResult::TimedOut);
  EXPECT_EQ(R.Message, "gave up after 4 s");
  EXPECT_LT(Took, std::chrono::seconds(60));
}

#if !__has_feature(address_sanitizer)
TEST(Workers, KeepTheMemoryLimit) {
  WorkerOptions Options = workers(1);
  Options.MemoryMiB = 1024;
  WorkerResult R = loseOne("eat", Options);
  EXPECT_EQ(R.How, WorkerResult::OutOfMemory);
  EXPECT_EQ(R.Message, "ran out of memory (limit 1024 MiB)");
}
#endif

TEST(Workers, SwallowWhatIsPrinted) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome R = run({job("/a", {"print"}), job("/b", {"print"})}, workers(1));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  summaryOf(R.Results[0]);
  summaryOf(R.Results[1]);
}

TEST(Workers, SayWhyNoneStarts) {
  WorkerOptions Options = workers(2);
  Options.Command = {"/no/such/program"};
  Outcome R = run({job("/a"), job("/b"), job("/c")}, Options);
  for (const WorkerResult &Result : R.Results) {
    EXPECT_EQ(Result.How, WorkerResult::Failed);
    EXPECT_EQ(Result.Message, "cannot start a worker: /no/such/program: No "
                              "such file or directory");
  }
}

TEST(Workers, AreNotJustAnyProgram) {
  WorkerOptions Options = workers(1);
  Options.Command = {"/bin/true"};
  Outcome R = run({job("/a"), job("/b")}, Options);
  EXPECT_EQ(R.Results[1].How, WorkerResult::Crashed);
  EXPECT_EQ(R.Results[1].Message, "ended with exit status 0");
}

unsigned openDescriptors() {
  unsigned N = 0;
  DIR *Dir = ::opendir("/proc/self/fd");
  while (::readdir(Dir))
    ++N;
  ::closedir(Dir);
  return N;
}

TEST(Workers, LeaveNothingBehind) {
  unsigned Before = openDescriptors();
  loseOne("crash");
  EXPECT_EQ(openDescriptors(), Before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

/// True if some process runs that was started with \p Mark as an argument.
bool isRunning(StringRef Mark) {
  DIR *Dir = ::opendir("/proc");
  bool Found = false;
  while (dirent *Entry = ::readdir(Dir)) {
    std::string Path = "/proc/" + std::string(Entry->d_name) + "/cmdline";
    auto Line = MemoryBuffer::getFileAsStream(Path);
    Found |= Line && (*Line)->getBuffer().contains(Mark);
  }
  ::closedir(Dir);
  return Found;
}

TEST(Workers, DieWithTheRun) {
  std::string Mark = "mark-" + std::to_string(::getpid());
  pid_t Child = ::fork();
  if (Child == 0) {
    WorkerOptions Options = workers(2);
    Options.Command = {"/proc/self/exe", WorkerSubcommand.str(), Mark};
    run({job("/a", {"sleep"}), job("/b", {"sleep"})}, Options);
    ::_exit(0);
  }
  for (unsigned I = 0; I != 500 && !isRunning(Mark); ++I)
    ::usleep(10000);
  EXPECT_TRUE(isRunning(Mark));
  ::usleep(300000); // Past the start, into the jobs.
  ::kill(Child, SIGKILL);
  ::waitpid(Child, nullptr, 0);
  for (unsigned I = 0; I != 500 && isRunning(Mark); ++I)
    ::usleep(10000);
  EXPECT_FALSE(isRunning(Mark));
}

} // namespace
