// What the tests need of nanobind, written from its documentation.
#pragma once
#include <cstddef>

namespace nanobind {
struct handle {};
struct object : handle {};
struct str : object {
  str(const char *);
};

template <typename... Ts> struct call_guard {};

struct gil_scoped_acquire {
  gil_scoped_acquire() noexcept;
  ~gil_scoped_acquire();
};
struct gil_scoped_release {
  gil_scoped_release() noexcept;
  ~gil_scoped_release();
};

struct module_ : object {
  template <typename Func, typename... Extra>
  module_ &def(const char *name, Func &&f, const Extra &...extra) {
    return *this;
  }
  static module_ import_(const char *name);
};

template <typename... Args> struct init {};
template <typename Func> struct new_ {
  new_(Func f);
};

template <typename T, typename... Ts> struct class_ : object {
  template <typename... Extra>
  class_(handle scope, const char *name, const Extra &...extra);
  template <typename Func, typename... Extra>
  class_ &def(const char *name, Func &&f, const Extra &...extra) {
    return *this;
  }
  template <typename... Args, typename... Extra>
  class_ &def(init<Args...> init, const Extra &...extra) {
    return *this;
  }
  template <typename Func, typename... Extra>
  class_ &def(new_<Func> &&n, const Extra &...extra) {
    return *this;
  }
  template <typename Func, typename... Extra>
  class_ &def_static(const char *name, Func &&f, const Extra &...extra) {
    return *this;
  }
  template <typename Getter, typename... Extra>
  class_ &def_prop_ro(const char *name, Getter &&g, const Extra &...extra) {
    return *this;
  }
  template <typename Getter, typename... Extra>
  class_ &def_prop_ro_static(const char *name, Getter &&g,
                             const Extra &...extra) {
    return *this;
  }
  template <typename Getter, typename Setter, typename... Extra>
  class_ &def_prop_rw(const char *name, Getter &&g, Setter &&s,
                      const Extra &...extra) {
    return *this;
  }
  template <typename Getter, typename Setter, typename... Extra>
  class_ &def_prop_rw_static(const char *name, Getter &&g, Setter &&s,
                             const Extra &...extra) {
    return *this;
  }
};

template <typename Func, typename... Extra>
object cpp_function(Func &&f, const Extra &...extra) {
  return {};
}

struct capsule : object {
  capsule(const void *ptr, void (*cleanup)(void *) noexcept = nullptr);
};

void register_exception_translator(void (*translator)(const void *, void *),
                                   void *payload = nullptr);

namespace detail {
template <typename... Args> struct overload_cast_impl {
  template <typename Return>
  constexpr auto operator()(Return (*f)(Args...)) const {
    return f;
  }
};
} // namespace detail
template <typename... Args>
static constexpr detail::overload_cast_impl<Args...> overload_cast = {};

object eval(const str &expr, handle global = {}, handle local = {});
void exec(const str &expr, handle global = {}, handle local = {});
} // namespace nanobind

#define NB_MODULE(name, variable)                                              \
  static void nanobind_init_##name(::nanobind::module_ &);                     \
  extern "C" void *PyInit_##name() {                                           \
    ::nanobind::module_ m;                                                     \
    nanobind_init_##name(m);                                                   \
    return nullptr;                                                            \
  }                                                                            \
  void nanobind_init_##name(::nanobind::module_ &variable)
