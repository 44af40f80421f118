// What is computed under a mutex that two threads take.
// RUN: %python %S/agreement.py %s lock-held computing
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace computesUnderMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::lock_guard Guard(Lock);
    compute(30);
    ++Value;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace computesUnderMutex

namespace computesBeforeMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    compute(30);
    std::lock_guard Guard(Lock);
    ++Value;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace computesBeforeMutex

namespace addsUnderMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::lock_guard Guard(Lock);
    for (int I = 0; I != 1000; ++I)
      Value += I;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace addsUnderMutex

const Case Cases[] = {CASE(computesUnderMutex), CASE(computesBeforeMutex),
                      CASE(addsUnderMutex)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
