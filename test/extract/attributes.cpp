// Attributes, linkage and other facts of entities.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
[[noreturn]] void die();
void slow() [[clang::blocking]];
void fast() noexcept [[clang::nonblocking]];
[[clang::annotate("qt_slot")]] void slot();
extern "C" int c_function(const char *, ...);
static void hidden();
namespace lib { inline namespace v2 {
template <class T> struct Box { static T shared; void operator()(int); explicit operator bool(); };
} }
volatile int stop;

// CHECK-LABEL: function use
// CHECK: block {{.*}} noreturn
// CHECK: die ()
void use(lib::Box<int> &b) {
  slow(); fast(); slot(); c_function(""); hidden();
  b(1);
  b.shared = 2;
  if (b || stop) die();
}
static void hidden() {}
// CHECK-DAG: entity function die [noreturn main-file]
// CHECK-DAG: entity function slow [blocking main-file]
// CHECK-DAG: entity function fast [nonblocking main-file]
// CHECK-DAG: entity function slot [main-file] {{.*}} annotated "qt_slot"
// CHECK-DAG: entity function c_function [c variadic main-file] (const char *) : int key c:@F@c_function @
// CHECK-DAG: entity function hidden [internal main-file] () : void key {{.*}}@{{.*}}attributes.cpp @{{.*}}:[[#@LINE-6]]:13
// CHECK-DAG: entity function lib::Box::operator() [method main-file]
// CHECK-DAG: entity function lib::Box::operator bool [method main-file]
// CHECK-DAG: entity variable lib::Box::shared [static main-file] : int in lib::Box
// CHECK-DAG: entity variable stop [main-file volatile]
// CHECK-DAG: entity class lib::Box [callable main-file]
