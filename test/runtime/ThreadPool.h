//===- runtime/ThreadPool.h - threads that take work from one queue -------===//
//
//     submit ──▶ [ queue, bounded ] ──▶ worker, worker, … ──▶ Future
//
// The type says what the pool is for, and so how many workers it has:
//
//   CpuPool           one per core: computing. A worker that waits is a core
//                     that idles
//   IoPool            as many as may wait at a time: files, calls that block
//   InterpreterPool   workers that hold one interpreter lock while they run
//
// The queue is bounded so that a producer that is faster than the workers is
// slowed down and does not fill the memory: submit() waits for room. Who must
// not wait (a coroutine, a callback) uses trySubmit() and onRoom(), or awaits
// onPool() of Await.h, which does.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_THREADPOOL_H
#define WAITWISE_RUNTIME_THREADPOOL_H

#include "InterpreterLock.h"
#include "Waiting.h"

#include <algorithm>
#include <thread>

namespace waitwise::runtime {

/// The pool takes no more work.
struct Closed : std::runtime_error {
  Closed() : std::runtime_error("the pool is shut down") {}
};

/// What a shutdown does with work that no worker has begun.
enum class Unbegun { Run, Cancel };

struct PoolOptions {
  unsigned Workers = 1;
  size_t QueueLimit = 1024;
  InterpreterLock *Interpreter = nullptr; ///< Held while work runs, if any.
};

class ThreadPool {
public:
  explicit ThreadPool(PoolOptions Options);
  ThreadPool(const ThreadPool &) = delete;
  ~ThreadPool() { shutdown(); }

  /// Queues work; waits while the queue is full. Throws Closed, and
  /// std::logic_error where a worker would wait for its own pool.
  template <class F> auto submit(F Work) {
    auto Task = package(std::move(Work));
    std::unique_ptr<Job> Queued = std::move(Task.first);
    enqueue(Queued, true);
    return std::move(Task.second);
  }

  /// Queues work if there is room. Never waits. Throws Closed.
  template <class F>
  std::optional<Future<std::invoke_result_t<F &>>> trySubmit(F Work) {
    auto Task = package(std::move(Work));
    std::unique_ptr<Job> Queued = std::move(Task.first);
    if (!enqueue(Queued, false))
      return std::nullopt;
    return std::move(Task.second);
  }

  /// Calls back once when there may be room (or the pool is shut down): at
  /// once, or on the worker that made it. The callback must be short.
  void onRoom(std::function<void()> Callback);

  /// Work(Item) for each item; the results in order. If one throws, what has
  /// not begun is cancelled, and the exception thrown when the rest has ended.
  template <class F, class T> auto map(F Work, const std::vector<T> &Items) {
    std::vector<Future<std::invoke_result_t<F &, const T &>>> Results;
    try {
      for (const T &Item : Items)
        Results.push_back(submit([&Work, &Item] { return Work(Item); }));
    } catch (...) { // what is queued already refers to this frame
      for (auto &Result : Results)
        Result.cancel();
      wait(Results, Until::All);
      throw;
    }
    return collect(std::move(Results));
  }

  /// Takes no more work, and waits until the workers have ended. Call it from
  /// one thread that is no worker.
  void shutdown(Unbegun What = Unbegun::Run);

  unsigned workers() const { return unsigned(Workers.size()); }

private:
  struct Job {
    virtual ~Job() = default;
    virtual void run() = 0;
    virtual void cancel() = 0;
  };

  template <class F, class R> struct TypedJob final : Job {
    explicit TypedJob(F W) : Work(std::move(W)) {}
    void run() override {
      if (!State->begin())
        return;
      auto Result = Outcome<R>::of(*Work);
      Work.reset(); // what it captured is gone before anybody hears of it
      State->set(std::move(Result));
    }
    void cancel() override { Future<R>(State).cancel(); }

    std::optional<F> Work;
    std::shared_ptr<ResultState<R>> State = std::make_shared<ResultState<R>>();
  };

  template <class F> static auto package(F Work) {
    using R = std::invoke_result_t<F &>;
    auto Made = std::make_unique<TypedJob<F, R>>(std::move(Work));
    Future<R> Result(Made->State);
    return std::pair(std::move(Made), std::move(Result));
  }

  bool enqueue(std::unique_ptr<Job> &Queued, bool WaitForRoom);
  std::unique_ptr<Job> next();
  void work();

  PoolOptions Options;
  std::mutex Mutex;
  std::condition_variable HasWork, HasRoom;
  std::deque<std::unique_ptr<Job>> Queue;
  std::vector<std::function<void()>> WantRoom;
  bool IsClosed = false;
  std::vector<std::thread> Workers;
};

/// For computing: as many workers as cores.
class CpuPool : public ThreadPool {
public:
  explicit CpuPool(size_t QueueLimit = 1024)
      : ThreadPool(
            {std::max(1u, std::thread::hardware_concurrency()), QueueLimit}) {}
};

/// For waiting: as many workers as may wait at a time.
class IoPool : public ThreadPool {
public:
  explicit IoPool(unsigned Workers, size_t QueueLimit = 1024)
      : ThreadPool({Workers, QueueLimit}) {}
};

/// For code of an interpreter: one worker at a time runs, unless it lets go.
class InterpreterPool : public ThreadPool {
public:
  InterpreterPool(unsigned Workers, InterpreterLock &Lock,
                  size_t QueueLimit = 1024)
      : ThreadPool({Workers, QueueLimit, &Lock}) {}
};

} // namespace waitwise::runtime

#endif
