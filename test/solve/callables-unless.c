// A callable that a condition keeps from being run is no entry.
// RUN: split-file %s %t
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.c -- \
// RUN:   | FileCheck %t/a.c --implicit-check-not=event-loop
//--- x.yaml
pack: x
references: [https://example.org]
constants: {LATER: 1, NEVER: 2}
rules:
  - function: watch
    runs: [{callable: arg 0, in: event-loop, unless: [{arg: 1, equals: NEVER}]}]
  - function: each
    runs: [{callable: arg 0, in: inline, unless: [{arg: 1, equals: NEVER}]}]
  - function: defer
    runs: [{callable: arg 0, in: event-loop, only-if: [{arg: 1, equals: LATER}, {arg: 1, is: zero}]}]
//--- a.c
typedef void callback(void);
void watch(callback *, int);
void each(callback *, int);
void defer(callback *, int);
static void watchedBad(void) {}
static void unsureBad(void) {}
static void unwatchedOk(void) {}
static void eachBad(void) {}
static void eachOk(void) {}
static void deferredBad(void) {}
static void undeferredOk(void) {}
// CHECK-DAG: event-loop watchedBad: passed to 'watch'
// CHECK-DAG: event-loop unsureBad: passed to 'watch' {{.*}} confidence medium
// CHECK-DAG: event-loop deferredBad: passed to 'defer'
void start(int how) {
  watch(watchedBad, 1);
  watch(unsureBad, how);
  watch(unwatchedOk, 2);
  each(eachBad, 1);
  each(eachOk, 2);
  defer(deferredBad, 0);
  defer(undeferredOk, 2);
}
