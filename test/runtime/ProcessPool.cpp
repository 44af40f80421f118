//===- runtime/ProcessPool.cpp - who has which worker, and how calls end --===//
#include "ProcessPool.h"

#include <cxxabi.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

namespace waitwise::runtime {
namespace {

std::string howItDied(int Status) {
  if (WIFSIGNALED(Status))
    return "the worker was killed by signal " +
           std::to_string(WTERMSIG(Status));
  return "the worker ended with status " + std::to_string(WEXITSTATUS(Status));
}

std::string demangled(const char *Name) {
  int Status = 0;
  std::unique_ptr<char, void (*)(void *)> Readable(
      abi::__cxa_demangle(Name, nullptr, nullptr, &Status), std::free);
  return Readable ? Readable.get() : Name;
}

} // namespace

std::pair<std::string, std::string> describe(std::exception_ptr Error) {
  try {
    std::rethrow_exception(std::move(Error));
  } catch (const std::exception &E) {
    return {demangled(typeid(E).name()), E.what()};
  } catch (...) {
    return {demangled(abi::__cxa_current_exception_type()->name()),
            "not a std::exception"};
  }
}

WorkerDied::WorkerDied(int S) : std::runtime_error(howItDied(S)), Status(S) {}

ProcessPool::ProcessPool(ForkServer &S, unsigned Workers, size_t QueueLimit)
    : Server(S), Handlers(Workers, QueueLimit) {
  for (unsigned I = 0; I != Handlers.workers(); ++I)
    Idle.push_back(Server.start());
}

ProcessPool::~ProcessPool() { shutdown(); }

std::optional<WorkerProcess> ProcessPool::takeIdle() {
  std::lock_guard Guard(Mutex);
  if (Idle.empty())
    return std::nullopt;
  WorkerProcess Worker = std::move(Idle.back());
  Idle.pop_back();
  return Worker;
}

/// From here on terminate() kills it; false if that has been asked already.
bool ProcessPool::markBusy(const WorkerProcess &Worker) {
  std::lock_guard Guard(Mutex);
  if (!Terminating)
    Busy.emplace(Worker.Number, Worker.Pid);
  return !Terminating;
}

/// An idle worker, or a new one in the place of one that has gone.
WorkerProcess ProcessPool::take() {
  std::optional<WorkerProcess> Worker = takeIdle();
  while (Worker && !Worker->Channel.isOpen()) {
    Server.end(Worker->Number);
    Worker = takeIdle();
  }
  if (!Worker)
    Worker = Server.start();
  if (!markBusy(*Worker)) {
    Server.end(Worker->Number);
    throw Cancelled();
  }
  return std::move(*Worker);
}

void ProcessPool::giveBack(WorkerProcess Worker) {
  std::lock_guard Guard(Mutex);
  Busy.erase(Worker.Number);
  Idle.push_back(std::move(Worker));
}

/// Sends the call and receives the reply, within the limits of the call.
LinkState ProcessPool::converse(WorkerProcess &Worker, Message &Call,
                                Message &Reply, const CallOptions &Options) {
  LinkLimits Limits;
  if (Options.Limit)
    Limits.Until = std::chrono::steady_clock::now() + *Options.Limit;
  Descriptor Stopped;
  if (Options.Stop.stop_possible())
    Stopped = Descriptor(checked(eventfd(0, EFD_CLOEXEC), "eventfd"));
  Limits.Interrupt = Stopped.get();
  // Whoever asks for the stop, perhaps on a loop, does not wait for the kill.
  std::stop_callback Stopping(Options.Stop,
                              [&] { eventfd_write(Stopped.get(), 1); });
  LinkState State = Worker.Channel.send(Call, Limits);
  if (State == LinkState::Whole)
    State = Worker.Channel.receive(Reply, Limits);
  return State;
}

/// On a handler thread: one call on one worker, and what became of it.
Message ProcessPool::exchange(Message &Call, const CallOptions &Options) {
  if (Options.Stop.stop_requested())
    throw Cancelled();
  WorkerProcess Worker = take();
  Message Reply;
  LinkState State = converse(Worker, Call, Reply, Options);
  if (State == LinkState::Whole) {
    giveBack(std::move(Worker));
    return Reply;
  }
  bool Terminated = false;
  {
    std::lock_guard Guard(Mutex);
    Busy.erase(Worker.Number);
    Terminated = Terminating;
  }
  int Status = Server.end(Worker.Number);
  if (Terminated || State == LinkState::Interrupted)
    throw Cancelled();
  if (State == LinkState::Late)
    throw TimedOut();
  throw WorkerDied(Status);
}

void ProcessPool::shutdown(Unbegun What) {
  Handlers.shutdown(What);
  while (std::optional<WorkerProcess> Worker = takeIdle())
    Server.end(Worker->Number);
}

void ProcessPool::terminate() {
  std::map<uint64_t, pid_t> Running;
  {
    std::lock_guard Guard(Mutex);
    Terminating = true;
    Running = Busy;
  }
  for (auto [Number, Pid] : Running)
    Server.kill(Number);
  shutdown(Unbegun::Cancel);
}

std::vector<pid_t> ProcessPool::workers() const {
  std::lock_guard Guard(Mutex);
  std::vector<pid_t> Pids;
  for (auto [Number, Pid] : Busy)
    Pids.push_back(Pid);
  for (const WorkerProcess &Worker : Idle)
    Pids.push_back(Worker.Pid);
  return Pids;
}

} // namespace waitwise::runtime
