// A branch on try_lock or on owns_lock names the call that it tests.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <mutex>
std::mutex m;
void held();
void idle();

// CHECK-LABEL: function direct
// CHECK: block 1 -> [[YES:[0-9]+]], {{[0-9]+}} if result #0 != 0
// CHECK-NEXT: #0 std::mutex::try_lock on global m: std::mutex () -> bool
// CHECK: block [[YES]] ->
// CHECK-NEXT: held ()
void direct() {
  if (m.try_lock())
    held();
}

// CHECK-LABEL: function stored
// CHECK: if local ok == 0
// CHECK: move local ok <- result #0
void stored() {
  if (bool ok = m.try_lock(); !ok)
    idle();
}

// CHECK-LABEL: function owned
// CHECK: if result #1 == 0
// CHECK: #1 std::unique_lock::owns_lock on local u: std::unique_lock ()
// CHECK: if result #[[BOOL:[0-9]+]] != 0
// CHECK: #[[BOOL]] std::unique_lock::operator bool on local u
void owned() {
  std::unique_lock u(m, std::try_to_lock);
  if (!u.owns_lock())
    return;
  if (u)
    held();
}
