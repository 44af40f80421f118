// A coroutine that computes, at once or in slices.
// RUN: %python %S/agreement.py %s coroutine computing
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace computesAtOnce {
Task<> body() {
  compute(5);
  co_return;
}
Measured run() {
  return stallOf(body());
}
} // namespace computesAtOnce

namespace computesAfterSleep {
Task<> body() {
  co_await sleep(1ms);
  compute(5);
}
Measured run() {
  return stallOf(body());
}
} // namespace computesAfterSleep

namespace yieldsInBetween {
void little() {
  uint64_t Sum = 0;
  for (int I = 0; I != 1000; ++I)
    Sum += uint64_t(I) * I;
  asm volatile("" ::"r"(Sum));
}
Task<> body() {
  for (int I = 0; I != 2000; ++I) {
    little();
    co_await yieldNow();
  }
}
Measured run() {
  return stallOf(body());
}
} // namespace yieldsInBetween

namespace awaitsComputing {
Task<> work() {
  compute(5);
  co_return;
}
Task<> body() { co_await work(); }
Measured run() {
  return stallOf(body());
}
} // namespace awaitsComputing

namespace computesOnPool {
Task<> body(CpuPool &Pool) {
  co_await onPool(Pool, [] { compute(5); });
}
Measured run() {
  CpuPool Pool;
  return stallOf(body(Pool));
}
} // namespace computesOnPool

namespace countsOnly {
Task<> body() {
  for (int I = 0; I != 10; ++I)
    co_await sleep(1ms);
}
Measured run() {
  return stallOf(body());
}
} // namespace countsOnly

const Case Cases[] = {CASE(computesAtOnce), CASE(computesAfterSleep),
                      CASE(yieldsInBetween), CASE(awaitsComputing),
                      CASE(computesOnPool), CASE(countsOnly)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
