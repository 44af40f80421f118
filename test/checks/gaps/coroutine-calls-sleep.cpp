// A coroutine that calls ::sleep blocks.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <unistd.h>

task serveBad() {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps, for 2 s, and blocks coroutine 'serveBad'{{.*}}blocking-in-coroutine
  ::sleep(2);
  co_return;
}
