// Who waits for the interpreter lock waits for what its holders do while they
// hold it, and not for what a callee does after it has let go of it.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/py.yaml %t/ok.cpp -- -std=c++20 \
// RUN:   | FileCheck %s --check-prefix=OK --allow-empty --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --packs %t/py.yaml %t/bad.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/bad.cpp
// OK-NOT: waits for a lock
//--- py.yaml
pack: py
verified: a stub
references: [https://docs.python.org/3/c-api/init.html]
rules:
  - function: save
    releases: {lock: gil}
  - function: restore
    blocks: {kind: lock, lock: gil}
    acquires: {lock: gil}
    because: others have it
    instead: a thread of its own
//--- ok.cpp
#include <mutex>
#include <unistd.h>
extern "C" void save();
extern "C" void restore();
std::mutex connection;

static void ask() { sleep(1); }
static void askReleased() {
  save();
  ask();
  restore();
}
void open() {
  restore();
  askReleased();
  save();
}
void query() {
  std::lock_guard<std::mutex> lock(connection);
  restore();
  save();
}
//--- bad.cpp
#include <mutex>
#include <unistd.h>
extern "C" void save();
extern "C" void restore();
std::mutex connection;

static void ask() { sleep(1); }
static void askHeld() { ask(); }
void open() {
  restore();
  askHeld();
  save();
}
void query() {
  std::lock_guard<std::mutex> lock(connection);
  restore(); // CHECK: :[[#@LINE]]:{{.*}}'restore' waits for a lock, up to 1 s in the bad case (held by 'open' during 'sleep'), while 'connection' is held
  save();
}
