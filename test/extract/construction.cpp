// Constructor initialisers, default member initialisers, new, delete, inheritance.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Lock { Lock(int); ~Lock(); };
int number();
struct Base { Base(int); };
struct Heir : Base {
  using Base::Base;
  Lock lock{1};
  int id = number();
  // CHECK-LABEL: function Heir::Heir
  // CHECK: Base::Base on this: Base (2: int) -> Base [construct base]
  // CHECK-NEXT: Lock::Lock on field Heir::lock: Lock (1: int) -> Lock [construct base]
  // CHECK-NEXT: #2 number ()
  // CHECK: move field Heir::id <- result #2
  Heir() : Base(2) {}
  // CHECK-LABEL: function Heir::Heir
  // CHECK: Heir::Heir on this: Heir () -> Heir [construct]
  Heir(char) : Heir() {}
};
// CHECK-LABEL: function heap
// CHECK: #0 Heir::Heir on ?: Heir () -> Heir [construct new]
// CHECK: Heir::~Heir on local h: Heir () [destroy]
// CHECK: Heir::Heir on local i: Heir (3: int) -> Heir [construct]
// CHECK: move local h <- result #0
void heap() {
  Heir *h = new Heir;
  delete h;
  Heir i(3);
}
