//===- extract/Workers.cpp - extraction in processes of its own -----------===//
//
// One thread waits for all workers with poll(). A worker has at most one job;
// its end, its time limit and its reply are the only things that can happen.
//
//===----------------------------------------------------------------------===//
#include "extract/Workers.h"

#include "extract/WorkerProcess.h"
#include "store/FileStates.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

#include <chrono>
#include <deque>
#include <optional>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

using namespace llvm;
using namespace waitwise;

namespace {

using Clock = std::chrono::steady_clock;

/// A worker with the job it has.
struct Slot {
  WorkerProcess Process;
  std::optional<size_t> Job;
  bool IsUsed = false; ///< Did a job before this one.
  Clock::time_point Deadline;
  int64_t StartedNs = 0;
};

class Pool {
public:
  Pool(ArrayRef<const ExtractJob *> Jobs, const WorkerOptions &Options,
       Progress OnDone);
  void run(function_ref<void(size_t, WorkerResult)> Deliver);

private:
  void assignJobs();
  bool assign(Slot &S, size_t Job);
  void wait();
  void takeReply(Slot &S);
  void lose(Slot &S, bool IsTimeOut);
  void finish(size_t Job, WorkerResult R);
  WorkerResult describeEnd(int Status, StringRef Printed) const;

  ArrayRef<const ExtractJob *> Jobs;
  const WorkerOptions &Options;
  Progress OnDone;
  std::vector<std::string> Command;
  std::vector<Slot> Slots;
  std::deque<size_t> Waiting;
  std::vector<std::optional<WorkerResult>> Results;
  std::string CannotStart; ///< Why no worker can be started, if so.
  size_t NumDone = 0;
};

Pool::Pool(ArrayRef<const ExtractJob *> Jobs, const WorkerOptions &Options,
           Progress OnDone)
    : Jobs(Jobs), Options(Options), OnDone(OnDone), Command(Options.Command),
      Slots(std::min<size_t>(std::max(Options.Workers, 1u), Jobs.size())),
      Results(Jobs.size()) {
  if (Command.empty())
    Command = {"/proc/self/exe", WorkerSubcommand.str()};
  for (size_t I = 0; I != Jobs.size(); ++I)
    Waiting.push_back(I);
}

void Pool::finish(size_t Job, WorkerResult R) {
  assert(!Results[Job] && "a job is done once");
  Results[Job] = std::move(R);
  OnDone(++NumDone, Jobs.size(), Jobs[Job]->File);
}

/// Starts \p S if need be and hands it \p Job; false if it cannot be started.
bool Pool::assign(Slot &S, size_t Job) {
  if (!S.Process.isRunning()) {
    Expected<WorkerProcess> Process = WorkerProcess::start(Command);
    if (!Process) {
      CannotStart = "cannot start a worker: " + toString(Process.takeError());
      return false;
    }
    S.Process = std::move(*Process);
    S.IsUsed = false;
  }
  S.Job = Job;
  S.StartedNs = nowNs();
  S.Deadline = Clock::now() + std::chrono::seconds(Options.Seconds);
  // If it is dead already, the end of its socket tells.
  S.Process.send(packJob(*Jobs[Job], Options.MemoryMiB));
  return true;
}

void Pool::assignJobs() {
  for (Slot &S : Slots) {
    if (S.Job || Waiting.empty())
      continue;
    if (!assign(S, Waiting.front()))
      break;
    Waiting.pop_front();
  }
  // As long as one worker runs, the others' jobs can wait for it.
  if (any_of(Slots, [](const Slot &S) { return S.Job.has_value(); }))
    return;
  for (size_t Job : Waiting)
    finish(Job, {WorkerResult::Failed, "", {}, CannotStart, 0});
  Waiting.clear();
}

/// "printed 'foo: assertion failed'": the first line that says anything.
static std::string firstLine(StringRef Printed) {
  for (StringRef Line : split(Printed, '\n'))
    if (!Line.trim().empty())
      return (": " + Line.trim().take_front(300)).str();
  return "";
}

WorkerResult Pool::describeEnd(int Status, StringRef Printed) const {
  WorkerResult R;
  R.How = WorkerResult::Crashed;
  if (WIFSIGNALED(Status) && WTERMSIG(Status) == SIGKILL) {
    R.Message = "killed by the system, probably for want of memory";
  } else if (WIFSIGNALED(Status)) {
    const char *Name = ::sigabbrev_np(WTERMSIG(Status));
    R.Message = "crashed with SIG" + std::string(Name ? Name : "?");
    R.Message += firstLine(Printed);
  } else if (WEXITSTATUS(Status) == WE_OutOfMemory) {
    R.How = WorkerResult::OutOfMemory;
    R.Message = "ran out of memory (limit " +
                std::to_string(Options.MemoryMiB) + " MiB)";
  } else {
    R.Message = "ended with exit status " +
                std::to_string(WEXITSTATUS(Status)) + firstLine(Printed);
  }
  return R;
}

/// The worker is dead, or is to die.
void Pool::lose(Slot &S, bool IsTimeOut) {
  size_t Job = *S.Job;
  int Status = S.Process.end();
  WorkerResult R = describeEnd(Status, S.Process.Printed);
  bool Retry = S.IsUsed && !IsTimeOut;
  int64_t StartedNs = S.StartedNs;
  S = Slot();
  if (Retry) {
    // Perhaps an earlier job left it weak; a new worker settles it.
    assert(!S.Process.isRunning());
    if (assign(S, Job))
      return;
    R.How = WorkerResult::Failed;
    R.Message = CannotStart;
  }
  if (IsTimeOut) {
    R.How = WorkerResult::TimedOut;
    R.Message = "gave up after " + std::to_string(Options.Seconds) + " s";
  }
  R.StartedNs = StartedNs;
  finish(Job, std::move(R));
}

void Pool::takeReply(Slot &S) {
  if (!S.Process.receive())
    return lose(S, /*IsTimeOut=*/false);
  auto Fields = S.Process.Reply.message();
  if (!Fields)
    return;
  WorkerResult R;
  R.StartedNs = S.StartedNs;
  if (Fields->size() >= 2 && Fields->front() == "done") {
    R.How = WorkerResult::Done;
    R.Bytes = (*Fields)[1].str();
    for (StringRef Path : drop_begin(*Fields, 2))
      R.Absent.push_back(Path.str());
  } else {
    R.Message = Fields->empty() ? "no reply" : Fields->back().str();
  }
  size_t Job = *S.Job;
  S.Job.reset();
  S.IsUsed = true;
  finish(Job, std::move(R));
}

/// Waits until something happens to a worker, and deals with it.
void Pool::wait() {
  std::vector<pollfd> Polled;
  std::vector<Slot *> Busy;
  auto Next = Clock::time_point::max();
  for (Slot &S : Slots) {
    if (!S.Job)
      continue;
    Busy.push_back(&S);
    Polled.push_back({S.Process.socket(), POLLIN, 0});
    Polled.push_back({S.Process.output(), POLLIN, 0});
    Next = std::min(Next, S.Deadline);
  }
  auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
      Next - Clock::now());
  int Timeout = int(std::clamp<int64_t>(Left.count() + 1, 0, 60000));
  if (::poll(Polled.data(), Polled.size(), Timeout) < 0)
    return; // Interrupted: the caller comes again.
  for (size_t I = 0; I != Busy.size(); ++I) {
    Slot &S = *Busy[I];
    if (Polled[2 * I + 1].revents)
      S.Process.collectOutput();
    if (Polled[2 * I].revents)
      takeReply(S);
    else if (Clock::now() >= S.Deadline)
      lose(S, /*IsTimeOut=*/true);
  }
}

void Pool::run(function_ref<void(size_t, WorkerResult)> Deliver) {
  for (size_t Next = 0; Next != Jobs.size();) {
    assignJobs();
    if (!Results[Next])
      wait();
    for (; Next != Jobs.size() && Results[Next]; ++Next)
      Deliver(Next, *std::exchange(Results[Next], std::nullopt));
  }
}

} // namespace

void waitwise::runJobs(ArrayRef<const ExtractJob *> Jobs,
                       const WorkerOptions &Options,
                       function_ref<void(size_t, WorkerResult)> Deliver,
                       Progress OnDone) {
  if (!Jobs.empty())
    Pool(Jobs, Options, OnDone).run(Deliver);
}
