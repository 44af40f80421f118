// Lambdas are numbered in their enclosing function, variable or class, and keyed by it.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
template <class F> void run(F f) { f(); }
namespace app {
inline namespace v1 {
// CHECK-DAG: entity function app::outer::(lambda:1) {{.*}} in app::outer key c:@N@app@N@v1@F@outer##lambda:1 @
// CHECK-DAG: entity function app::outer::(lambda:2) {{.*}} in app::outer key c:@N@app@N@v1@F@outer##lambda:2 @
// CHECK-DAG: entity function app::outer::(lambda:2)::(lambda:1) {{.*}} in app::outer::(lambda:2) key c:@N@app@N@v1@F@outer##lambda:2#lambda:1 @
// CHECK-DAG: entity function app::outer::(lambda:3) {{.*}} key c:@N@app@N@v1@F@outer##lambda:3 @
void outer() {
  run([] {});
  run([] {
    run([] {});
  });
  if (true) {
    run([] {});
  }
}
} // namespace v1
// CHECK-DAG: entity function app::global::(lambda:1) {{.*}} key {{.*}}global@{{.*}}lambda-names.cpp#lambda:1 @
// CHECK-DAG: entity function app::second::(lambda:1) {{.*}} key {{.*}}second@{{.*}}lambda-names.cpp#lambda:1 @
auto global = [] {};
static auto second = [] {};
struct Widget {
  // CHECK-DAG: entity function app::Widget::(lambda:1) {{.*}}:[[#@LINE+1]]:
  void (*callback)() = [] {};
  // CHECK-DAG: entity function app::Widget::(lambda:2) {{.*}}:[[#@LINE+1]]:
  void (*other)() = [] {};
};
Widget widget;
} // namespace app
namespace {
// CHECK-DAG: entity function (anonymous namespace)::hidden::(lambda:1) {{.*}}@{{.*}}lambda-names.cpp#lambda:1 @
void hidden() {
  run([] {});
}
} // namespace
void call() {
  hidden();
  // Each lambda makes an instance of run of its own, with a key of its own.
  // CHECK-DAG: entity function run [{{.*}} args(app::outer::(lambda:1)) key [[K:c:lambda-names.cpp@F@run<.*]]#DB2391D1866CE884@
  // CHECK-DAG: entity function run [{{.*}} args(app::outer::(lambda:2)) key [[K]]#62909C354CEB6DA1@
}
