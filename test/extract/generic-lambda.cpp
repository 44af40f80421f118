// A generic lambda is the call operator it was instantiated to, or a choice of them.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
void take(int);
struct A { void run(); };
struct B { void run(); };

// CHECK-LABEL: function once [
// CHECK: on local f: once::(lambda:1) (1: int)
// CHECK: move local f <- function once::(lambda:1)
// CHECK-LABEL: function once::(lambda:1) [
// CHECK: params: x: int
// CHECK: take (param x: int)
void once() {
  auto f = [](auto x) { take(x); };
  f(1);
}

// CHECK-LABEL: function twice [
// CHECK: move [[J:local %[0-9]+]] <- function twice::(lambda:1)
// CHECK: move [[J]] <- function twice::(lambda:1)
// CHECK: move local f <- [[J]]
// CHECK-LABEL: function twice::(lambda:1) [
// CHECK: A::run on param x
// CHECK-LABEL: function twice::(lambda:1) [
// CHECK: B::run on param x
void twice(A &a, B &b) {
  auto f = [](auto &x) { x.run(); };
  f(a);
  f(b);
}

// Called by nobody here: the pattern is read, as far as it is plain.
void forEach(int n, auto f);
// CHECK-LABEL: function never [
// CHECK: (1: int, function never::(lambda:1): never::(lambda:1))
// CHECK-LABEL: function never::(lambda:1) [
// CHECK: take (2: int)
// CHECK: via ? (
void never() {
  forEach(1, [](auto x) -> void {
    take(2);
    unknown(x);
  });
}
