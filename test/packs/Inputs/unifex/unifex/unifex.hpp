// Declarations of libunifex that its pack names, after its documentation.
#pragma once
#include <coroutine>

namespace unifex {

struct sender {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
namespace _task {
template <typename T> struct _task {
  struct type : sender {
    struct promise_type {
      type get_return_object() { return {}; }
      std::suspend_always initial_suspend() { return {}; }
      std::suspend_always final_suspend() noexcept { return {}; }
      void return_void() {}
      void unhandled_exception() {}
    };
  };
};
} // namespace _task
template <typename T> using task = typename _task::_task<T>::type;

namespace _sync_wait_cpo {
struct _fn {
  template <typename S> void operator()(S &&) const {}
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};
namespace _sync_wait_r_cpo {
template <typename R> struct _fn {
  template <typename S> void operator()(S &&) const {}
};
} // namespace _sync_wait_r_cpo
template <typename R> inline constexpr _sync_wait_r_cpo::_fn<R> sync_wait_r{};

#define UNIFEX_ADAPTOR(space, name)                                            \
  namespace space::_cpo {                                                      \
  struct _fn {                                                                 \
    template <typename S, typename F> sender operator()(S &&, F &&) const {    \
      return {};                                                               \
    }                                                                          \
    template <typename F> sender operator()(F &&) const { return {}; }         \
  };                                                                           \
  }                                                                            \
  inline constexpr space::_cpo::_fn name{}
UNIFEX_ADAPTOR(_then, then);
UNIFEX_ADAPTOR(_let_v, let_value);
UNIFEX_ADAPTOR(_let_e, let_error);
UNIFEX_ADAPTOR(_let_d, let_done);
namespace _bulk_tfx {
struct _fn {
  template <typename S, typename F> sender operator()(S &&, F &&) const {
    return {};
  }
};
} // namespace _bulk_tfx
inline constexpr _bulk_tfx::_fn bulk_transform{};
namespace _on {
inline constexpr struct _fn {
  template <typename C, typename S> sender operator()(C &&, S &&) const {
    return {};
  }
} on{};
} // namespace _on
using _on::on;
namespace _schedule {
struct _fn {
  template <typename C> sender operator()(C &&) const { return {}; }
};
} // namespace _schedule
inline constexpr _schedule::_fn schedule{};

namespace _manual_event_loop {
class context {
public:
  void run();
  void stop();
};
} // namespace _manual_event_loop
using manual_event_loop = _manual_event_loop::context;
namespace _static_thread_pool {
class context {
public:
  class scheduler {};
  ~context();
  scheduler get_scheduler();
};
} // namespace _static_thread_pool
using static_thread_pool = _static_thread_pool::context;
namespace _single_thread {
class context {
public:
  ~context();
};
} // namespace _single_thread
namespace _new_thread {
class context {
public:
  class scheduler {};
  ~context();
};
} // namespace _new_thread
namespace linuxos {
class io_epoll_context {
public:
  class scheduler {};
  template <typename T> void run(T) {}
};
class io_uring_context {
public:
  class scheduler {};
  template <typename T> void run(T) {}
};
} // namespace linuxos
} // namespace unifex
