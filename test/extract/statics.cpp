// Initialisers of static storage form one function of the unit.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Registry { Registry(void (*)()); };
void a();
void b();
int compute(int);
struct Row { const char *name; void (*fn)(); };

// A static local is initialised where it stands.
// CHECK-LABEL: function local
// CHECK: move field Row::fn <- function b
void local() {
  static const Row rows[] = {{"b", b}};
  (void)rows;
}

// CHECK-LABEL: function (static initialisation) [internal implicit main-file]
// CHECK-DAG: Registry::Registry on global registered: Registry (function a: void () *) -> Registry [construct]
// CHECK-DAG: #[[C:[0-9]+]] compute (2: int)
// CHECK-DAG: move global ns::value <- result #[[C]]
// CHECK-DAG: move field Row::fn <- function a
// CHECK-DAG: move global Holder::shared <- function b
static Registry registered(&a);
namespace ns {
int value = compute(2);
}
constexpr Row table[] = {{"a", &a}};
struct Holder { static void (*shared)(); };
void (*Holder::shared)() = b;
const Row *keep = table;
