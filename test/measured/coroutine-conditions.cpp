// A coroutine that waits for what other threads tell.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

#include <latch>

namespace fixture {

namespace waitsForLatch {
Task<> body(std::latch &Done) {
  Done.wait();
  co_return;
}
Measured run() {
  std::latch Done(1);
  std::thread Other([&] {
    std::this_thread::sleep_for(Delay);
    Done.count_down();
  });
  Measured Longest = stallOf(body(Done));
  Other.join();
  return Longest;
}
} // namespace waitsForLatch

namespace countsLatchDown {
Task<> body(std::latch &Done) {
  Done.count_down();
  co_return;
}
Measured run() {
  std::latch Done(1);
  return stallOf(body(Done));
}
} // namespace countsLatchDown

namespace waitsForCondition {
std::mutex Lock;
std::condition_variable Changed;
bool Ready = false;
Task<> body() {
  std::unique_lock Guard(Lock);
  Changed.wait(Guard, [] { return Ready; });
  co_return;
}
Measured run() {
  std::thread Other([] {
    std::this_thread::sleep_for(Delay);
    std::lock_guard Guard(Lock);
    Ready = true;
    Changed.notify_one();
  });
  Measured Longest = stallOf(body());
  Other.join();
  return Longest;
}
} // namespace waitsForCondition

const Case Cases[] = {CASE(waitsForLatch), CASE(countsLatchDown),
                      CASE(waitsForCondition)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
