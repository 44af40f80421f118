// A source with errors is read as far as it parses, and says so.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
// CHECK: unit {{.*}}partial.cpp C++ partial errors 4
// CHECK-NEXT: error {{.*}}partial.cpp:[[#@LINE+1]]:10: 'no/such/header.h' file not found
#include "no/such/header.h"
void good(int);

// CHECK: error {{.*}}partial.cpp:[[#@LINE+6]]:9: use of undeclared identifier 'missing'
// CHECK: error {{.*}}partial.cpp:[[#@LINE+9]]:3: unknown type name 'Unknown'
// CHECK: error {{.*}}partial.cpp:[[#@LINE+14]]:16: field has incomplete type 'struct Later'
// CHECK-LABEL: function half
// CHECK: good (1: int)
void half() {
  good( missing + 1);
  good(1);
}
struct Broken {
  Unknown u;
  // CHECK-LABEL: function Broken::fine
  // CHECK: good (2: int)
  void fine() { good(2); }
};
struct Holder {
  struct Later later;
  // CHECK-LABEL: function Holder::~Holder
  // CHECK: good (3: int)
  ~Holder() { good(3); }
};
