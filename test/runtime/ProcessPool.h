//===- runtime/ProcessPool.h - processes that take work -------------------===//
//
//   submit ──▶ [ queue ] ──▶ handler thread ──call──▶ worker process
//                                 ▲────reply────────────┘
//
// A process per core computes where threads cannot (one interpreter lock),
// can be killed in the midst of its work, and takes nothing with it when it
// crashes. The price: arguments and results are copied (Wire.h), and what is
// to be shared has to be a SharedBuffer.
//
// Queue, futures, cancelling and shutdown are those of a thread pool whose
// workers do nothing but wait for a process each. A worker that crashed, was
// killed or took too long is replaced by the next call that needs one.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_PROCESSPOOL_H
#define WAITWISE_RUNTIME_PROCESSPOOL_H

#include "Call.h"
#include "ForkServer.h"
#include "ThreadPool.h"

#include <map>
#include <stop_token>

namespace waitwise::runtime {

/// The worker died while it had the call: how says waitpid(2).
struct WorkerDied : std::runtime_error {
  explicit WorkerDied(int Status);
  int Status;
};

/// What may end a call before it ends by itself. Both kill the worker.
struct CallOptions {
  std::optional<std::chrono::nanoseconds> Limit; ///< Then TimedOut.
  std::stop_token Stop;                          ///< Then Cancelled.
};

class ProcessPool {
public:
  explicit ProcessPool(
      ForkServer &Server,
      unsigned Workers = std::max(1u, std::thread::hardware_concurrency()),
      size_t QueueLimit = 1024);
  ~ProcessPool();

  /// Queues Work(Arguments…) for a worker; waits while the queue is full. The
  /// future throws RemoteError (what the call threw), WorkerDied, TimedOut,
  /// Cancelled.
  template <class R, class... A, class... B>
  Future<R> submit(CallOptions Options, R (*Work)(A...), B &&...Arguments) {
    return Handlers.submit(handler<R>(
        std::move(Options), encodeCall(Work, std::forward<B>(Arguments)...)));
  }
  template <class R, class... A, class... B>
  Future<R> submit(R (*Work)(A...), B &&...Arguments) {
    return submit(CallOptions(), Work, std::forward<B>(Arguments)...);
  }

  /// The same if there is room in the queue. Never waits.
  template <class R, class... A, class... B>
  std::optional<Future<R>> trySubmit(CallOptions Options, R (*Work)(A...),
                                     B &&...Arguments) {
    return Handlers.trySubmit(handler<R>(
        std::move(Options), encodeCall(Work, std::forward<B>(Arguments)...)));
  }
  void onRoom(std::function<void()> Callback) {
    Handlers.onRoom(std::move(Callback));
  }

  /// Work(Item) for each item; results in order, or the first exception.
  template <class R, class A, class T>
  auto map(R (*Work)(A), const std::vector<T> &Items) {
    std::vector<Future<R>> Results;
    for (const T &Item : Items)
      Results.push_back(submit(Work, Item));
    return collect(std::move(Results));
  }

  /// Takes no more work, and waits until what has begun has ended.
  void shutdown(Unbegun What = Unbegun::Run);
  /// The same without waiting for it: kills the workers. Calls are Cancelled.
  void terminate();

  /// The processes that work or wait for work.
  std::vector<pid_t> workers() const;

private:
  template <class R> auto handler(CallOptions Options, Message Call) {
    return [this, Options = std::move(Options),
            Call = std::move(Call)]() mutable -> R {
      return decodeReply<R>(exchange(Call, Options));
    };
  }

  Message exchange(Message &Call, const CallOptions &Options);
  LinkState converse(WorkerProcess &Worker, Message &Call, Message &Reply,
                     const CallOptions &Options);
  WorkerProcess take();
  std::optional<WorkerProcess> takeIdle();
  void giveBack(WorkerProcess Worker);
  bool markBusy(const WorkerProcess &Worker);

  ForkServer &Server;
  mutable std::mutex Mutex;
  std::vector<WorkerProcess> Idle;
  std::map<uint64_t, pid_t> Busy; ///< By number.
  bool Terminating = false;
  IoPool Handlers; ///< Last: its threads use what stands above.
};

} // namespace waitwise::runtime

#endif
