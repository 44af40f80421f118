// What is done under a lock, here and in a helper.
// RUN: %python %S/agreement.py %s lock-held
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace unlocksEarly {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::unique_lock Guard(Lock);
    ++Value;
    Guard.unlock();
    std::this_thread::sleep_for(Delay);
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace unlocksEarly

namespace readsUnderMutex {
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    SlowPipe Pipe;
    std::lock_guard Guard(Lock);
    char Byte;
    (void)!read(Pipe.fd(), &Byte, 1);
    ++Value;
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace readsUnderMutex

namespace sleepsInHelper {
void settle() { std::this_thread::sleep_for(Delay); }
struct Store {
  HoldMeter<> Lock;
  int Value = 0;
  void update() {
    std::lock_guard Guard(Lock);
    ++Value;
    settle();
  }
};
Measured run() { return longestHold<Store>(); }
} // namespace sleepsInHelper

const Case Cases[] = {CASE(unlocksEarly), CASE(readsUnderMutex),
                      CASE(sleepsInHelper)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
