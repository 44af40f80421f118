// What a lambda captures moves into a field of its closure, which its body reads.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
void use(int);
struct Timer {
  int period;
  // CHECK-LABEL: function Timer::start
  // CHECK: move field Timer::start::(lambda:1)::a <- param a
  // CHECK: move field Timer::start::(lambda:1)::b <- field Timer::period
  // CHECK: move local f <- function Timer::start::(lambda:1)
  void start(int a) {
    // CHECK-LABEL: function Timer::start::(lambda:1) [
    // CHECK: use (field Timer::start::(lambda:1)::a: int)
    // CHECK: use (field Timer::start::(lambda:1)::b: const int)
    // CHECK: use (field Timer::period: int)
    // CHECK: Timer::again on this: Timer ()
    // CHECK: move field Timer::start::(lambda:1)::(lambda:1)::a <- field Timer::start::(lambda:1)::a
    auto f = [this, &a, b = period] {
      use(a);
      use(b);
      use(period);
      again();
      // CHECK-LABEL: function Timer::start::(lambda:1)::(lambda:1) [
      // CHECK: use (field Timer::start::(lambda:1)::(lambda:1)::a: const int)
      auto g = [a] { use(a); };
      g();
    };
    f();
  }
  void again();
};
