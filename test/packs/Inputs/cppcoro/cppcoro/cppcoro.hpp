// Declarations of cppcoro that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <coroutine>
#include <cstdint>
#include <string>

namespace cppcoro {

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
template <typename T = void> struct shared_task : awaiter {};
template <typename T> struct async_generator {};
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
template <typename T> struct recursive_generator {};
template <typename A> void sync_wait(A &&) {}
class io_service {
public:
  std::uint64_t process_events();
  std::uint64_t process_pending_events();
  std::uint64_t process_one_event();
  std::uint64_t process_one_pending_event();
  awaiter schedule();
  awaiter schedule_after(std::chrono::milliseconds);
};
class static_thread_pool {
public:
  static_thread_pool();
  ~static_thread_pool();
  awaiter schedule();
};
template <typename S, typename A> task<> schedule_on(S &, A) { return {}; }
template <typename S, typename A> task<> resume_on(S &, A) { return {}; }
class async_mutex {
public:
  awaiter lock_async();
};
class async_scope {
public:
  awaiter join();
};
class read_only_file {
public:
  static read_only_file open(io_service &, const std::string &);
};
class write_only_file {
public:
  static write_only_file open(io_service &, const std::string &);
};
class read_write_file {
public:
  static read_write_file open(io_service &, const std::string &);
};
} // namespace cppcoro
