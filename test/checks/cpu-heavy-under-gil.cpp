// The interpreter lock is not held while C++ code computes for long.
// RUN: waitwise check --fail-on none --checks 'cpu-heavy-*' %s -- -std=c++20 \
// RUN:   -isystem /usr/include/python3.11 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static unsigned mixed;
static void mix(unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i)
    mixed = mixed * 31 + i;
}

static PyObject *hashBad(PyObject *, PyObject *) {
  // CHECK: :[[#@LINE+1]]:3: warning: 'mix' computes about {{.*}} while Python's interpreter lock is held [waitwise-cpu-heavy-under-gil]
  mix(1 << 26);
  return PyLong_FromUnsignedLong(mixed);
}
static PyObject *releasedOk(PyObject *, PyObject *) {
  Py_BEGIN_ALLOW_THREADS
  mix(1 << 25);
  Py_END_ALLOW_THREADS
  return PyLong_FromUnsignedLong(mixed);
}
static PyObject *shortOk(PyObject *, PyObject *) {
  mix(1 << 10);
  return PyLong_FromUnsignedLong(mixed);
}

static PyMethodDef methods[] = {{"hash", hashBad, METH_NOARGS, nullptr},
                                {"release", releasedOk, METH_NOARGS, nullptr},
                                {"short", shortOk, METH_NOARGS, nullptr},
                                {}};
void *keep() { return methods; }
