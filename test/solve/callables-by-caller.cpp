// A wrapper that runs what it is given runs for each caller what that caller gave, and nothing else.
// RUN: waitwise check %s --profile strict --fail-on none -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <functional>
#include <mutex>
#include <unistd.h>
#include <uv.h>

static void fetch() { sleep(2); }
static void count() {}

// A function pointer, with a wrapper around the wrapper.
static void runNow(void (*f)()) {
  if (f)
    f();
}
static void runTwice(void (*f)()) {
  runNow(f);
  runNow(f);
}

// CHECK: warning: 'sleep' {{.*}}blocks the event loop
// CHECK: 'pointerBad' runs in the event loop
static void pointerBad(uv_timer_t *) { runTwice(fetch); }
static void pointerOk(uv_timer_t *) { runTwice(count); }
static void nothingOk(uv_timer_t *) { runTwice(nullptr); }

// A std::function that is made of a lambda.
struct Loop {
  bool inside = false;
  std::function<void()> later;
  void run(std::function<void()> f) {
    if (inside)
      f();
    else
      later = std::move(f);
  }
};

struct Connection {
  Loop loop;
  std::mutex m;
  int closed = 0;
  void closeOk() {
    std::lock_guard<std::mutex> held(m);
    loop.run([this] { ++closed; });
  }
  // CHECK: warning: 'sleep' {{.*}}'Connection::m' is held
  // CHECK: 'Connection::reconnectBad'
  void reconnectBad() {
    std::lock_guard<std::mutex> held(m);
    loop.run([] { sleep(3); });
  }
};

void start(uv_timer_t *t, Connection &c) {
  uv_timer_start(t, pointerBad, 1, 0);
  uv_timer_start(t, pointerOk, 1, 0);
  uv_timer_start(t, nothingOk, 1, 0);
  c.closeOk();
  c.reconnectBad();
}
