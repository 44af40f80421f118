// The fftw pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fftw3.h>

task filesBad() {
  fftw_import_wisdom_from_filename("f"); // CHECK: :[[#@LINE]]:{{.*}}'fftw_import_wisdom_from_filename' waits for the disk
  co_return;
}

task memoryOk(const char *wisdom) {
  fftw_import_wisdom_from_string(wisdom);
  co_return;
}
