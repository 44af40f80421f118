// The libev pack: the classes of ev++.h; an own class of such names stays silent.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <ev++.h>
#include <unistd.h>

namespace own {
struct loop_ref {
  void run(int);
};
void delay(double);
} // namespace own

static void onceBad(int, void *) {
  ev::loop_ref loop = ev::get_default_loop();
  loop.run();    // CHECK: :[[#@LINE]]:{{.*}}'ev::loop_ref::run' runs a nested event loop
  ev::delay(.5); // CHECK: :[[#@LINE]]:{{.*}}'ev::delay' sleeps
}

static void onceOk(int, void *) {
  ev::loop_ref loop = ev::get_default_loop();
  loop.run(EVRUN_NOWAIT);
  loop.break_loop();
  own::loop_ref().run(0);
  own::delay(.5);
}

int main() {
  ev::loop_ref loop = ev::get_default_loop();
  loop.once(0, ev::READ, 1., onceBad, nullptr);
  loop.once(0, ev::READ, 1., onceOk, nullptr);
  loop.run();
}
