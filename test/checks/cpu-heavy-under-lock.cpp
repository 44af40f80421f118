// Nobody computes for long while he holds a lock.
// RUN: waitwise check --fail-on none --checks 'cpu-heavy-*' %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <mutex>

static unsigned mixed;
static void mix(unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i)
    mixed = mixed * 31 + i;
}

std::mutex m;
void lockedBad() {
  std::lock_guard guard(m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'mix' computes about {{.*}} while 'm' is held [waitwise-cpu-heavy-under-lock]
  mix(1 << 26);
}
void unlockedOk() {
  {
    std::lock_guard guard(m);
    mix(16);
  }
  mix(1 << 26);
}
