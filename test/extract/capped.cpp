// A number that min() caps is its cap, and calculated from what it caps.
// RUN: waitwise dump summary %s -- | FileCheck %s
#include <algorithm>
unsigned number();
void take(unsigned);

// CHECK-LABEL: function capped
// CHECK: move local n <- 8
// CHECK-NEXT: computed local n <- result #0
// CHECK-EMPTY:
void capped() {
  unsigned n = std::min(number(), 8u);
  take(n);
}
