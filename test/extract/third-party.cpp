// Bodies in system headers are skipped; a glob makes a folder's headers alike.
// RUN: rm -rf %t && split-file %s %t
// RUN: waitwise dump summary %t/main.cpp -- -I%t -isystem %t/sys | FileCheck %s --check-prefixes=CHECK,READ
// RUN: waitwise dump summary --config=%t/config.yaml %t/main.cpp -- -I%t -isystem %t/sys | FileCheck %s --check-prefixes=CHECK,SKIP

//--- sys/sys.h
inline void inSystem() {}
//--- config.yaml
third-party: ['*/vendor/*']
//--- vendor/lib.h
inline void inVendor() {}
struct Vendored { void member() {} };
//--- own.h
inline void inProject() {}
//--- main.cpp
#include <sys.h>
#include "vendor/lib.h"
#include "own.h"
void use(Vendored v) {
  inSystem();
  inVendor();
  inProject();
}
// CHECK-NOT: function inSystem
// READ: function inVendor []
// SKIP-NOT: function inVendor [
// CHECK: function inProject []
// CHECK: function use [main-file]
// CHECK-DAG: entity function inSystem [system]
// READ-DAG: entity function inVendor []
// SKIP-DAG: entity function inVendor [system]
