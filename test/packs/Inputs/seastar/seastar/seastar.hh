// Declarations of Seastar that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace seastar {

using sstring = std::string;
class scheduling_group {};
template <class T = void> class future {
public:
  struct promise_type {
    future get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  bool available() const;
  T get();
  void wait();
  template <class F> future<> then(F &&) { return {}; }
  template <class F> future<> then_unpack(F &&) { return {}; }
  template <class F> future<> then_wrapped(F &&) { return {}; }
  template <class F> future<T> finally(F &&) { return {}; }
  template <class F> future<T> handle_exception(F &&) { return {}; }
  template <class F> future<T> handle_exception_type(F &&) { return {}; }
};

class thread_attributes {};
class thread {
public:
  template <class F> explicit thread(F f) {}
  template <class F> thread(thread_attributes, F f) {}
  future<> join();
  static void yield();
  static void maybe_yield();
};
template <class F, class... A> future<> async(F &&, A &&...) { return {}; }
template <class F, class... A>
future<> async(thread_attributes, F &&, A &&...) { return {}; }
future<> yield();
future<> maybe_yield();
future<> sleep(std::chrono::milliseconds);

template <class T, class F> future<> do_with(T, F &&) { return {}; }
template <class R, class F> future<> do_for_each(R &, F) { return {}; }
template <class S, class F> future<> do_until(S, F) { return {}; }
template <class F> future<> repeat(F &&) { return {}; }
template <class F> future<> repeat_until_value(F &&) { return {}; }
template <class F> future<> keep_doing(F) { return {}; }
template <class R, class F> future<> parallel_for_each(R &&, F &&) {
  return {};
}
template <class R, class F>
future<> max_concurrent_for_each(R &&, std::size_t, F &&) { return {}; }
template <class R, class M, class V, class F>
future<V> map_reduce(R &&, M &&, V, F) { return {}; }
template <class L, class F> future<> with_lock(L &, F &&) { return {}; }
template <class L, class F> future<> with_shared(L &, F &&) { return {}; }
template <class G, class F> future<> with_gate(G &, F &&) { return {}; }
template <class G, class F> future<> try_with_gate(G &, F &&) { return {}; }
template <class S, class F> future<> with_semaphore(S &, std::size_t, F &&) {
  return {};
}
template <class F> future<> with_scheduling_group(scheduling_group, F) {
  return {};
}
template <class C, class F> future<> with_closeable(C &&, F) { return {}; }
template <class F, class... A> future<> futurize_invoke(F &&, A &&...) {
  return {};
}

struct smp {
  template <class F> static future<> submit_to(unsigned, F &&) { return {}; }
  template <class F> static future<> invoke_on_all(F &&) { return {}; }
  template <class F> static future<> invoke_on_others(unsigned, F) {
    return {};
  }
};
template <class S> class sharded {
public:
  template <class F, class... A> future<> invoke_on(unsigned, F &&, A &&...) {
    return {};
  }
  template <class F, class... A> future<> invoke_on_all(F, A...) { return {}; }
  template <class F, class... A> future<> invoke_on_others(F, A...) {
    return {};
  }
  template <class M> future<int> map(M) { return {}; }
  template <class M, class I, class R> future<I> map_reduce0(M, I, R) {
    return {};
  }
};
namespace alien {
class instance;
template <class F> void run_on(instance &, unsigned shard, F) {}
template <class F> std::future<int> submit_to(instance &, unsigned, F) {
  return {};
}
} // namespace alien

template <class Clock = std::chrono::steady_clock> class timer {
public:
  timer();
  explicit timer(std::function<void()> &&callback);
  timer(scheduling_group, std::function<void()> &&callback);
  void set_callback(std::function<void()> &&callback);
  void arm(std::chrono::milliseconds);
};
class reactor {
public:
  template <class F> void run_in_background(F &&) {}
};
class task {
public:
  virtual void run_and_dispose() noexcept = 0;
};
class app_template {
public:
  int run(int ac, char **av, std::function<future<int>()> &&func);
  int run_deprecated(int ac, char **av, std::function<void()> &&func);
};
class file_desc {
public:
  static file_desc open(sstring name, int flags, unsigned mode = 0);
  static file_desc temporary(sstring directory);
  void truncate(std::size_t);
  std::size_t pread(void *, std::size_t, long);
};
class condition_variable {
public:
  future<> wait();
};
class semaphore {
public:
  future<> wait(std::size_t = 1);
};

namespace coroutine {
class maybe_yield {
public:
  maybe_yield();
  future<> operator co_await();
};
namespace experimental {
template <class T> class generator;
}
} // namespace coroutine
namespace http {
struct request;
struct reply;
} // namespace http
namespace httpd {
class handler_base {
public:
  virtual ~handler_base();
  virtual future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request>,
         std::unique_ptr<http::reply>) = 0;
};
class function_handler {
public:
  function_handler(const std::function<sstring(const http::request &)> &f,
                   const sstring &type);
};
} // namespace httpd
namespace rpc {
template <class S> class protocol {
public:
  template <class F> void register_handler(int type, F &&) {}
  template <class F> void register_handler(int, scheduling_group, F &&) {}
};
} // namespace rpc
} // namespace seastar
