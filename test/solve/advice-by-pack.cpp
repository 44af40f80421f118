// What to do instead is said in the words of the library through which the context was entered.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/calls.yaml --packs %t/loops.yaml \
// RUN:   --packs %t/extra.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp
//--- calls.yaml
pack: calls
references: [https://example.org]
rules:
  - function: "calls::wait"
    blocks: {kind: wait, latency: slow}
    because: it waits
    instead: {default: the default, event-loop: any loop, loops: loops say, extra: extras say}
//--- loops.yaml
pack: loops
references: [https://example.org]
rules:
  - function: "loops::post"
    runs: [{callable: arg 0, in: event-loop}]
//--- extra.yaml
pack: extra-timers
references: [https://example.org]
rules:
  - function: "extra::post"
    runs: [{callable: arg 0, in: event-loop}]
  - function: "extra::Handler::run"
    overrides: event-loop
//--- a.cpp
#include <uv.h>
namespace calls { void wait(); }
namespace loops { void post(void (*)()); }
namespace extra {
void post(void (*)());
struct Handler { virtual void run(); };
}
void first() { loops::post([] { calls::wait(); }); } // CHECK: :[[#@LINE]]:33: warning: 'calls::wait'
// CHECK: note: instead: loops say
void second() { extra::post([] { calls::wait(); }); } // CHECK: :[[#@LINE]]:34: warning: 'calls::wait'
// CHECK: note: instead: extras say
struct Third : extra::Handler { void run() override { calls::wait(); } }; // CHECK: :[[#@LINE]]:55: warning: 'calls::wait'
// CHECK: note: instead: extras say
void fourth(uv_timer_t *t) { uv_timer_start(t, [](uv_timer_t *) { calls::wait(); }, 1, 0); } // CHECK: :[[#@LINE]]:67: warning: 'calls::wait'
// CHECK: note: instead: any loop
