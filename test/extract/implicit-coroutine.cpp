// A coroutine that is defined only because its class template overrides a method may be the first in its unit to use a builtin function.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s

namespace std {
template <class R, class...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) { return {}; }
};
struct suspend_never {
  bool await_ready() noexcept { return true; }
  template <class H> void await_suspend(H) noexcept {}
  void await_resume() noexcept {}
};
} // namespace std

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

template <class T> struct Handler {
  Task operator()(T);
};
template <class T> Task Handler<T>::operator()(T) {
  co_await std::suspend_never();
}

Handler<int> h;
// CHECK: function Handler::operator()
// CHECK: await
