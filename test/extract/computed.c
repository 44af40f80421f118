// Arithmetic is kept as what a value is calculated from, not as a move.
// RUN: waitwise dump summary %s -- | FileCheck %s
int number(void);
void take(int);

// CHECK-LABEL: function sums
// CHECK: take (local %2: int)
// CHECK: take (12: int)
// CHECK: move local n <- local %1
// CHECK-NEXT: computed local %1 <- result #0
// CHECK-NEXT: computed local %1 <- param base
// CHECK-NEXT: computed local %2 <- local n
// CHECK-EMPTY:
void sums(int base) {
  int n = number() - base;
  take(2 * n);
  take(3 * 4);
}

// What is fetched from behind a pointer is no number that is calculated.
// CHECK-LABEL: function elements
// CHECK: take (param table: int)
// CHECK-NOT: {{^}}  computed
void elements(int *table) { take(*(table + 1)); }

// CHECK-LABEL: function nested
// CHECK: take (local %1: int)
// CHECK: computed local %0 <- param a
// CHECK-NEXT: computed local %1 <- local %0
// CHECK-NEXT: computed local %1 <- param b
void nested(int a, int b) { take((a << 1) / b); }
