// What Python calls through the tables of an extension runs with the GIL.
// RUN: waitwise dump contexts %s -- -std=gnu17 -isystem /usr/include/python3.11 > %t
// RUN: FileCheck %s < %t
// RUN: not grep 'helper\|length_of' %t
#include <Python.h>

// CHECK-DAG: gil-held add:
static PyObject *add(PyObject *a, PyObject *b) { return a ? a : b; }
// CHECK-DAG: gil-held dealloc:
static void dealloc(PyObject *self) { (void)self; }
// CHECK-DAG: gil-held execute:
static int execute(PyObject *module) { return !module; }
// CHECK-DAG: gil-held get:
static PyObject *get(PyObject *self, void *closure) {
  return closure ? 0 : self;
}
// CHECK-DAG: gil-held init:
static int init(void *self) { return !self; }
// CHECK-DAG: gil-held length:
static Py_ssize_t length(PyObject *self) { return !self; }
// CHECK-DAG: gil-held method:
static PyObject *method(PyObject *self, PyObject *args) {
  return args ? args : self;
}
// CHECK-DAG: gil-held own:
static PyObject *own(int *self) { return (PyObject *)self; }
// CHECK-DAG: gil-held release:
static void release(void *module) { (void)module; }

// Of a type that only Python calls, whoever registers it.
// CHECK-DAG: gil-held creates:
PyObject *creates(PyTypeObject *type, PyObject *args, PyObject *names) {
  return type && names ? args : 0;
}
// CHECK-DAG: gil-held fast:
PyObject *fast(PyObject *self, PyObject *const *args, Py_ssize_t n) {
  return n ? args[0] : self;
}

// Not in a table of Python's.
static int helper(void *self) { return !self; }
struct other { Py_ssize_t (*sq_length)(PyObject *); };
static Py_ssize_t length_of(PyObject *self) { return !self; }
static const struct other mine = {length_of};

static PyMethodDef methods[] = {{"method", method, METH_VARARGS, 0},
                                {"own", (PyCFunction)own, METH_NOARGS, 0},
                                {0}};
static PyGetSetDef properties[] = {{"a", get, NULL, 0, 0}, {0}};
static PyNumberMethods number = {.nb_add = add};
static PySequenceMethods sequence = {.sq_length = length};
static PyTypeObject type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "x",
    .tp_dealloc = dealloc,
    .tp_as_number = &number,
    .tp_as_sequence = &sequence,
    .tp_getset = properties,
};
static PyType_Slot slots[] = {{Py_tp_init, init}, {0, 0}};
static PyType_Spec spec = {"y", 16, 0, 0, slots};
static PyModuleDef_Slot phases[] = {{Py_mod_exec, execute}, {0, 0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT,
                                    .m_methods = methods,
                                    .m_slots = phases,
                                    .m_free = release};

PyMODINIT_FUNC PyInit_x(void) {
  PyType_FromSpec(&spec);
  PyType_Ready(&type);
  return helper(0) && mine.sq_length ? 0 : PyModuleDef_Init(&module);
}
