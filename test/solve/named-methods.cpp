// A text names a method of an object's class: by name, by types, in bases, overriders and derived classes.
// RUN: split-file %s %t
// RUN: waitwise dump contexts --packs %t/bus.yaml %t/a.cpp -- -std=c++17 -isystem %t/sys \
// RUN:   | FileCheck %s --implicit-check-not='{{^[a-z-]+ }}'
// RUN: waitwise check --fail-on none --packs %t/bus.yaml %t/a.cpp -- -std=c++17 -isystem %t/sys \
// RUN:   | FileCheck %s --check-prefix=TYPES --implicit-check-not={{warning|error}}:
// TYPES: warning: 'usleep' sleeps, for 21 ms

// CHECK: event-loop Base::inherited: passed to 'bus::connect'
// CHECK: event-loop Base::overridden: passed to 'bus::connect'
// CHECK: event-loop Derived::overridden: passed to 'bus::connect'
// CHECK: event-loop Empty::onClick: passed to 'bus::connect'
// CHECK: event-loop Empty::onClose: passed to 'bus::connect'
// CHECK: event-loop Only::onlyHere: passed to 'bus::connect' [a.cpp:{{[0-9]+}}] confidence medium
// CHECK: event-loop Values::set: passed to 'bus::connect' 
// CHECK: event-loop Values::setAll: passed to 'bus::connect'
// CHECK: event-loop Values::setMany: passed to 'bus::connect'
// CHECK: event-loop Wrapped::called: passed to 'bus::connect'
// CHECK: gui Form::on_ok_clicked: passed to 'bus::connectAll'
// CHECK: gui FormBase::on_menu_opened: passed to 'bus::connectAll'

//--- bus.yaml
pack: bus
references: [https://example.org]
rules:
  - function: "bus::flag"
    passes: arg 0
  - function: "bus::connect"
    runs: [{method: arg 1, of: arg 0, in: event-loop}]
  - function: "bus::connectAll"
    runs: [{method: "on_*_*", of: arg 0, in: gui}]

//--- sys/bus.h
struct Object { virtual ~Object() = default; };
namespace bus {
const char *flag(const char *);
void connect(Object *, const char *);
void connectAll(Object *);
} // namespace bus

//--- a.cpp
#include <bus.h>
#include <unistd.h>
#define SLOT(a) bus::flag("1" #a "\0" __FILE__)

struct Text {};
template <class T> struct List {};

struct Values : Object {
  void set(const Text &) { usleep(22000); }
  void set(int) { usleep(21000); }
  void setAll(const List<List<int>> &, const char *) {}
  void setMany(int, int = 0) {}
  void setNone() {}
};
void types(Values *v) {
  bus::connect(v, "1set(int)");
  bus::connect(v, SLOT(setAll(List<List<int> >, const char *)));
  bus::connect(v, SLOT(setMany(int)));
  // No such method: too many parameters, another name, a text without one.
  bus::connect(v, SLOT(setNone(int)));
  bus::connect(v, SLOT(setNobody()));
  bus::connect(v, "1");
  bus::connect(v, nullptr);
}

struct Base : Object {
  void inherited() {}
  void hidden() {}
  virtual void overridden() {}
};
struct Derived : Base {
  void overridden() override {}
};
struct Other : Object {
  void inherited() {}
  void overridden() {}
};
void bases(Derived *d, Base *b) {
  bus::connect(d, SLOT(inherited()));
  bus::connect(b, SLOT(overridden()));
  b = new Derived;
}

// The class of the object is not known, but there is one such method.
struct Only : Object {
  void onlyHere() {}
};
void derived(Object *o) { bus::connect(o, SLOT(onlyHere())); }

struct FormBase : Object {
  void on_menu_opened() {}
};
struct Form : FormBase {
  Form() { bus::connectAll(this); }
  void on_ok_clicked() {}
  void onOk() {}
};

// The text comes in by a parameter, or from one of two places.
struct Wrapped : Object {
  void called() {}
};
void attach(Object *o, const char *slot) { bus::connect(o, slot); }
void wrapped(Wrapped *w) { attach(w, SLOT(called())); }
struct Empty : Object {
  void onClick() {}
  void onClose() {}
};
void either(Empty *e, bool close) { bus::connect(e, close ? SLOT(onClose()) : SLOT(onClick())); }
