// Sleeping under a lock is reported, direct and through a helper.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <mutex>
#include <unistd.h>

std::mutex m;


static void pauseABit() { sleep(1); }

void directBad() {
  std::lock_guard<std::mutex> guard(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps, for 1 s, while 'm' is held{{.*}}blocking-under-lock
  sleep(1);
}

void helperBad() {
  std::lock_guard<std::mutex> guard(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'pauseABit') sleeps, for 1 s, while 'm' is held{{.*}}blocking-under-lock
  pauseABit();
}
