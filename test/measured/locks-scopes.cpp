// Where a lock ends, and what is done before that.
// RUN: %python %S/agreement.py %s lock-held
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace sleepsAfterUnlock {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    Lock.lock();
    ++Value;
    Lock.unlock();
    std::this_thread::sleep_for(Delay);
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace sleepsAfterUnlock

namespace sleepsBetween {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    Lock.lock();
    ++Value;
    std::this_thread::sleep_for(Delay);
    Lock.unlock();
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace sleepsBetween

namespace endsScopeFirst {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    {
      std::lock_guard Guard(Lock);
      ++Value;
    }
    std::this_thread::sleep_for(Delay);
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace endsScopeFirst

const Case Cases[] = {CASE(sleepsAfterUnlock), CASE(sleepsBetween),
                      CASE(endsScopeFirst)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
