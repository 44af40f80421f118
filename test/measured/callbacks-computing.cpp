// A callback of the loop that computes, much or little.
// RUN: %python %S/agreement.py %s event-loop computing
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace computesInCallback {
void call() { compute(5); }
Measured run() {
  return stallOfCallback(call);
}
} // namespace computesInCallback

namespace computesInTimer {
void call() { compute(5); }
Measured run() {
  return stallOfCallback([] { theLoop().after(1ms, call); });
}
} // namespace computesInTimer

namespace computesLittle {
void call() {
  uint64_t Sum = 0;
  for (int I = 0; I != 1000; ++I)
    Sum += uint64_t(I) * I;
  asm volatile("" ::"r"(Sum));
}
Measured run() {
  return stallOfCallback(call);
}
} // namespace computesLittle

namespace multipliesMatrices {
float A[200][200], B[200][200], C[200][200];
void call() {
  for (int I = 0; I != 200; ++I)
    for (int J = 0; J != 200; ++J)
      for (int K = 0; K != 200; ++K)
        C[I][J] += A[I][K] * B[K][J];
}
Measured run() {
  return stallOfCallback(call);
}
} // namespace multipliesMatrices

namespace computesTwoCallsDown {
void rehash() { compute(4); }
void resize() { rehash(); }
void call() { resize(); }
Measured run() {
  return stallOfCallback(call);
}
} // namespace computesTwoCallsDown

namespace handsToPool {
void call(CpuPool &Pool) {
  deferOnPool(theLoop(), Pool, [] {
    compute(5);
    return 1;
  }).then([](int) {});
}
Measured run() {
  CpuPool Pool;
  return stallOfCallback([&] { call(Pool); });
}
} // namespace handsToPool

const Case Cases[] = {CASE(computesInCallback), CASE(computesInTimer),
                      CASE(computesLittle), CASE(multipliesMatrices),
                      CASE(computesTwoCallsDown), CASE(handsToPool)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
