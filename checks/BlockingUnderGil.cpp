//===- checks/BlockingUnderGil.cpp - blocking-under-gil -------------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting, made by a function that Python called, or
by any code between the taking and the release of the interpreter lock (GIL),
without releasing it around the wait.

## Why it matters

One thread at a time runs Python, and it is the one that holds the lock. While
an extension waits for a disk or a server with the lock held, every other thread
of the program waits with it; threads in Python only help with I/O because the
interpreter releases the lock around its own.

## Example

```cpp python3
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *pause(PyObject *self, PyObject *args) {
  (void)self, (void)args;
  sleep(1); /* every thread of the interpreter sleeps, too */
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"pause", pause, METH_VARARGS, nullptr},
                                {nullptr, nullptr, 0, nullptr}};
```

## Instead

```cpp python3
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *pause(PyObject *self, PyObject *args) {
  (void)self, (void)args;
  Py_BEGIN_ALLOW_THREADS
  sleep(1);
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"pause", pause, METH_VARARGS, nullptr},
                                {nullptr, nullptr, 0, nullptr}};
```

pybind11 has `py::gil_scoped_release`, and `py::call_guard` for a whole
function.

## Limits

A function that is handed to Python through a table that the program builds at
run time is not seen.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-under-gil", ContextKind::GilHeld, Report);
}

namespace waitwise {
extern const Check BlockingUnderGil;
const Check BlockingUnderGil = {
    {"blocking-under-gil",
     "native code waits while it holds the lock of the Python interpreter",
     Doc, 1322},
    run};
} // namespace waitwise
