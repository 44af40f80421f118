// Templates are read as instantiated: functions, members, friends, local classes.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
void leaf(int);
template <class T> struct Queue {
  T item;
  void push(T t) { item = t; leaf(1); }
  template <class U> void each(U u) { u(); }
  friend void drain(Queue &q) { leaf(2); }
  void unused() { leaf(99); }
};
template <class T> void wrap(T t) {
  struct Local { void go() { leaf(3); } };
  Local().go();
  if constexpr (sizeof(T) == 1)
    leaf(98);
}
template <> void wrap<char *>(char *) { leaf(4); }

// CHECK-NOT: leaf (9{{[89]}}: int)
// CHECK-DAG: function Queue::push [method main-file]
// CHECK-DAG: move field Queue::item <- param t
// CHECK-DAG: leaf (1: int)
// CHECK-DAG: function Queue::each [method {{.*}}main-file]
// CHECK-DAG: function drain [main-file]
// CHECK-DAG: leaf (2: int)
// CHECK-DAG: function wrap [main-file]
// CHECK-DAG: function wrap::Local::go [method
// CHECK-DAG: leaf (3: int)
// CHECK-DAG: leaf (4: int)
// CHECK-DAG: entity class Queue [main-file] args(int) key c:@S@Queue>#I@
void use() {
  Queue<int> q;
  q.push(1);
  q.each([] {});
  drain(q);
  wrap(2);
  wrap((char *)nullptr);
}
