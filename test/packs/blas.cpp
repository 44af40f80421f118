// The blas pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=blas %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <cblas.h>
#include <lapacke.h>

extern "C" void dgemm_(const char *, const char *, const int *, const int *, const int *, const double *, const double *, const int *, const double *, const int *, const double *, double *, const int *);

constexpr int large = 2000, small = 3;
double *a, *b, *c;
int pivots[large];

task productsBad(const int *n) {
  cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, large, large, large, 1, a, large, b, large, 0, c, large);
  dgemm_("N", "N", n, n, n, a, a, n, b, n, a, c, n);
  cblas_dsyrk(CblasRowMajor, CblasUpper, CblasNoTrans, large, large, 1, a, large, 0, c, large);
  cblas_dtrsm(CblasRowMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasUnit, large, large, 1, a, large, b, large);
  co_return;
}

task solversBad() {
  LAPACKE_dgesv(LAPACK_ROW_MAJOR, large, 1, a, large, pivots, b, 1);
  LAPACKE_dgetrf(LAPACK_ROW_MAJOR, large, large, a, large, pivots);
  LAPACKE_dpotrf(LAPACK_ROW_MAJOR, 'U', large, a, large);
  LAPACKE_dgesdd(LAPACK_ROW_MAJOR, 'A', large, large, a, large, b, c, large, c, large);
  LAPACKE_dgesvd(LAPACK_ROW_MAJOR, 'A', 'A', large, large, a, large, b, c, large, c, large, c);
  LAPACKE_dsyev(LAPACK_ROW_MAJOR, 'V', 'U', large, a, large, b);
  co_return;
}

task smallOk() {
  cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, small, small, small, 1, a, small, b, small, 0, c, small);
  cblas_dgemv(CblasRowMajor, CblasNoTrans, small, small, 1, a, small, b, 1, 0, c, 1);
  cblas_ddot(small, a, 1, b, 1);
  LAPACKE_dgesv(LAPACK_ROW_MAJOR, small, 1, a, small, pivots, b, 1);
  co_return;
}
