// The nanobind pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=nanobind %s -- -std=c++20 \
// RUN:   -isystem %S/Inputs/nanobind -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 \
// RUN:   -isystem %S/Inputs/nanobind -I%source/test/checks/Inputs > %t
// RUN: FileCheck %s --check-prefix=CTX < %t
// RUN: not grep freed %t
#include "task.h"
#include <nanobind/nanobind.h>
#include <unistd.h>

namespace nb = nanobind;

task importsBad() {
  nb::module_::import_("numpy");   // CHECK: :[[#@LINE]]:{{.*}}'nanobind::module_::import_' waits for the disk
  nb::exec("import numpy");
  co_return;
}

namespace own {
struct module_ { static void import_(const char *) {} };
} // namespace own

task looksAlikeOk() {
  own::module_::import_("numpy");
  co_return;
}

void gilBad() {
  nb::gil_scoped_release without;
  sleep(1);
  nb::gil_scoped_acquire with;
  sleep(2);                        // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s, while Python's interpreter lock is held
}

// Functions for Python.
// CTX-DAG: gil-held plain:
int plain(int n) {
  sleep(3);                        // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s, while Python's interpreter lock is held
  nb::gil_scoped_release without;
  sleep(4);
  return n;
}
// CTX-DAG: gil-held chosen:
int chosen(int n) { return n; }
int chosen(double n) { return int(n); }
// CTX-DAG: gil-held counter::count:
// CTX-DAG: gil-held counter::get:
// CTX-DAG: gil-held counter::set:
struct counter {
  int count() { return n; }
  int get() const { return n; }
  void set(int value) { n = value; }
  int n = 0;
};
// CTX-DAG: gil-held make:
counter *make(int n) { return new counter{n}; }
// A call guard releases the GIL.
int freed(int n) { return sleep(n); }
// CTX-DAG: gil-held translate:
void translate(const void *, void *) {}

// CTX-DAG: gil-held nanobind_init_own:
NB_MODULE(own, m) {
  m.def("plain", &plain);
  m.def("chosen", nb::overload_cast<int>(&chosen));
  m.def("freed", &freed, nb::call_guard<nb::gil_scoped_release>());
  // CTX-DAG: gil-held nanobind_init_own::(lambda:1):
  m.def("lambda", [](int n) { return n; });
  nb::class_<counter>(m, "counter")
      .def(nb::init<>())
      .def(nb::new_(&make))
      .def("count", &counter::count)
      .def_prop_rw("n", &counter::get, &counter::set);
  // CTX-DAG: gil-held nanobind_init_own::(lambda:2):
  nb::cpp_function([] { return 1; });
  // CTX-DAG: gil-held nanobind_init_own::(lambda:3):
  nb::capsule(&m, [](void *) noexcept {});
  nb::register_exception_translator(translate);
}
