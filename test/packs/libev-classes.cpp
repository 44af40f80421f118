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

// Functions, methods and functors, also where they are template arguments.
static void ioBad(ev::io &, int) { usleep(11000); } // CHECK: :[[#@LINE]]:{{.*}}11 ms
struct Session {
  void readyBad(ev::io &, int) { usleep(12000); }   // CHECK: :[[#@LINE]]:{{.*}}12 ms
  void tickBad() { usleep(13000); }                 // CHECK: :[[#@LINE]]:{{.*}}13 ms
  void otherOk() { usleep(14000); }
  void operator()(ev::timer &, int) { usleep(15000); }
  ev::io io;
  ev::timer timer;
  Session() {
    io.set<Session, &Session::readyBad>(this);
    timer.set<Session, &Session::tickBad>(this);
  }
};
struct Functor {
  void operator()(ev::timer &, int) { usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}16 ms
};
void watchedBad(ev::io &io, ev::timer &timer, Functor *f) {
  io.set<ioBad>();
  timer.set(f);
  timer.set(1., 2.);
}

int main() {
  ev::loop_ref loop = ev::get_default_loop();
  loop.once(0, ev::READ, 1., onceBad, nullptr);
  loop.once(0, ev::READ, 1., onceOk, nullptr);
  loop.run();
}
