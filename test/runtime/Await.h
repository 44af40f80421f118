//===- runtime/Await.h - coroutines that await the pools ------------------===//
//
//   T value = co_await onPool(Pool, work);              a thread computes
//   R value = co_await onProcess(Pool, function, args…) a process does
//   T value = co_await ready(Future);                   somebody else does
//
// The loop runs on meanwhile, also while the pool's queue is full. A coroutine
// that is cancelled withdraws work that has not begun. What has begun goes on
// in a thread, with its result dropped; a process is killed.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_AWAIT_H
#define WAITWISE_RUNTIME_AWAIT_H

#include "ProcessPool.h"
#include "Task.h"

namespace waitwise::runtime {

/// Waits for a callback that comes on some other thread.
class ThreadedSuspension : public Suspension {
protected:
  /// What the other thread shall call. It may come late, or never.
  Callback waker() {
    Way->Waiting = this;
    return [Way = Way, Mail = loop().inbox()] {
      Mail->post([Way] {
        if (Way->Waiting)
          std::exchange(Way->Waiting, nullptr)->wake();
      });
    };
  }
  void withdraw() override { Way->Waiting = nullptr; }

private:
  /// From the callback to whoever waits, if he still does.
  struct Ticket {
    ThreadedSuspension *Waiting = nullptr;
  };
  std::shared_ptr<Ticket> Way = std::make_shared<Ticket>();
};

/// Waits for a future.
template <class T> class ReadyFuture final : public ThreadedSuspension {
public:
  explicit ReadyFuture(Future<T> F) : Awaited(std::move(F)) {}
  ~ReadyFuture() { leave(); }

  bool await_ready() const { return Awaited.ready(); }
  T await_resume() {
    Suspension::await_resume();
    return Awaited.take();
  }

private:
  void begin() override { Awaited.onReady(waker()); }
  void withdraw() override {
    ThreadedSuspension::withdraw();
    Awaited.cancel();
  }

  Future<T> Awaited;
};

template <class T> ReadyFuture<T> ready(Future<T> F) {
  return ReadyFuture<T>(std::move(F));
}

/// Waits for room in the queue of a pool of either kind.
template <class Pool> class Room final : public ThreadedSuspension {
public:
  explicit Room(Pool &P) : In(P) {}
  ~Room() { leave(); }

private:
  void begin() override { In.onRoom(waker()); }

  Pool &In;
};

/// Runs Work on a worker of the pool.
template <class F>
Task<std::invoke_result_t<F &>> onPool(ThreadPool &Pool, F Work) {
  auto Shared = std::make_shared<F>(std::move(Work));
  while (true) {
    auto Queued = Pool.trySubmit([Shared] { return (*Shared)(); });
    if (Queued)
      co_return co_await ready(std::move(*Queued));
    co_await Room(Pool);
  }
}

/// Runs Work(Arguments…) in a process of the pool.
template <class R, class... A, class... B>
Task<R> onProcess(ProcessPool &Pool, R (*Work)(A...), B... Arguments) {
  struct Stopper { // when the coroutine ends before the call does
    std::stop_source Source;
    ~Stopper() { Source.request_stop(); }
  } Stop;
  while (true) {
    CallOptions Options{.Limit = {}, .Stop = Stop.Source.get_token()};
    auto Queued = Pool.trySubmit(std::move(Options), Work, Arguments...);
    if (Queued)
      co_return co_await ready(std::move(*Queued));
    co_await Room(Pool);
  }
}

} // namespace waitwise::runtime

#endif
