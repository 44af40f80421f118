// Virtual dispatch is told apart from calls whose target is plain.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Base {
  virtual void f();
  virtual void g() = 0;
  virtual ~Base();
};
struct Derived : Base {
  void f() override;
  void g() override;
};
struct Last final : Derived {
  void g() override;
};

// CHECK-LABEL: function dispatch
// CHECK: Base::f on param b: Base () -> void [virtual discarded]
// CHECK: Base::f on param d: Derived () -> void [discarded]
// CHECK: Last::g on param l: Last () -> void [discarded]
// CHECK: Derived::f on local o: Derived () -> void [discarded]
// CHECK: via local pm on param b: Base () -> void [discarded]
// CHECK: Base::~Base on param p: Base () [virtual destroy]
// CHECK: Derived::~Derived on local o: Derived () [destroy implicit]
void dispatch(Base &b, Derived &d, Last &l, Base *p) {
  b.f();
  d.Base::f();
  l.g();
  Derived o;
  o.f();
  void (Base::*pm)() = &Base::g;
  (b.*pm)();
  delete p;
}
// CHECK-DAG: entity function Derived::f {{.*}}virtual{{.*}} overrides(Base::f)
// CHECK-DAG: entity class Base [abstract
// CHECK-DAG: entity class Last [{{.*}}final] bases(Derived)
