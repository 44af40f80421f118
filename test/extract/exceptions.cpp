// A throw destroys what exists there; a handler is reached from before its try block.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Guard {
  Guard();
  ~Guard();
};
int work();
void report();

// CHECK-LABEL: function caught
// CHECK: block 1 -> 2, [[DISPATCH:[0-9]+]]{{$}}
// CHECK-NEXT: Guard::Guard on local outer
// CHECK: block 2 -> [[THROW:[0-9]+]], {{[0-9]+}} if result #{{[0-9]+}} != 0
// CHECK-NEXT: Guard::Guard on local inner
// CHECK: block [[THROW]] -> [[DISPATCH]]
// CHECK-NEXT: Guard::~Guard on local inner: Guard () [destroy implicit] @{{[0-9]+}}:7
// CHECK-NEXT: block [[DISPATCH]] -> [[HANDLER:[0-9]+]]{{$}}
// CHECK-NEXT: block [[HANDLER]] ->
// CHECK-NEXT: report ()
// CHECK: Guard::~Guard on local outer
// CHECK: {{^$}}
void caught() {
  Guard outer;
  try {
    Guard inner;
    if (work())
      throw 1;
    work();
  } catch (...) {
    report();
  }
}

// CHECK-LABEL: function leaves
// CHECK: Guard::Guard on local g
// CHECK: Guard::~Guard on local g: Guard () [destroy implicit] @[[#@LINE+5]]:5
// CHECK: Guard::~Guard on local g: Guard () [destroy implicit] @[[#@LINE+5]]:1
void leaves() {
  Guard g;
  if (work())
    throw 2;
}
