// Declarations of stdexec that its pack names, after its documentation.
#pragma once
#include <coroutine>
#include <cstddef>

namespace stdexec {

struct sender {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct sync_wait_t {
  template <class S> void operator()(S &&) const {}
};
inline constexpr sync_wait_t sync_wait{};
struct sync_wait_with_variant_t {
  template <class S> void operator()(S &&) const {}
};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};

template <class> struct __adaptor_t {};
struct then_t {
  template <class S, class F> sender operator()(S &&, F &&) const { return {}; }
  template <class F> sender operator()(F &&) const { return {}; }
};
inline constexpr then_t then{};
struct upon_error_t : then_t {
  template <class S, class F> sender operator()(S &&, F &&) const { return {}; }
};
struct upon_stopped_t : then_t {
  template <class S, class F> sender operator()(S &&, F &&) const { return {}; }
};
namespace __let {
template <class T> struct __let_t {
  template <class S, class F> sender operator()(S &&, F &&) const { return {}; }
};
} // namespace __let
struct let_value_t : __let::__let_t<let_value_t> {};
inline constexpr let_value_t let_value{};
namespace __bulk {
template <class T> struct __generic_bulk_t {
  template <class S, class P, class F>
  sender operator()(S &&, P &&, std::size_t, F &&) const {
    return {};
  }
};
} // namespace __bulk
struct bulk_t : __bulk::__generic_bulk_t<bulk_t> {};
inline constexpr bulk_t bulk{};
struct starts_on_t {
  template <class C, class S> sender operator()(C &&, S &&) const { return {}; }
};
inline constexpr starts_on_t starts_on{};
struct on_t {
  template <class C, class S> sender operator()(C &&, S &&) const { return {}; }
};
inline constexpr on_t on{};
struct run_loop {
  void run();
  void finish();
};
class parallel_scheduler {};
template <class T> struct task : sender {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
} // namespace stdexec

namespace experimental::execution {
using stdexec::sender;
namespace __task {
template <class T, class C = void> class basic_task : public stdexec::task<T> {
public:
  struct promise_type : stdexec::task<T>::promise_type {
    basic_task get_return_object() { return {}; }
  };
};
struct __reschedule_coroutine_on_t {
  template <class S> sender operator()(S &&) const { return {}; }
};
} // namespace __task
inline constexpr __task::__reschedule_coroutine_on_t reschedule_coroutine_on{};
template <class T> using task = __task::basic_task<T>;
namespace _pool_ {
class _static_thread_pool {
public:
  class scheduler {};
  ~_static_thread_pool();
  scheduler get_scheduler();
};
} // namespace _pool_
struct static_thread_pool : private _pool_::_static_thread_pool {
  using _static_thread_pool::get_scheduler;
};
class single_thread_context {
public:
  ~single_thread_context();
};
namespace __io_uring {
class __context {
public:
  void run_until_stopped();
  void run_until_empty();
};
} // namespace __io_uring
using io_uring_context = __io_uring::__context;
} // namespace experimental::execution
namespace exec = experimental::execution;
