// Two-way branches say what they test, negations folded in.
// RUN: waitwise dump summary %s -- -std=gnu11 | FileCheck %s
int fork(void);
int try_lock(void);
void child(void), parent(void), failed(void);
struct file { int flags, fd; };

// CHECK-LABEL: function forks
// CHECK: block 1 -> [[CHILD:[0-9]+]], {{[0-9]+}} if result #0 == 0
// CHECK: block [[CHILD]] ->
// CHECK-NEXT: child ()
// CHECK: if local pid < 0
// CHECK-NEXT: {{block}}
// CHECK-NEXT: failed ()
void forks(void) {
  int pid;
  if ((pid = fork()) == 0)
    child();
  else if (0 > pid)
    failed();
  else
    parent();
}

// CHECK-LABEL: function switches
// CHECK: block 1 -> [[ERR:[0-9]+]], [[NEXT:[0-9]+]] if result #[[F:[0-9]+]] == -1
// CHECK: block [[ERR]] ->
// CHECK-NEXT: failed ()
// CHECK: block [[NEXT]] -> {{[0-9]+}}, {{[0-9]+}} if result #[[F]] == 0
void switches(void) {
  switch (fork()) {
  case -1: failed(); break;
  case 0: child(); break;
  default: parent();
  }
}

// CHECK-LABEL: function tests
// CHECK: if result #0 == 0{{ |$}}
// CHECK: if field file::fd < 0
// CHECK: -> [[SET:[0-9]+]], [[CLEAR:[0-9]+]] if field file::flags has 4
// CHECK: block [[CLEAR]] ->
// CHECK-NEXT: failed ()
// CHECK: -> [[SET2:[0-9]+]], {{[0-9]+}} if field file::flags has 8
// CHECK: block [[SET2]] ->
// CHECK-NEXT: parent ()
// CHECK: if param f != 0
// CHECK: if result #{{[0-9]+}} != 0
void tests(struct file *f) {
  if (!try_lock())
    return;
  if (!(f->fd >= 0))
    return;
  if (!(f->flags & 4))
    failed();
  if ((f->flags & 8) == 8)
    parent();
  if (f && __builtin_expect(!!try_lock(), 1))
    child();
}

// What can never be is no successor.
// CHECK-LABEL: function pruned
// CHECK-NOT: failed
// CHECK: {{^$}}
void pruned(void) {
  if (0)
    failed();
}
