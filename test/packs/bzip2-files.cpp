// The bzip2 pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <stdio.h>

#include <bzlib.h>

char buffer[64];

task filesBad() {
  BZFILE *f = BZ2_bzopen("f", "r"); // CHECK: :[[#@LINE]]:{{.*}}'BZ2_bzopen' waits for the disk
  BZ2_bzread(f, buffer, 64); // CHECK: :[[#@LINE]]:{{.*}}'BZ2_bzread' waits for the disk
  co_return;
}

task stateOk(BZFILE *f, int *error) {
  BZ2_bzerror(f, error);
  co_return;
}
