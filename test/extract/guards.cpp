// A guard is constructed on its local and destroyed on every way out of its scope.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <mutex>
int work();
std::mutex m;

// CHECK-LABEL: function early
// CHECK: #0 std::lock_guard::lock_guard on local g: std::lock_guard (global m: std::mutex) {{.*}}[construct]
// CHECK-NEXT: #1 work
// CHECK: block 2
// CHECK-NEXT: std::lock_guard::~lock_guard on local g: std::lock_guard () [destroy implicit] @22:7
// CHECK: work ()
// CHECK-NEXT: work ()
// CHECK-NEXT: std::lock_guard::~lock_guard on local g: std::lock_guard () [destroy implicit] @25:3
// CHECK-NEXT: work ()
// CHECK-NOT: lock_guard
// CHECK: {{^$}}
void early() {
  {
    std::lock_guard<std::mutex> g(m);
    if (work())
      return;
    work();
    work();
  }
  work();
}

// CHECK-LABEL: function later
// CHECK: std::unique_lock::unique_lock on local u: std::unique_lock (global m: std::mutex, global std::defer_lock: const std::defer_lock_t)
// CHECK: std::unique_lock::lock on local u: std::unique_lock ()
// CHECK: std::unique_lock::unlock on local u: std::unique_lock ()
// CHECK: std::unique_lock::~unique_lock on local u: std::unique_lock () [destroy implicit]
void later() {
  std::unique_lock<std::mutex> u(m, std::defer_lock);
  u.lock();
  u.unlock();
}
