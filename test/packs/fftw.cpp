// The fftw pack: planning and transforming, and with fftw-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=fftw %s %S/fftw-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <fftw3.h>

fftw_complex *in, *out;

task plansBad() {
  fftw_plan p = fftw_plan_dft_1d(1024, in, out, FFTW_FORWARD, FFTW_MEASURE);
  fftw_execute(p);
  co_return;
}

task plansOk() {
  fftw_plan p = fftw_plan_dft_1d(1024, in, out, FFTW_FORWARD, FFTW_ESTIMATE);
  fftw_plan_with_nthreads(2);
  fftw_destroy_plan(p);
  co_return;
}
