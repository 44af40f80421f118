//===- runtime/ThreadPool.cpp - the queue and its workers -----------------===//
#include "ThreadPool.h"

#include <csignal>

namespace waitwise::runtime {
namespace {

/// The pool whose worker this thread is.
thread_local const ThreadPool *Mine = nullptr;

/// Threads that start meanwhile get no signals: those belong to the program.
class SignalsBlocked {
public:
  SignalsBlocked() {
    sigset_t All;
    sigfillset(&All);
    pthread_sigmask(SIG_SETMASK, &All, &Before);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &Before, nullptr); }

private:
  sigset_t Before;
};

} // namespace

ThreadPool::ThreadPool(PoolOptions O) : Options(O) {
  SignalsBlocked Quiet;
  try {
    for (unsigned I = 0; I != std::max(1u, Options.Workers); ++I)
      Workers.emplace_back([this] { work(); });
  } catch (...) { // too few threads left on this machine
    shutdown();
    throw;
  }
}

/// Takes Queued if there is room, or when there is.
bool ThreadPool::enqueue(std::unique_ptr<Job> &Queued, bool WaitForRoom) {
  auto HasPlace = [this] {
    return IsClosed || Queue.size() < Options.QueueLimit;
  };
  std::unique_lock Guard(Mutex);
  if (!HasPlace()) {
    if (!WaitForRoom)
      return false;
    if (Mine == this)
      throw std::logic_error("a worker would wait for room in its own pool");
    HasRoom.wait(Guard, HasPlace);
  }
  if (IsClosed)
    throw Closed();
  Queue.push_back(std::move(Queued));
  HasWork.notify_one();
  return true;
}

void ThreadPool::onRoom(std::function<void()> Callback) {
  {
    std::lock_guard Guard(Mutex);
    if (!IsClosed && Queue.size() >= Options.QueueLimit) {
      WantRoom.push_back(std::move(Callback));
      return;
    }
  }
  Callback();
}

/// Waits for work; nothing when the pool is shut down and the queue is empty.
std::unique_ptr<ThreadPool::Job> ThreadPool::next() {
  std::unique_ptr<Job> Taken;
  std::vector<std::function<void()>> Callbacks;
  {
    std::unique_lock Guard(Mutex);
    HasWork.wait(Guard, [this] { return IsClosed || !Queue.empty(); });
    if (Queue.empty())
      return nullptr;
    Taken = std::move(Queue.front());
    Queue.pop_front();
    HasRoom.notify_one();
    Callbacks.swap(WantRoom);
  }
  for (auto &Callback : Callbacks)
    Callback();
  return Taken;
}

/// The body of a worker.
void ThreadPool::work() {
  Mine = this;
  while (std::unique_ptr<Job> Task = next()) {
    if (!Options.Interpreter) {
      Task->run();
      continue;
    }
    InterpreterLock::Held Interpreting(*Options.Interpreter);
    Task->run();
  }
}

void ThreadPool::shutdown(Unbegun What) {
  if (Mine == this)
    throw std::logic_error("a worker would wait for its own pool to end");
  std::deque<std::unique_ptr<Job>> Dropped;
  std::vector<std::function<void()>> Callbacks;
  {
    std::lock_guard Guard(Mutex);
    IsClosed = true;
    if (What == Unbegun::Cancel)
      Dropped.swap(Queue);
    Callbacks.swap(WantRoom);
    HasWork.notify_all();
    HasRoom.notify_all();
  }
  for (auto &Task : Dropped)
    Task->cancel();
  for (auto &Callback : Callbacks)
    Callback();
  for (std::thread &Worker : Workers)
    if (Worker.joinable())
      Worker.join();
}

} // namespace waitwise::runtime
