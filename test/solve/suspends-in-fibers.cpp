// A wait that suspends a fiber blocks other contexts, and is silent in that one.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 | FileCheck %s --check-prefix=IN
// IN: fiber fiberOk: takes a 'x::yield'
//--- x.yaml
pack: x
references: [https://example.org]
parameters: [{type: "x::yield", in: fiber}]
rules:
  - function: "x::mutex::lock"
    blocks: {kind: wait, latency: slow, except-in: [fiber, cpu-pool]}
    because: it waits for its turn
  - function: "x::post"
    runs: [{callable: arg 0, in: event-loop}]
//--- a.cpp
namespace x {
struct yield {};
struct mutex { void lock(); };
void post(void (*)());
}
x::mutex m;
static void helper() {
  m.lock();
}
void fiberOk(x::yield) {
  m.lock();
  helper();
}
void registered() {
  x::post([] {
    m.lock(); // CHECK: :[[#@LINE]]:{{.*}} 'x::mutex::lock' waits for another thread{{.*}} blocks the event loop
    helper(); // CHECK: :[[#@LINE]]:{{.*}} 'x::mutex::lock' (reached through 'helper') {{.*}} blocks the event loop
  });
}
