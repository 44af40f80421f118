// Declarations of folly's futures, coroutines and fibers, after its
// documentation.
#pragma once
#include <folly/io.h>

#include <coroutine>
#include <exception>
#include <vector>

namespace folly {

struct Unit {};
template <class T> class Try {};
template <class T> class Future;
namespace futures::detail {
template <class T> class FutureBase {
public:
  bool isReady() const;
};
} // namespace futures::detail
template <class T> class SemiFuture : public futures::detail::FutureBase<T> {
public:
  T get();
  T get(std::chrono::milliseconds);
  Try<T> getTry();
  SemiFuture &wait();
  bool wait(std::chrono::milliseconds);
  Future<T> via(Executor::KeepAlive<>);
  template <class F> SemiFuture<T> defer(F &&) { return {}; }
  template <class F> SemiFuture<T> deferValue(F &&) { return {}; }
  template <class F> SemiFuture<T> deferError(F &&) { return {}; }
  template <class F> SemiFuture<T> deferEnsure(F &&) { return {}; }
};
template <class T> class Future : public futures::detail::FutureBase<T> {
public:
  T get();
  T get(std::chrono::milliseconds);
  Try<T> getTry();
  Future &wait();
  Future &wait(std::chrono::milliseconds);
  T getVia(DrivableExecutor *);
  Try<T> getTryVia(DrivableExecutor *);
  Future &waitVia(DrivableExecutor *);
  Future<T> via(Executor::KeepAlive<>);
  template <class F> Future<T> thenValue(F &&) { return {}; }
  template <class F> Future<T> thenTry(F &&) { return {}; }
  template <class F> Future<T> thenError(F &&) { return {}; }
  template <class F> Future<T> thenValueInline(F &&) { return {}; }
  template <class F> Future<T> thenTryInline(F &&) { return {}; }
  template <class F> Future<T> thenErrorInline(F &&) { return {}; }
  template <class F> Future<T> ensure(F &&) { return {}; }
  template <class F> Future<T> filter(F &&) { return {}; }
};
template <class E, class F> Future<Unit> via(E &&, F &&) { return {}; }
Future<Unit> via(Executor::KeepAlive<>);
template <class F> Future<Unit> makeFutureWith(F &&) { return {}; }
template <class F> SemiFuture<Unit> makeSemiFutureWith(F &&) { return {}; }
namespace futures {
SemiFuture<Unit> sleep(std::chrono::milliseconds);
}

namespace coro {
template <class T = void> class TaskWithExecutor {
public:
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  SemiFuture<Unit> start();
};
template <class T = void> class Task {
public:
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  TaskWithExecutor<T> scheduleOn(Executor::KeepAlive<>);
};
template <class T> class now_task {};
template <class T> class safe_task {};
template <class T> class AsyncGenerator {};
template <class T> class Generator {
public:
  struct promise_type {
    Generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
};
namespace detail::adl {
struct WithExecutorFunction {
  template <class E, class T> TaskWithExecutor<> operator()(E &&, T &&) const {
    return {};
  }
};
} // namespace detail::adl
inline constexpr detail::adl::WithExecutorFunction co_withExecutor{};
struct blocking_wait_fn {
  template <class T> void operator()(T &&) const {}
  template <class T> void operator()(T &&, DrivableExecutor *) const {}
};
inline constexpr blocking_wait_fn blocking_wait{};
inline constexpr blocking_wait_fn const &blockingWait = blocking_wait;
Task<> sleep(std::chrono::milliseconds);
class Baton : public Task<> {
public:
  void post();
};
class Mutex {
public:
  Task<> co_lock();
  Task<> co_scoped_lock();
};
struct co_invoke_fn {
  template <class F> Task<> operator()(F &&) const { return {}; }
};
inline constexpr co_invoke_fn co_invoke{};
class AsyncScope {
public:
  template <class T> void add(T &&) {}
  Task<> joinAsync();
};
} // namespace coro

namespace fibers {
class Baton {
public:
  void post();
  void wait();
  bool try_wait();
  template <class D> bool try_wait_for(const D &) { return true; }
  template <class D> bool timed_wait(const D &) { return true; }
};
class Semaphore {
public:
  void wait();
  bool try_wait();
};
class TimedMutex {
public:
  void lock();
  bool try_lock();
  template <class D> bool try_lock_for(const D &) { return true; }
  void unlock();
};
template <class B> class TimedRWMutexImpl {
public:
  void lock();
  void lock_shared();
  void unlock();
  void unlock_shared();
};
class FiberManager : public Executor {
public:
  template <class F> void addTask(F &&) {}
  template <class F> void addTaskEager(F &&) {}
  template <class F> void addTaskRemote(F &&) {}
  template <class F> Future<Unit> addTaskFuture(F &&) { return {}; }
  template <class F> Future<Unit> addTaskEagerFuture(F &&) { return {}; }
  template <class F> Future<Unit> addTaskRemoteFuture(F &&) { return {}; }
  template <class F, class G> void addTaskFinally(F &&, G &&) {}
  template <class F, class G> void addTaskFinallyEager(F &&, G &&) {}
  template <class F> void runInMainContext(F &&) {}
  void yield();
};
template <class F> void addTask(F &&) {}
template <class F> void addTaskEager(F &&) {}
template <class F, class G> void addTaskFinally(F &&, G &&) {}
template <class F> void runInMainContext(F &&) {}
template <class F> void await(F &&) {}
template <class F> void await_async(F &&) {}
void yield();
} // namespace fibers
} // namespace folly
