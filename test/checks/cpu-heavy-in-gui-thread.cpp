// The GUI thread computes for less than a frame takes.
// RUN: waitwise check --fail-on none --checks 'cpu-heavy-*' %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
static unsigned mixed;
static void mix(unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i)
    mixed = mixed * 31 + i;
}

[[clang::annotate("waitwise::context(gui)")]] void clickedBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: 'mix' computes about {{.*}} on the GUI thread [waitwise-cpu-heavy-in-gui-thread]
  mix(1 << 27);
}
[[clang::annotate("waitwise::context(gui)")]] void movedOk() { mix(1 << 18); }
