//===- checks/CpuHeavyUnderGil.cpp - cpu-heavy-under-gil ------------------===//
#include "checks/Heavy.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

Computing for longer than 5 ms (CPython's switch interval) in an extension
module that holds the interpreter lock.

## Why it matters

No other thread of the Python program runs meanwhile, however many cores there
are. Threads of C++ do run in parallel; the lock stops them.

## Example

```cpp python3
#include <Python.h>

static unsigned sum;

static PyObject *hash(PyObject *, PyObject *) {
  for (unsigned i = 0; i < 1u << 24; ++i)
    sum += i * 31;
  return PyLong_FromUnsignedLong(sum);
}

static PyMethodDef methods[] = {{"hash", hash, METH_NOARGS, nullptr}, {}};
```

## Instead

```cpp python3
#include <Python.h>

static unsigned sum;

static PyObject *hash(PyObject *, PyObject *) {
  Py_BEGIN_ALLOW_THREADS
  for (unsigned i = 0; i < 1u << 24; ++i)
    sum += i * 31;
  Py_END_ALLOW_THREADS
  return PyLong_FromUnsignedLong(sum);
}

static PyMethodDef methods[] = {{"hash", hash, METH_NOARGS, nullptr}, {}};
```

What has to touch Python objects all the time runs in parallel in processes
only.

## Limits

Times are estimates: operations are counted in the source, and a size that is
not known is taken as 1,000. A single pass over a container is reported by the
audit profile only. `cost:` in `.waitwise.yaml` sets sizes and times of
functions.
)";

static void run(const Solution &S, FindingSink Report) {
  reportHeavyWork(S, "cpu-heavy-under-gil", ContextKind::GilHeld, Report);
}

namespace waitwise {
extern const Check CpuHeavyUnderGil;
const Check CpuHeavyUnderGil = {
    {"cpu-heavy-under-gil",
     "Python's interpreter lock is held while C++ code computes", Doc, 1322},
    run};
} // namespace waitwise
