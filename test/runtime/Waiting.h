//===- runtime/Waiting.h - waiting for several futures --------------------===//
//
// wait() for the first or for all of them, with a limit; asCompleted() to take
// them in the order in which they end. Both listen with onReady(), so nothing
// is asked twice and no future has to be waited for in turn.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_WAITING_H
#define WAITWISE_RUNTIME_WAITING_H

#include "Future.h"

#include <deque>

namespace waitwise::runtime {

/// Futures in the order in which they are done. It is a range: a loop over it
/// waits for the next one in each turn.
template <class T> class Completions {
public:
  explicit Completions(std::vector<Future<T>> F) : Futures(std::move(F)) {
    for (size_t I = 0; I != Futures.size(); ++I)
      Futures[I].onReady([Arrivals = Arrivals, I] { Arrivals->push(I); });
  }

  /// Waits for the next one and says which it is; nothing after the last one,
  /// or when the limit has passed.
  std::optional<size_t>
  next(std::chrono::nanoseconds Limit = std::chrono::hours(24 * 365)) {
    if (Taken == Futures.size())
      return std::nullopt;
    std::optional<size_t> Index = Arrivals->pop(Limit);
    Taken += Index.has_value();
    return Index;
  }

  struct Sentinel {};
  struct Iterator {
    Completions *Of;
    std::optional<size_t> Index;
    Future<T> &operator*() const { return Of->Futures[*Index]; }
    Iterator &operator++() {
      Index = Of->next();
      return *this;
    }
    bool operator!=(Sentinel) const { return Index.has_value(); }
  };
  Iterator begin() { return {this, next()}; }
  Sentinel end() { return {}; }

private:
  /// Outlives the range: a future that is done later still writes here.
  struct Queue {
    std::mutex Mutex;
    std::condition_variable Changed;
    std::deque<size_t> Ready;

    void push(size_t Index) {
      std::lock_guard Guard(Mutex);
      Ready.push_back(Index);
      Changed.notify_one();
    }

    std::optional<size_t> pop(std::chrono::nanoseconds Limit) {
      std::unique_lock Guard(Mutex);
      if (!Changed.wait_for(Guard, Limit, [&] { return !Ready.empty(); }))
        return std::nullopt;
      size_t Index = Ready.front();
      Ready.pop_front();
      return Index;
    }
  };

  std::vector<Future<T>> Futures;
  std::shared_ptr<Queue> Arrivals = std::make_shared<Queue>();
  size_t Taken = 0;
};

template <class T> Completions<T> asCompleted(std::vector<Future<T>> Futures) {
  return Completions<T>(std::move(Futures));
}

/// What wait() waits for.
enum class Until { First, All };

/// Waits until the first or all are done, or the limit has passed. Returns the
/// indexes of those that are done, in the order in which they ended.
template <class T>
std::vector<size_t>
wait(const std::vector<Future<T>> &Futures, Until What,
     std::chrono::nanoseconds Limit = std::chrono::hours(24 * 365)) {
  auto End = std::chrono::steady_clock::now() + Limit;
  Completions<T> Arrivals(Futures);
  std::vector<size_t> Done;
  bool Enough = false;
  while (true) {
    auto Left = Enough ? std::chrono::nanoseconds(0)
                       : End - std::chrono::steady_clock::now();
    std::optional<size_t> Index = Arrivals.next(Left);
    if (!Index)
      return Done;
    Done.push_back(*Index);
    Enough = What == Until::First;
  }
}

/// Waits for all and returns the values in order. The first failure in that
/// order cancels what has not begun, waits for the rest, and is thrown.
template <class T> auto collect(std::vector<Future<T>> Futures) {
  try {
    if constexpr (std::is_void_v<T>) {
      for (Future<T> &F : Futures)
        F.get();
    } else {
      std::vector<T> Values;
      for (Future<T> &F : Futures)
        Values.push_back(F.get());
      return Values;
    }
  } catch (...) {
    for (Future<T> &F : Futures)
      F.cancel();
    for (Future<T> &F : Futures)
      F.wait();
    throw;
  }
}

} // namespace waitwise::runtime

#endif
