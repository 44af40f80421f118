// A handler of the GUI thread may not wait for longer than a frame.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <fstream>
#include <thread>
#include <unistd.h>

struct Widget {
  [[clang::annotate("waitwise::context(gui)")]] virtual void paint();
  [[clang::annotate("waitwise::context(gui)")]] virtual void click();
};

struct Chart : Widget {
  void paint() override {
    // CHECK: :[[#@LINE+1]]:5: warning: 'sleep' (reached through 'Chart::load') sleeps, for 2 s, and blocks the GUI thread [waitwise-blocking-in-gui-thread]
    load();
  }
  static void load() { sleep(2); }
};

struct Quick : Widget {
  void paint() override { usleep(2000); } // an eighth of a frame
  void click() override { std::thread(Chart::load).detach(); }
};
Chart chart;
Quick quick;
Widget *widgets[] = {&chart, &quick};
