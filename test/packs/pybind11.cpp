// The pybind11 pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=pybind11 %s -- -std=c++20 \
// RUN:   -isystem /usr/include/python3.11 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 \
// RUN:   -isystem /usr/include/python3.11 -I%source/test/checks/Inputs > %t
// RUN: FileCheck %s --check-prefix=CTX < %t
// RUN: not grep freed %t
#include "task.h"
#include <pybind11/embed.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <unistd.h>

namespace py = pybind11;

// Python's code, from C++.
task importsBad() {
  py::module_::import("numpy");    // CHECK: :[[#@LINE]]:{{.*}}'pybind11::module_::import' waits for the disk
  py::eval_file("f.py");           // CHECK: :[[#@LINE]]:{{.*}}'pybind11::eval_file' waits for the disk
  co_return;
}

task interpreterBad() {
  py::scoped_interpreter python;   // CHECK: :[[#@LINE]]:{{.*}}'pybind11::scoped_interpreter::scoped_interpreter' waits for the disk, up to 20 ms
  py::finalize_interpreter();      // CHECK: :[[#@LINE]]:{{.*}}'pybind11::finalize_interpreter' waits
  py::exec("import numpy");
  co_return;                       // CHECK: :[[#@LINE]]:{{.*}}'pybind11::scoped_interpreter::~scoped_interpreter' waits
}

namespace own {
struct module_ { static void import(const char *) {} };
void eval_file(const char *) {}
} // namespace own

task looksAlikeOk() {
  own::module_::import("numpy");
  own::eval_file("f.py");
  co_return;
}

void gilBad() {
  py::gil_scoped_release without;
  sleep(1);
  py::gil_scoped_acquire with;
  sleep(2);                        // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s, while Python's interpreter lock is held
}

// Functions for Python.
// CTX-DAG: gil-held plain:
int plain(int n) {
  sleep(3);                        // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s, while Python's interpreter lock is held
  py::gil_scoped_release without;
  sleep(4);
  return n;
}
// CTX-DAG: gil-held chosen:
int chosen(int n) { return n; }
int chosen(double n) { return int(n); }
// CTX-DAG: gil-held element:
int element(int n) { return n; }
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
counter make(int n) { return {n}; }
// A call guard releases the GIL.
int freed(int n) { return sleep(n); }

// CTX-DAG: gil-held pybind11_init_own:
PYBIND11_MODULE(own, m) {
  m.def("plain", &plain);
  m.def("chosen", py::overload_cast<int>(&chosen));
  m.def("element", py::vectorize(element));
  m.def("freed", &freed, py::call_guard<py::gil_scoped_release>());
  // CTX-DAG: gil-held pybind11_init_own::(lambda:1):
  m.def("lambda", [](int n) { return n; });
  py::class_<counter>(m, "counter")
      .def(py::init(&make))
      .def("count", &counter::count)
      .def_property("n", &counter::get, &counter::set);
  // CTX-DAG: gil-held pybind11_init_own::(lambda:2):
  m.attr("f") = py::cpp_function([] { return 1; });
  // CTX-DAG: gil-held pybind11_init_own::(lambda:3):
  m.attr("c") = py::capsule(&m, [](void *) {});
}
