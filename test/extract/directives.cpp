// A directive is a call; a block that may run on other threads is a function of its own.
// RUN: waitwise dump summary %s -- -std=c++17 -fopenmp | FileCheck %s
// RUN: waitwise dump summary %s -- -std=c++17 | FileCheck %s --check-prefix=OFF --implicit-check-not='omp '
void use(int);
template <class F> void each(F f) { f(1); }
struct Guard { ~Guard(); };

// Without the flag it is an ordinary loop.
// OFF: function loop [
// OFF: use (local i: int)
// CHECK-LABEL: function loop [
// CHECK-NEXT: params: n: int
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: #0 #pragma omp parallel for (function loop::(omp parallel for:1): ?) @[[#@LINE+9]]:1
// CHECK-NEXT: #1 use (9: int)
// CHECK: move field loop::(omp parallel for:1)::n <- param n
// CHECK-LABEL: function loop::(omp parallel for:1) [
// CHECK-NEXT: locals: i: int, g: Guard
// CHECK: #1 use (local i: int)
// CHECK: #2 Guard::~Guard on local g: Guard ()
// CHECK: loop 0 header {{[0-9]+}} value field loop::(omp parallel for:1)::n
void loop(int n) {
#pragma omp parallel for
  for (int i = 0; i < n; ++i) {
    Guard g;
    use(i);
  }
  use(9);
}

// Blocks in blocks; what stays in place keeps its place and its variables.
// CHECK-LABEL: function nested [
// CHECK: #0 #pragma omp parallel (function nested::(omp parallel:1): ?)
// CHECK-LABEL: function nested::(omp parallel:1) [
// CHECK-NEXT: locals: k: int
// CHECK: #0 use (local k: int)
// CHECK-NEXT: #1 #pragma omp single nowait ()
// CHECK-NEXT: #2 #pragma omp task (function nested::(omp parallel:1)::(omp task:1): ?)
// CHECK-NEXT: #3 #pragma omp taskwait ()
// CHECK-LABEL: function nested::(omp parallel:1)::(omp task:1) [
// CHECK: #0 use (field nested::(omp parallel:1)::(omp task:1)::n: int)
void nested(int n) {
#pragma omp parallel
  {
#pragma omp single nowait
    {
      int k = 1;
      use(k);
    }
#pragma omp task
    use(n);
#pragma omp taskwait
  }
}

// A critical section takes its lock before anything in it, once.
// CHECK-LABEL: function locked [
// CHECK: block 1 -> 2
// CHECK-NEXT: #0 #pragma omp critical (global omp critical(name): ?)
// CHECK-NEXT: block 2 -> 3, 5 {{.*}}loop 0
// CHECK: #1 use (param n: int)
// CHECK: #2 #pragma omp end critical (global omp critical(name): ?)
void locked(int n) {
#pragma omp critical(name)
  while (n)
    use(n--);
}

// Lambdas are numbered as if there were no directives.
// CHECK-LABEL: function lambdas [
// CHECK: function lambdas::(lambda:1) [
// CHECK: #0 use (1: int)
// CHECK: function lambdas::(lambda:2) [
// CHECK: #0 use (2: int)
// CHECK: function lambdas::(lambda:3) [
// CHECK: #0 use (3: int)
void lambdas() {
  each([](int) { use(1); });
#pragma omp parallel
  each([](int) { use(2); });
  each([](int) { use(3); });
}
// CHECK-DAG: entity function #pragma omp parallel for [c system] ()
// CHECK-DAG: entity function loop::(omp parallel for:1) [main-file] () in loop
// CHECK-DAG: entity variable omp critical(name)
