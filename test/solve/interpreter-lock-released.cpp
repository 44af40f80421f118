// A lock that is only taken while the interpreter lock is released, or only tried for, keeps no Python waiting; one that is waited for does.
// RUN: split-file %s %t
// RUN: waitwise check --profile strict --fail-on none --packs %t/py.yaml %t/a.cpp -- -std=c++20 \
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
//--- a.cpp
#include <mutex>
#include <unistd.h>
extern "C" void save();
extern "C" void restore();
struct Method { void (*run)(); };

static std::mutex quiet, loud;

// Too short for those who take it from a thread.
static void waitOk() {
  std::lock_guard<std::mutex> lock(quiet);
  usleep(8000);
}
static void releasedOk() {
  save();
  waitOk();
  restore();
}

static void waitBad() {
  std::lock_guard<std::mutex> lock(loud);
  usleep(9000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 9 ms, while {{.*}}interpreter lock takes it in 'waitBad'
}
static void keptBad() {
  // CHECK: :[[#@LINE+2]]:{{.*}}'std::lock_guard::lock_guard' (reached through 'waitBad') waits for a lock
  // CHECK: :[[#@LINE+1]]:{{.*}}'usleep' (reached through 'waitBad') sleeps
  waitBad();
}

// Who only tries does not wait.
static std::mutex tried;
static void longOk() {
  if (!tried.try_lock())
    return;
  save();
  usleep(8000);
  restore();
  tried.unlock();
}

Method Methods[] = {{releasedOk}, {keptBad}, {longOk}};
