// What functions cost: operations times the trips of the loops around them,
// callees with their parameters replaced, recursion by its shape.
// RUN: waitwise dump cost %s -- -std=c++20 | FileCheck %s --match-full-lines
#include <algorithm>
#include <netdb.h>
#include <unistd.h>
#include <vector>

// CHECK-DAG: small: computes 80
void small(char *p) {
  for (int i = 0; i < 16; ++i)
    p[i] = i * 7;
}
// CHECK-DAG: big: computes 1.0e+08
void big(char *p) {
  for (int i = 0; i < 1 << 24; ++i)
    p[i] = i * 7;
}
// CHECK-DAG: area: computes {{[0-9]+}} h·w + {{[0-9]+}} h{{.*}}
void area(int w, int h, char *p) {
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      p[y * w + x] += 3;
}
// CHECK-DAG: thumbnail: computes {{[0-9]+}}
void thumbnail(char *p) { area(16, 16, p); }
// CHECK-DAG: strip: computes {{[0-9]+}} columns{{.*}}
void strip(int columns, char *p) { area(columns, 2, p); }
// CHECK-DAG: pairs: computes {{[0-9]+}} v.size()^2{{.*}}
int pairs(const std::vector<int> &v) {
  int n = 0;
  for (std::size_t i = 0; i < v.size(); ++i)
    for (std::size_t j = i + 1; j < v.size(); ++j)
      n += v[i] == v[j];
  return n;
}
// A scanner in a scanner: the inner loop goes on where the outer one is.
// CHECK-DAG: words: computes {{[0-9]+}} trips
void words(const char *p, const char *end) {
  while (p < end) {
    while (p < end && *p == ' ')
      ++p;
    ++p;
  }
}
// CHECK-DAG: fib: computes {{[0-9]+}} 2^n
int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
// CHECK-DAG: ten: computes {{.*}}e+{{.*}}
int ten() { return fib(20); }
// CHECK-DAG: factorial: computes {{[0-9]+}} n
int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
struct Node {
  Node *left, *right;
  int value;
};
// CHECK-DAG: sum: computes {{[0-9]+}} trips
int sum(Node *n) { return n ? sum(n->left) + sum(n->right) + n->value : 0; }
// CHECK-DAG: sorted: computes {{[0-9]+}} v.size() log v.size(){{.*}}
void sorted(std::vector<int> &v) { std::sort(v.begin(), v.end()); }
// Of two ways only the heavier one is taken.
// CHECK-DAG: either: computes 1.0e+08
void either(bool all, char *p) {
  if (all)
    big(p);
  else
    small(p);
}
// CHECK-DAG: ask: computes {{[0-9]+}}, waits 50000000 ns
void ask(const char *host) {
  addrinfo *found;
  getaddrinfo(host, nullptr, nullptr, &found);
}
// CHECK-DAG: rest: computes {{[0-9]+}}, waits 20000000000 ns
void rest() {
  for (int i = 0; i < 10; ++i)
    sleep(2);
}
// CHECK-DAG: table: computes {{[0-9]}}
constexpr int square(int n) { return n ? 2 * n - 1 + square(n - 1) : 0; }
int table() {
  static constexpr int squares[] = {square(10), square(100)};
  return squares[1];
}
