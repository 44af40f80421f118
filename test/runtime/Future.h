//===- runtime/Future.h - a result that is not there yet ------------------===//
//
// A Promise is kept by whoever does the work, a Future by whoever wants the
// result. Between them lies one state under one mutex:
//
//     pending ──begin()──▶ running ──set…()──▶ done     value or exception
//        └────cancel()────▶ done                        Cancelled
//
// Work that has begun is not cancelled: it has a thread, and no thread can be
// taken back. (A process can: see ProcessPool.h.) Whoever must not wait asks
// to be called with onReady(); get() and wait() keep the thread waiting.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_FUTURE_H
#define WAITWISE_RUNTIME_FUTURE_H

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

namespace waitwise::runtime {

/// The work was withdrawn before it ended.
struct Cancelled : std::exception {
  const char *what() const noexcept override { return "cancelled"; }
};

/// The work took longer than it may.
struct TimedOut : std::exception {
  const char *what() const noexcept override { return "timed out"; }
};

/// A value or an exception: void is a value too.
template <class T> class Outcome {
public:
  using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

  /// What calling F yields, or throws.
  template <class F> static Outcome of(F &&Run) {
    Outcome Result;
    try {
      if constexpr (std::is_void_v<T>)
        std::forward<F>(Run)(), Result.Held.template emplace<1>();
      else
        Result.Held.template emplace<1>(std::forward<F>(Run)());
    } catch (...) {
      Result.Held.template emplace<2>(std::current_exception());
    }
    return Result;
  }

  template <class V> static Outcome success(V &&Result) {
    Outcome Success;
    Success.Held.template emplace<1>(std::forward<V>(Result));
    return Success;
  }

  static Outcome failure(std::exception_ptr Error) {
    Outcome Result;
    Result.Held.template emplace<2>(std::move(Error));
    return Result;
  }

  /// The exception, if it is one.
  std::exception_ptr error() const {
    auto *Error = std::get_if<2>(&Held);
    return Error ? *Error : nullptr;
  }

  /// Once: moves the value out, or throws the exception and lets go of it.
  T take() {
    if (auto *Error = std::get_if<2>(&Held))
      std::rethrow_exception(std::exchange(*Error, nullptr));
    if constexpr (!std::is_void_v<T>)
      return std::move(std::get<1>(Held));
  }

private:
  std::variant<std::monostate, Value, std::exception_ptr> Held;
};

/// What futures of every type have in common.
class FutureState {
public:
  bool ready() const {
    std::lock_guard Guard(Mutex);
    return Stage == Done;
  }

  void wait() const {
    std::unique_lock Guard(Mutex);
    Changed.wait(Guard, [&] { return Stage == Done; });
  }

  bool waitFor(std::chrono::nanoseconds Limit) const {
    std::unique_lock Guard(Mutex);
    return Changed.wait_for(Guard, Limit, [&] { return Stage == Done; });
  }

  /// Calls back once, when done: at once if it is, else on the thread that
  /// ends the work. The callback must be short, and must not throw.
  void onReady(std::function<void()> Callback) {
    {
      std::lock_guard Guard(Mutex);
      if (Stage != Done) {
        Callbacks.push_back(std::move(Callback));
        return;
      }
    }
    Callback();
  }

  /// Whether the work may begin; false if it was cancelled.
  bool begin() {
    std::lock_guard Guard(Mutex);
    if (Stage != Pending)
      return false;
    Stage = Running;
    return true;
  }

protected:
  enum { Pending, Running, Done } Stage = Pending;
  mutable std::mutex Mutex;
  mutable std::condition_variable Changed;

  /// Done, if it was not; Store says with what. Calls back without the lock.
  template <class F> bool finish(bool OnlyPending, F &&Store) {
    std::vector<std::function<void()>> Ready;
    {
      std::lock_guard Guard(Mutex);
      if (Stage == Done || (OnlyPending && Stage != Pending))
        return false;
      Store();
      Stage = Done;
      Ready.swap(Callbacks);
      Changed.notify_all();
    }
    for (auto &Callback : Ready)
      Callback();
    return true;
  }

private:
  std::vector<std::function<void()>> Callbacks;
};

template <class T> class ResultState : public FutureState {
public:
  bool set(Outcome<T> Result, bool OnlyPending = false) {
    return finish(OnlyPending, [&] { Stored.emplace(std::move(Result)); });
  }

  /// Only when ready: nobody writes any more.
  Outcome<T> &outcome() { return *Stored; }

private:
  std::optional<Outcome<T>> Stored;
};

/// The reading end. Copies share the result; get() moves it out, so call it
/// once.
template <class T> class Future {
public:
  explicit Future(std::shared_ptr<ResultState<T>> S) : State(std::move(S)) {}

  /// Waits; returns the value or throws what the work threw.
  T get() {
    State->wait();
    return take();
  }
  /// The same when it is ready. Never waits.
  T take() { return State->outcome().take(); }

  void wait() const { State->wait(); }
  bool waitFor(std::chrono::nanoseconds L) const { return State->waitFor(L); }
  bool ready() const { return State->ready(); }
  void onReady(std::function<void()> F) { State->onReady(std::move(F)); }

  /// Withdraws work that has not begun; whether that succeeded.
  bool cancel() {
    auto Error = std::make_exception_ptr(Cancelled());
    return State->set(Outcome<T>::failure(Error), true);
  }

private:
  std::shared_ptr<ResultState<T>> State;
};

} // namespace waitwise::runtime

#endif
