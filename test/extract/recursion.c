// An argument that is a parameter less a constant is told from other ones.
// RUN: waitwise dump summary %s -- | FileCheck %s
// CHECK-LABEL: function fib
// CHECK: fib (less local %{{[0-9]}}: int)
// CHECK: fib (less local %{{[0-9]}}: int)
int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
// CHECK-LABEL: function halves
// CHECK: halves (local %0: int)
void halves(int n) {
  if (n)
    halves(n / 2);
}
