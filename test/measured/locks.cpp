// What is done under a mutex that two threads take.
// RUN: %python %S/agreement.py %s lock-held
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace sleepsUnderMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::lock_guard Guard(Lock);
    std::this_thread::sleep_for(Delay);
    ++Value;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace sleepsUnderMutex

namespace sleepsBeforeMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::this_thread::sleep_for(Delay);
    std::lock_guard Guard(Lock);
    ++Value;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace sleepsBeforeMutex

const Case Cases[] = {CASE(sleepsUnderMutex), CASE(sleepsBeforeMutex)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
