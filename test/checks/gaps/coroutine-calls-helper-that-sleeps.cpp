// A helper that sleeps blocks the coroutine that calls it.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <unistd.h>

static void backOff() { sleep(1); }
static void retry() { backOff(); }

task serveBad() {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'retry') {{.*}}coroutine 'serveBad'{{.*}}blocking-in-coroutine
  retry();
  co_return;
}

void plainOk() { retry(); }
