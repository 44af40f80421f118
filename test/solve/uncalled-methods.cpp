// Methods of a widget that nothing in the program calls run where widgets live; what the program calls runs where that is.
// RUN: split-file %s %t
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --match-full-lines --implicit-check-not=Ok
//--- x.yaml
pack: x
references: [https://example.org]
slots: [{of: Widget, in: gui}]
rules:
  - function: inPool
    runs: [{callable: arg 0, in: io-pool}]
//--- a.cpp
struct Widget { virtual ~Widget(); };
struct Plain { void plainOk() {} };
extern "C" void inPool(void (*)(void *), void *);
extern "C" void keep(void (*)());

struct Window : Widget {
  explicit Window(int) { helperOk(); }
  ~Window() override {} // at the end, when nobody waits
  void reload() { helperOk(); }
  void helperOk() {}
  static void sharedOk() {}
};

struct Page : Window {
  Page() : Window(1) {}
  void show() { [] { lambdaOk(); }(); }
  static void lambdaOk() {}
  void shownByNameOk() {}
};

// A member function that is handed on is called by whoever has it.
void (Page::*handed)() = &Page::shownByNameOk;

// A base's constructor is called by those of derived classes.
// CHECK: gui Page::Page: a method of a 'Widget' {{.*}}
// CHECK: gui Page::show: a method of a 'Widget' {{.*}}
// CHECK: gui Window::reload: a method of a 'Widget' {{.*}}
