// Functions of a signature, and methods that carry an annotation, run where the pack says.
// RUN: split-file %s %t
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --match-full-lines --implicit-check-not=Ok
//--- x.yaml
pack: x
references: [https://example.org]
signatures:
  - {params: ["_object *", "_object *"], returns: "_object *", in: gil-held}
  - {params: [int, "..."], returns: [void, bool], in: realtime}
slots:
  - {annotation: qt_slot, of: Widget, in: gui}
  - {annotation: qt_slot, of: Object, in: event-loop}
  - {annotation: qt_invokable, of: Object, in: event-loop}
//--- a.cpp
// As Qt has it: nothing, unless somebody wants to know.
#ifndef QT_ANNOTATE_ACCESS_SPECIFIER
#define QT_ANNOTATE_ACCESS_SPECIFIER(x)
#endif
#ifndef QT_ANNOTATE_FUNCTION
#define QT_ANNOTATE_FUNCTION(x)
#endif
#define slots QT_ANNOTATE_ACCESS_SPECIFIER(qt_slot)
#define signals public QT_ANNOTATE_ACCESS_SPECIFIER(qt_signal)
#define INVOKABLE QT_ANNOTATE_FUNCTION(qt_invokable)
struct Object { virtual ~Object(); };
struct Widget : Object {};
struct Plain {
public slots:
  void unrelatedOk() {}
};

struct Window : Widget {
  void plainOk() {}
public slots:
  void clicked();
  void pressed() {}
protected:
  void afterOk() {}
  INVOKABLE void invoked() {}
signals:
  void changedOk() {}
};
void Window::clicked() {}

struct Model : Object {
private slots:
  void finished() {}
};

typedef struct _object PyObject;
static PyObject *function(PyObject *, PyObject *) { return nullptr; }
static PyObject *threeOk(PyObject *, PyObject *, PyObject *) { return nullptr; }
static PyObject *referenceOk(PyObject *, PyObject *&) { return nullptr; }
static const char *otherOk(PyObject *, PyObject *) { return nullptr; }
auto Lambda = [](PyObject *, PyObject *) -> PyObject * { return nullptr; };
struct Method { PyObject *memberOk(PyObject *, PyObject *) { return nullptr; } };
static void started(int, char **) {}
static bool asked(int) { return true; }
static bool pointerOk(int *) { return true; }

// CHECK: event-loop Model::finished: a 'qt_slot' of a 'Object' {{.*}}
// CHECK-DAG: event-loop Window::invoked: a 'qt_invokable' of a 'Object' {{.*}}
// CHECK-DAG: gui Window::clicked: a 'qt_slot' of a 'Widget' {{.*}}
// CHECK-DAG: gui Window::pressed: a 'qt_slot' of a 'Widget' {{.*}}
// CHECK-DAG: gil-held function: of a type that 'x' calls there {{.*}}
// CHECK-DAG: gil-held {{.*}}(lambda:1): of a type that 'x' calls there {{.*}}
// CHECK-DAG: realtime started: of a type that 'x' calls there {{.*}}
// CHECK-DAG: realtime asked: of a type that 'x' calls there {{.*}}
