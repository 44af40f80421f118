// Boost.Cobalt, as far as its pack looks at it; written from its documentation.
#include <coroutine>
#include <utility>

namespace boost::cobalt {
struct executor {};
struct context {};

struct awaitable_base {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
};
template <class T> struct result_of_wait : awaitable_base {
  T await_resume();
};
template <class T> struct promise_for {
  std::suspend_never initial_suspend();
  std::suspend_never final_suspend() noexcept;
  void unhandled_exception();
  template <class U> void return_value(U &&);
  template <class U> std::suspend_always yield_value(U &&);
  T get_return_object();
};
#define WAITWISE_COROUTINE(name)                                               \
  template <class T> struct name : result_of_wait<T> {                         \
    using promise_type = promise_for<name<T>>;                                 \
  }
WAITWISE_COROUTINE(task);
WAITWISE_COROUTINE(promise);
WAITWISE_COROUTINE(generator);
#undef WAITWISE_COROUTINE
struct detached {
  using promise_type = promise_for<detached>;
};
struct main {
  using promise_type = promise_for<main>;
};
struct thread {
  using promise_type = promise_for<thread>;
  result_of_wait<int> join();
};

template <class T> T run(task<T>);
template <class T, class Token> void spawn(task<T> &&, Token &&) {}
template <class T, class Token> void spawn(executor, task<T> &&, Token &&) {}
template <class Arg, class Body, class Exit> result_of_wait<int> with(Arg, Body, Exit) { return {}; }
struct wait_group {
  result_of_wait<int> wait(), wait_one();
};
template <class T> struct channel {
  result_of_wait<T> read();
  result_of_wait<int> write(T);
};
template <class... T> result_of_wait<int> join(T &&...);
template <class... T> result_of_wait<int> gather(T &&...);
template <class... T> result_of_wait<int> race(T &&...);
template <class... T> result_of_wait<int> left_race(T &&...);
} // namespace boost::cobalt
