// Functions that Python calls hold its lock until they release it.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem /usr/include/python3.11 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <fcntl.h>
#include <unistd.h>

static void flush(int fd) { fsync(fd); }

static PyObject *saveBad(PyObject *, PyObject *) {
  int fd = open("file", O_RDWR | O_CREAT, 0600);
  // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: warning: 'open' waits for the disk
  // CHECK: :[[#@LINE+1]]:3: warning: 'fsync' (reached through 'flush') waits for the disk, up to 1 s in the bad case, while Python's interpreter lock is held [waitwise-blocking-under-gil]
  flush(fd);
  close(fd);
  Py_RETURN_NONE;
}

static PyObject *saveOk(PyObject *, PyObject *) {
  Py_BEGIN_ALLOW_THREADS
  int fd = open("file", O_RDWR | O_CREAT, 0600);
  flush(fd);
  close(fd);
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

// Called by nobody in Python.
void plainOk(int fd) { flush(fd); }

static PyMethodDef methods[] = {{"bad", saveBad, METH_VARARGS, nullptr},
                                {"ok", saveOk, METH_VARARGS, nullptr},
                                {nullptr, nullptr, 0, nullptr}};
