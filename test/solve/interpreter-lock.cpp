// Where Python's interpreter lock is held: entries, regions, and until when.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/py.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:
//--- py.yaml
pack: py
verified: a stub
references: [https://docs.python.org/3/c-api/init.html]
fields: [{field: "Method::run", in: gil-held}]
rules:
  - function: save
    releases: {lock: gil}
  - function: restore
    acquires: {lock: gil}
  - function: "release::release"
    releases: {lock: gil, guard: true}
  - function: "acquire::acquire"
    acquires: {lock: gil, guard: true}
//--- a.cpp
#include <unistd.h>
extern "C" void save();
extern "C" void restore();
struct release { release(); ~release(); };
struct acquire { acquire(); ~acquire(); };
struct Method { void (*run)(); };

static void heldBad() {
  sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while Python's interpreter lock is held [waitwise-blocking-under-gil]
}
static void regionOk() {
  save();
  sleep(2);
  restore();
}
static void afterRegionBad() {
  save();
  restore();
  sleep(3); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s
}
static void guardOk() {
  release open;
  sleep(4);
}
static void afterGuardBad() {
  { release open; }
  sleep(5); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 5 s
}
static void deep() { sleep(6); }
static void deeperBad() {
  deep(); // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'deep') sleeps, for 6 s
}
static void release_and_wait() {
  save();
  sleep(7);
  restore();
}
static void calleeReleasesOk() { release_and_wait(); }
void ownThreadBad() {
  sleep(8);
  acquire lock;
  sleep(9); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 9 s
}
void ownThreadOk() {
  { acquire lock; }
  sleep(10);
}
Method methods[] = {{heldBad}, {regionOk}, {afterRegionBad}, {guardOk},
                    {afterGuardBad}, {deeperBad}, {calleeReleasesOk}};
