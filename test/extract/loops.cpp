// Loops nest, have a header and say what bounds them.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <vector>
void work();
bool more();
struct Node { Node *next; };

// CHECK-LABEL: function counting
// CHECK: loop 0 header {{[0-9]+}} constant 16 restarts @
// CHECK: loop 1 header {{[0-9]+}} constant 5 restarts @
// CHECK: loop 2 header {{[0-9]+}} constant 11 restarts @
// CHECK: loop 3 header {{[0-9]+}} value param n restarts @
// CHECK: loop 4 header {{[0-9]+}} value param n @
// CHECK: loop 5 header {{[0-9]+}} in loop 0 constant 3 restarts @
void counting(int n) {
  for (int i = 0; i < 16; i++)
    for (int j = 0; j != 3; ++j)
      work();
  for (int i = 0; i < 10; i += 2) work();
  for (int i = 10; i >= 0; --i) work();
  for (int i = 0; i < n; i++) work();
  while (n--) work();
}

// CHECK-LABEL: function containers
// CHECK: loop 0 header {{[0-9]+}} container param v restarts @
// CHECK: loop 1 header {{[0-9]+}} container param v restarts @
// CHECK: loop 2 header {{[0-9]+}} container param v restarts @
// CHECK: loop 3 header {{[0-9]+}} constant 4 restarts @
void containers(std::vector<int> &v) {
  for (int x : v) work();
  for (std::size_t i = 0; i < v.size(); ++i) work();
  for (auto it = v.begin(); it != v.end(); ++it) work();
  int a[4];
  for (int x : a) work();
}

// CHECK-LABEL: function endless
// CHECK: loop 0 header {{[0-9]+}} infinite @
// CHECK: loop 1 header {{[0-9]+}} infinite @
// CHECK: loop 2 header {{[0-9]+}} unknown @
// CHECK: loop 3 header {{[0-9]+}} unknown @
// CHECK: loop 4 header {{[0-9]+}} unknown @
// CHECK-NOT: loop 5
// CHECK: {{^$}}
void endless(Node *n) {
  for (;;) {
    if (more()) break;
  }
  while (true) {
    if (more()) break;
  }
  do work(); while (more());
  for (Node *p = n; p; p = p->next) work();
again:
  work();
  if (more()) goto again;
  do { work(); } while (0);
}
