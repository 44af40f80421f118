//===- runtime/Task.h - coroutines that run on a loop ---------------------===//
//
//   Task<int> answer(Stream &S) { …; co_await sleep(1s); …; co_return 42; }
//
// A Task is a coroutine that has not begun. Awaiting it runs it, as a call
// does; spawn() makes it run beside the one that spawns it. A spawned task and
// all that it awaits share one TaskState: it is what is cancelled, measured and
// waited for.
//
// At any time a task is suspended in at most one place, a Suspension: that is
// where the loop's callback comes back to, and where cancel() makes Cancelled
// be thrown, so that the task unwinds as from any exception. A task that is
// cancelled while it runs sees it where it suspends next.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_TASK_H
#define WAITWISE_RUNTIME_TASK_H

#include "Future.h"
#include "Loop.h"

#include <coroutine>

namespace waitwise::runtime {

class Suspension;

/// One spawned task, whatever its result.
class TaskState : public std::enable_shared_from_this<TaskState> {
public:
  explicit TaskState(Loop &L) : On(L) {}
  virtual ~TaskState() = default;

  Loop &loop() const { return On; }
  bool done() const { return IsDone; }
  /// Makes the place where it is suspended, or will be, throw Cancelled.
  void cancel();
  /// Calls back in a turn of the loop when it has ended.
  void onDone(Callback Call);
  /// What it threw, when it has ended.
  virtual std::exception_ptr failure() = 0;
  /// CPU time it used, against wall time since it began.
  Times times() const { return Meter.elapsed(); }

  /// For the coroutines of the task.
  void resume(std::coroutine_handle<> Coroutine);
  void finish();
  bool takeCancel() { return std::exchange(CancelAsked, false); }

protected:
  /// The loop keeps it until it ends, and begins it in the next turn.
  void begin(std::coroutine_handle<> Coroutine);

private:
  friend class Loop;
  friend class Suspension;
  virtual void abandon() = 0; ///< Destroys the coroutine.

  Loop &On;
  Suspension *At = nullptr;
  bool CancelAsked = false, Unwinding = false, IsDone = false;
  std::vector<Callback> WhenDone;
  TaskMeter Meter;
};

/// What a coroutine awaits in order to wait. Kinds of it say what they wait
/// for in begin(), after which a callback of the loop calls wake() once, and
/// how to take that back in withdraw(). Their destructor calls leave().
class Suspension {
public:
  Suspension() = default;
  Suspension(const Suspension &) = delete;

  bool await_ready() const noexcept { return false; }

  template <class P> bool await_suspend(std::coroutine_handle<P> Coroutine) {
    return suspend(*Coroutine.promise().State, Coroutine);
  }

  void await_resume() const {
    if (IsCancelled)
      throw Cancelled();
  }

protected:
  ~Suspension() = default;
  virtual void begin() = 0;
  virtual void withdraw() = 0;

  Loop &loop() const { return State->loop(); }
  /// Goes on with the coroutine, if it still waits here.
  void wake();
  void leave();

private:
  friend class TaskState;
  bool suspend(TaskState &S, std::coroutine_handle<> Coroutine);

  TaskState *State = nullptr;
  std::coroutine_handle<> Waiting;
  bool IsCancelled = false;
};

/// What the promises of all tasks have in common.
struct PromiseBase {
  TaskState *State = nullptr;
  std::coroutine_handle<> Awaiting; ///< None for the outermost.

  struct Final {
    bool await_ready() const noexcept { return false; }
    void await_resume() const noexcept {}
    template <class P>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<P> Ended) const noexcept {
      PromiseBase &Promise = Ended.promise();
      if (Promise.Awaiting)
        return Promise.Awaiting;
      Promise.State->finish();
      return std::noop_coroutine();
    }
  };
  std::suspend_always initial_suspend() const noexcept { return {}; }
  Final final_suspend() const noexcept { return {}; }
};

template <class T> struct Promise : PromiseBase {
  std::optional<Outcome<T>> Result;
  auto get_return_object() {
    return std::coroutine_handle<Promise>::from_promise(*this);
  }
  template <class V> void return_value(V &&Value) {
    Result.emplace(Outcome<T>::success(std::forward<V>(Value)));
  }
  void unhandled_exception() {
    Result.emplace(Outcome<T>::failure(std::current_exception()));
  }
};

template <> struct Promise<void> : PromiseBase {
  std::optional<Outcome<void>> Result;
  auto get_return_object() {
    return std::coroutine_handle<Promise>::from_promise(*this);
  }
  void return_void() {
    Result.emplace(Outcome<void>::success(std::monostate()));
  }
  void unhandled_exception() {
    Result.emplace(Outcome<void>::failure(std::current_exception()));
  }
};

/// A coroutine with a result. Owns its frame; begins when it is awaited.
template <class T = void> class [[nodiscard]] Task {
public:
  using promise_type = Promise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  Task(Handle H) : Frame(H) {}
  Task(Task &&Other) noexcept : Frame(std::exchange(Other.Frame, nullptr)) {}
  Task &operator=(Task &&Other) noexcept {
    std::swap(Frame, Other.Frame);
    return *this;
  }
  ~Task() { reset(); }

  bool await_ready() const noexcept { return false; }
  template <class P>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<P> Caller) {
    Frame.promise().State = Caller.promise().State;
    Frame.promise().Awaiting = Caller;
    return Frame;
  }
  T await_resume() { return Frame.promise().Result->take(); }

  Handle handle() const { return Frame; }
  void reset() {
    if (Frame)
      std::exchange(Frame, nullptr).destroy();
  }

private:
  Handle Frame;
};

} // namespace waitwise::runtime

#endif
