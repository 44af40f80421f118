// The python pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=python %s -- -std=c++20 \
// RUN:   -isystem /usr/include/python3.11 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 \
// RUN:   -isystem /usr/include/python3.11 -I%source/test/checks/Inputs > %t
// RUN: FileCheck %s --check-prefix=CTX < %t
// RUN: not grep 'onExit\|onSignal' %t
#include "task.h"
#include <Python.h>
#include <marshal.h>
#include <unistd.h>

PyThread_type_lock lock;
FILE *stream;

task importingBad() {
  PyImport_ImportModule("numpy");       // CHECK: :[[#@LINE]]:{{.*}}'PyImport_ImportModule' waits for the disk
  PyRun_SimpleFile(stream, "f.py");     // CHECK: :[[#@LINE]]:{{.*}}'PyRun_SimpleFileExFlags' waits for the disk
  PyMarshal_ReadObjectFromFile(stream); // CHECK: :[[#@LINE]]:{{.*}}'PyMarshal_ReadObjectFromFile' waits for the disk
  co_return;
}

task printingBad(PyObject *object) {
  FILE *f = fopen("f", "w");            // CHECK: :[[#@LINE]]:{{.*}}'fopen' waits for the disk
  PyObject_Print(object, f, 0);         // CHECK: :[[#@LINE]]:{{.*}}'PyObject_Print' waits for the disk
  co_return;
}

task interpreterBad() {
  Py_Initialize();                      // CHECK: :[[#@LINE]]:{{.*}}'Py_Initialize' waits for the disk, up to 20 ms
  Py_FinalizeEx();                      // CHECK: :[[#@LINE]]:{{.*}}'Py_FinalizeEx' waits
  PyRun_InteractiveLoop(stdin, "-");    // CHECK: :[[#@LINE]]:{{.*}}'PyRun_InteractiveLoopFlags' waits for the console
  co_return;
}

namespace own {
int Py_FinalizeEx() { return 0; }
struct importer { void PyImport_ImportModule(const char *) {} };
} // namespace own

task looksAlikeOk() {
  own::Py_FinalizeEx();
  own::importer().PyImport_ImportModule("numpy");
  PyImport_AddModule("numpy"); // asks only what is loaded
  co_return;
}

void gilOk() {
  PyGILState_STATE state = PyGILState_Ensure();
  PyThreadState *thread = PyEval_SaveThread();
  PyEval_RestoreThread(thread);
  Py_BEGIN_ALLOW_THREADS;
  Py_END_ALLOW_THREADS;
  PyGILState_Release(state);
}

// Blocking while the GIL is held stops every thread of Python.
PyObject *methodBad(PyObject *, PyObject *args) {
  sleep(1);                             // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while Python's interpreter lock is held
  return args;
}

PyObject *methodOk(PyObject *, PyObject *args) {
  Py_BEGIN_ALLOW_THREADS;
  sleep(1);
  Py_END_ALLOW_THREADS;
  return args;
}

void ensuredBad() {
  PyGILState_STATE state = PyGILState_Ensure();
  sleep(2);                             // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s, while Python's interpreter lock is held
  PyGILState_Release(state);
  sleep(3);
}

void locksOk() {
  if (PyThread_acquire_lock(lock, WAIT_LOCK))
    PyThread_release_lock(lock);
  if (PyThread_acquire_lock_timed(lock, 10, 0))
    PyThread_release_lock(lock);
}

// CTX-DAG: thread worker:
void worker(void *) {}
// CTX-DAG: gil-held pending:
int pending(void *) {
  PyImport_ImportModule("numpy"); // lets go of the lock while it reads
  return 0;
}
// CTX-DAG: gil-held destroy:
void destroy(PyObject *) {}
// CTX-DAG: gil-held initialise:
PyObject *initialise() { return nullptr; }
void onExit() {}
void onSignal(int) {}

void callbacks() {
  PyThread_start_new_thread(worker, nullptr);
  Py_AddPendingCall(pending, nullptr);
  PyCapsule_New(&lock, "lock", destroy);
  PyImport_AppendInittab("own", initialise);
  Py_AtExit(onExit);
  PyOS_setsig(2, onSignal);
  PyRun_SimpleString("import numpy");
}
