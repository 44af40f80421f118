//===- runtime/ProcessPool.cpp - who has which worker, and how calls end --===//
#include "ProcessPool.h"

#include <cxxabi.h>
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

/// An idle worker, or a new one in the place of one that has gone.
WorkerProcess ProcessPool::take() {
  std::unique_lock Guard(Mutex);
  if (Terminating)
    throw Cancelled();
  while (!Idle.empty()) {
    WorkerProcess Worker = std::move(Idle.back());
    Idle.pop_back();
    if (Worker.Channel.isOpen()) {
      Busy.insert(Worker.Pid);
      return Worker;
    }
    Server.end(Worker.Pid);
  }
  WorkerProcess Fresh = Server.start();
  Busy.insert(Fresh.Pid);
  return Fresh;
}

void ProcessPool::giveBack(WorkerProcess Worker) {
  std::lock_guard Guard(Mutex);
  Busy.erase(Worker.Pid);
  Idle.push_back(std::move(Worker));
}

/// Sends the call and receives the reply, within the limits of the call.
LinkState ProcessPool::converse(WorkerProcess &Worker, Message &Call,
                                Message &Reply, const CallOptions &Options) {
  Deadline Until;
  if (Options.Limit)
    Until = std::chrono::steady_clock::now() + *Options.Limit;
  std::stop_callback Killing(Options.Stop, [&] { Server.kill(Worker.Pid); });
  LinkState State = Worker.Channel.send(Call, Until);
  if (State == LinkState::Whole)
    State = Worker.Channel.receive(Reply, Until);
  return State;
}

/// On a handler thread: one call on one worker, and what became of it.
Message ProcessPool::exchange(Message &Call, const CallOptions &Options) {
  if (Options.Stop.stop_requested())
    throw Cancelled();
  WorkerProcess Worker = take();
  Message Reply;
  LinkState State = converse(Worker, Call, Reply, Options);
  if (State == LinkState::Whole && !Options.Stop.stop_requested()) {
    giveBack(std::move(Worker));
    return Reply;
  }
  bool Terminated = false;
  {
    std::lock_guard Guard(Mutex);
    Busy.erase(Worker.Pid);
    Terminated = Terminating;
  }
  int Status = Server.end(Worker.Pid);
  if (Terminated || Options.Stop.stop_requested())
    throw Cancelled();
  if (State == LinkState::Late)
    throw TimedOut();
  throw WorkerDied(Status);
}

void ProcessPool::shutdown(Unbegun What) {
  Handlers.shutdown(What);
  std::lock_guard Guard(Mutex);
  for (WorkerProcess &Worker : Idle)
    Server.end(Worker.Pid);
  Idle.clear();
}

void ProcessPool::terminate() {
  {
    std::lock_guard Guard(Mutex);
    Terminating = true;
    for (pid_t Worker : Busy)
      Server.kill(Worker);
  }
  shutdown(Unbegun::Cancel);
}

std::vector<pid_t> ProcessPool::workers() const {
  std::lock_guard Guard(Mutex);
  std::vector<pid_t> Pids(Busy.begin(), Busy.end());
  for (const WorkerProcess &Worker : Idle)
    Pids.push_back(Worker.Pid);
  return Pids;
}

} // namespace waitwise::runtime
