// What is done under a lock on a loop is reported for the loop, once; under the same lock on a thread, for the lock.
// RUN: waitwise check %s --profile strict --fail-on none -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <mutex>
#include <thread>
#include <unistd.h>
#include <uv.h>

std::mutex m;

static void storeBad() { usleep(200000); }
static void saveOnLoop() {
  std::lock_guard<std::mutex> held(m);
  storeBad();
}
// CHECK: warning: 'usleep' {{.*}}blocks the event loop
// CHECK: warning: 'std::lock_guard::lock_guard' {{.*}} waits for a lock, up to 300 ms {{.*}}blocks the event loop
static void onTimer(uv_timer_t *) { saveOnLoop(); }

static int counter;
// CHECK: warning: 'std::lock_guard::lock_guard' waits for a lock, up to 300 ms {{.*}}blocks the event loop
static void onIdle(uv_idle_t *) {
  std::lock_guard<std::mutex> held(m);
  ++counter;
}

static void workBad() {
  std::lock_guard<std::mutex> held(m);
  // CHECK: warning: 'usleep' sleeps, for 300 ms, while 'm' is held
  usleep(300000);
}

void start(uv_timer_t *t, uv_idle_t *i) {
  uv_timer_start(t, onTimer, 1, 0);
  uv_idle_start(i, onIdle);
  std::thread(workBad).detach();
}
