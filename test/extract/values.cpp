// Constants are known: macros, enumerators, flags, null, strings, durations.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <algorithm>
#include <chrono>
#define TIMEOUT (2 * 500)
enum Plain { First = 3 };
enum class Flag : unsigned { dontwait = 0x40 };
void take(...);
template <class T> void give(T);
constexpr int twice(int n) { return 2 * n; }

// CHECK-LABEL: function constants
// CHECK: take (1000: int, 3: Plain, -1: int, 8: unsigned long)
// CHECK-NEXT: take (null: std::nullptr_t, null: char *, "hi\0A": char[])
// CHECK-NEXT: give (64: Flag)
// CHECK-NEXT: twice (4: int)
// CHECK-NEXT: take (8: int)
void constants() {
  take(TIMEOUT, First, -1, sizeof(long));
  take(nullptr, (char *)0, "hi\n");
  give(Flag::dontwait);
  take(twice(4));
}

// CHECK-LABEL: function flags
// CHECK: take (bits 2112: int)
// CHECK-NEXT: take (?: int)
void flags(int f) {
  take(f | 04000 | 0x40);
  take(f & 0x40);
}

// CHECK-LABEL: function ceilings
// CHECK: take (1000: int, 50: int)
// CHECK: take (8: unsigned long, 9: const int)
// CHECK: take (local %0: int)
void ceilings(int n, unsigned long m) {
  take(n < 1000 ? n : 1000, 50 > n ? n : 50);
  take(m >= 8 ? 8 : m, std::min(9, n));
  take(n < 1000 ? 1000 : n);
}

// CHECK-LABEL: function durations
// CHECK: give (5000000ns: std::chrono::duration<long, std::ratio<1, 1000>>)
// CHECK: give (100000ns:
// CHECK: give (90000000000ns:
// CHECK: give (local d:
// CHECK: move local d <- 0ns
void durations() {
  using namespace std::chrono_literals;
  give(std::chrono::milliseconds(5));
  give(100us);
  give(1min + 30s);
  auto d = std::chrono::seconds::zero();
  give(d);
}
