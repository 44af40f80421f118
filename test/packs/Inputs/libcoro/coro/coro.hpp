// Declarations of libcoro that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <coroutine>
#include <memory>

namespace coro {

struct awaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
template <typename T = void> struct task : awaiter {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
template <typename T> struct generator {
  struct promise_type {
    generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
template <typename A> auto sync_wait(A &&) { return 0; }
class thread_pool {
public:
  static std::unique_ptr<thread_pool> make_unique();
  virtual ~thread_pool();
  awaiter schedule();
  awaiter yield();
  task<> schedule(task<>);
  bool spawn_detached(task<> &&);
  task<> spawn_joinable(task<> &&);
  void shutdown();
};
class scheduler {
public:
  static std::unique_ptr<scheduler> make_unique();
  virtual ~scheduler();
  std::size_t process_events(std::chrono::milliseconds timeout = {});
  awaiter schedule();
  awaiter yield();
  task<> yield_for(std::chrono::milliseconds);
  task<> schedule_after(std::chrono::milliseconds);
  task<> schedule(task<>);
  bool spawn_detached(task<> &&);
  task<> spawn_joinable(task<> &&);
  void shutdown();
};
class mutex {
public:
  awaiter lock();
  awaiter scoped_lock();
};
class condition_variable {
public:
  awaiter wait(int &);
};
namespace net::tcp {
class client {
public:
  task<> connect();
};
} // namespace net::tcp
} // namespace coro
