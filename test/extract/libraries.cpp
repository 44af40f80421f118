// Headers that a pack calls a library's are read if they are the project's own.
// RUN: rm -rf %t && split-file %s %t
// RUN: waitwise dump summary --root %t/project --packs %t/lib.yaml %t/project/main.cpp -- -I%t -I%t/project \
// RUN:   | FileCheck %s --implicit-check-not='function inVendor []' --implicit-check-not='function inOther []'

//--- lib.yaml
pack: lib
references: [https://example.org]
verified: a stub
headers: ["**/lib/*.h"]
rules:
  - function: lib::wait
    blocks: {kind: net, latency: slow}
    because: it waits
//--- project/lib/own.h
inline void inOwn() {}
//--- project/third_party/lib/vendor.h
inline void inVendor() {}
//--- other/lib/other.h
inline void inOther() {}
//--- project/main.cpp
#include "lib/own.h"
#include "other/lib/other.h"
#include "third_party/lib/vendor.h"
void use() {
  inOwn();
  inVendor();
  inOther();
}
// CHECK: function inOwn []
// CHECK-DAG: entity function inVendor [system]
// CHECK-DAG: entity function inOther [system]
