// Declarations of async_simple that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <coroutine>
#include <functional>

namespace async_simple {

class Executor {
public:
  using Func = std::function<void()>;
  virtual ~Executor();
  virtual bool schedule(Func);
  bool schedule_move_only(std::function<void()>);
  virtual bool checkin(Func, void *);
};
class IOExecutor {
public:
  virtual void submitIO(int fd, int cmd, void *buffer, std::size_t length,
                        long offset, std::function<void(int)> callback);
  virtual void submitIOV(int fd, int cmd, const void *iov, std::size_t count,
                         long offset, std::function<void(int)> callback);
};
namespace executors {
class SimpleExecutor : public Executor {};
} // namespace executors
template <class T> class Future {
public:
  T get();
  void wait();
  Future via(Executor *);
  template <class F> Future<int> thenTry(F &&) { return {}; }
  template <class F> Future<int> thenValue(F &&) { return {}; }
  template <class F> Future<int> then(F &&) { return {}; }
  template <class F> void setContinuation(F &&) {}
};

namespace coro {
struct awaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
template <class T> class RescheduleLazy;
template <class T = void> class Lazy : public awaiter {
public:
  struct promise_type {
    Lazy get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  RescheduleLazy<T> via(Executor *);
  template <class F> void start(F &&) {}
  template <class F> void directlyStart(F &&, Executor *) {}
};
template <class T> class RescheduleLazy : public awaiter {
public:
  template <class F> void start(F &&) {}
};
template <class T> class Generator {
public:
  struct promise_type {
    Generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
template <class L> auto syncAwait(L &&) { return 0; }
awaiter dispatch(Executor *);
Lazy<> sleep(std::chrono::milliseconds);
class Mutex {
public:
  awaiter coLock();
};
class SpinLock {
public:
  bool tryLock();
  Lazy<> coLock();
  void lock();
  void unlock();
};
class ScopedSpinLock {
public:
  explicit ScopedSpinLock(SpinLock &);
  ~ScopedSpinLock();
};
} // namespace coro

namespace uthread {
enum class Launch { Prompt, Schedule, Current };
struct Attribute {};
template <Launch policy, class F> void async(F &&, Executor *) {}
template <class F> Future<int> async(Launch, Attribute, F &&) { return {}; }
template <class F> int await(Executor *, F &&) { return 0; }
template <class T> T await(Future<T> &&) { return {}; }
class Uthread {
public:
  template <class F> bool join(F &&) { return true; }
};
} // namespace uthread
namespace util {
class ThreadPool {
public:
  int scheduleById(std::function<void()> fn, int id = -1);
};
} // namespace util
} // namespace async_simple
