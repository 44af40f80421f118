// What templates are instantiated with is kept: types, numbers, functions, packs.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Widget { void shown(); int width; };
void called();
int counter;

template <class T, int N> struct array { void fill(); };
template <class... T> struct variant {};
template <auto V> void with();
template <class K, void (K::*M)()> void bind(K *);
template <class F> void run(F) {}
template <template <class...> class T> void holds();

void use(array<Widget *, -1> &a, variant<Widget, const char, Widget[]> *, Widget *w) {
  a.fill();
  with<called>();
  with<&Widget::width>();
  with<&counter>();
  with<nullptr>();
  with<true>();
  bind<Widget, &Widget::shown>(w);
  run([] {});
  holds<variant>();
}
// CHECK-DAG: entity class array [{{.*}} args(Widget *, -1) key
// CHECK-DAG: entity class variant [{{.*}} args(Widget, const char, Widget[]) key
// CHECK-DAG: entity function with [{{.*}} args(function called) key
// CHECK-DAG: entity function with [{{.*}} args(field Widget::width) key
// CHECK-DAG: entity function with [{{.*}} args(global counter) key
// CHECK-DAG: entity function with [{{.*}} args(null) key
// CHECK-DAG: entity function with [{{.*}} args(1) key
// CHECK-DAG: entity function bind [{{.*}} args(Widget, function Widget::shown) key
// CHECK-DAG: entity function run [{{.*}} args(use::(lambda:1)) key
// CHECK-DAG: entity function holds [{{.*}} args(?) key
