//===- extract/Extraction.cpp - summaries of jobs, cached or made ---------===//
//
// All jobs are looked up first, which maps the stored summaries; they are read
// when their turn comes, between the results of the workers. Should a stored
// summary turn out unreadable then (it has the right hash: a fault of ours),
// its job is extracted after all.
//
// Units with errors are kept as well: a header that was missing is among the
// paths that must stay absent.
//
//===----------------------------------------------------------------------===//
#include "extract/Extraction.h"

#include "store/SummaryIO.h"
#include "support/Error.h"

#include "llvm/ADT/STLExtras.h"

#include <cstdlib>

using namespace llvm;
using namespace waitwise;

namespace {

CacheKey keyOf(const ExtractJob &Job) {
  std::string NumArgs = std::to_string(Job.Args.size());
  std::string NumThirdParty = std::to_string(Job.ThirdParty.size());
  std::vector<StringRef> Parts = {Job.Directory, Job.File,  Job.ResourceDir,
                                  Job.Root,      NumArgs,   NumThirdParty};
  append_range(Parts, Job.Args);
  // Variables that add to the search path of headers.
  for (const char *Name : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH"}) {
    const char *Value = std::getenv(Name);
    Parts.push_back(Value ? Value : "");
  }
  append_range(Parts, Job.ThirdParty);
  append_range(Parts, Job.Libraries);
  return cacheKey(Parts);
}

class Extraction {
public:
  Extraction(ArrayRef<ExtractJob> Jobs, const WorkerOptions &Options, Cache &C)
      : Jobs(Jobs), Options(Options), C(C) {}
  void run(function_ref<void(size_t, UnitResult)> Deliver, Progress OnDone);

private:
  void lookUp();
  UnitResult readCached(size_t Job);
  UnitResult taken(size_t Job, WorkerResult R);
  UnitResult extractNow(size_t Job);

  ArrayRef<ExtractJob> Jobs;
  const WorkerOptions &Options;
  Cache &C;
  std::vector<CacheKey> Keys;
  std::vector<std::unique_ptr<MemoryBuffer>> Cached; ///< Null: a miss.
  std::vector<const ExtractJob *> Misses;
};

void Extraction::lookUp() {
  for (const ExtractJob &Job : Jobs) {
    Keys.push_back(keyOf(Job));
    Cached.push_back(C.lookup(Keys.back()));
    if (!Cached.back())
      Misses.push_back(&Job);
  }
}

/// What a worker made of a job, which the cache is to keep.
UnitResult Extraction::taken(size_t Job, WorkerResult R) {
  UnitResult Unit;
  Unit.How = R.How;
  if (R.How != WorkerResult::Done) {
    Unit.Message = "'" + Jobs[Job].File + "': " + R.Message;
    return Unit;
  }
  Expected<Summary> S = readSummary({R.Bytes, Jobs[Job].File});
  if (!S) {
    Unit.How = WorkerResult::Failed;
    Unit.Message = toString(S.takeError());
    return Unit;
  }
  Unit.S = std::move(*S);
  C.store(Keys[Job], {Unit.S.Files, R.Absent, R.Bytes, R.StartedNs});
  return Unit;
}

UnitResult Extraction::extractNow(size_t Job) {
  UnitResult Unit;
  runJobs(
      {&Jobs[Job]}, Options,
      [&](size_t, WorkerResult R) { Unit = taken(Job, std::move(R)); },
      [](size_t, size_t, StringRef) {});
  return Unit;
}

UnitResult Extraction::readCached(size_t Job) {
  Expected<Summary> S = readSummary(*Cached[Job]);
  Cached[Job].reset();
  if (!S) {
    consumeError(S.takeError());
    return extractNow(Job);
  }
  UnitResult Unit;
  Unit.How = WorkerResult::Done;
  Unit.IsCached = true;
  Unit.S = std::move(*S);
  return Unit;
}

void Extraction::run(function_ref<void(size_t, UnitResult)> Deliver,
                     Progress OnDone) {
  lookUp();
  size_t Next = 0;
  auto DeliverCached = [&] {
    for (; Next != Jobs.size() && Cached[Next]; ++Next)
      Deliver(Next, readCached(Next));
  };
  DeliverCached();
  runJobs(
      Misses, Options,
      [&](size_t Miss, WorkerResult R) {
        size_t Job = size_t(Misses[Miss] - Jobs.data());
        assert(Job == Next && "results come in the order of the jobs");
        Deliver(Job, taken(Job, std::move(R)));
        ++Next;
        DeliverCached();
      },
      OnDone);
}

} // namespace

void waitwise::extractAll(ArrayRef<ExtractJob> Jobs,
                          const WorkerOptions &Options, Cache &C,
                          function_ref<void(size_t, UnitResult)> Deliver,
                          Progress OnDone) {
  Extraction(Jobs, Options, C).run(Deliver, OnDone);
}
