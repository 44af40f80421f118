// A coroutine that sleeps, and waits for other threads.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace sleepsOnThread {
Task<> body() {
  std::this_thread::sleep_for(Delay);
  co_return;
}
Measured run() { return stallOf(body()); }
} // namespace sleepsOnThread

namespace sleepsOnLoop {
Task<> body() { co_await sleep(Delay); }
Measured run() { return stallOf(body()); }
} // namespace sleepsOnLoop

namespace sleepsTwoCallsDown {
void pause() { std::this_thread::sleep_for(Delay); }
void retry(int Times) {
  while (Times--)
    pause();
}
Task<> body() {
  retry(1);
  co_return;
}
Measured run() { return stallOf(body()); }
} // namespace sleepsTwoCallsDown

namespace sleepsForNothing {
Task<> body() {
  std::this_thread::sleep_for(0ms);
  co_return;
}
Measured run() { return stallOf(body()); }
} // namespace sleepsForNothing

namespace waitsForFuture {
Task<> body(IoPool &Pool) {
  auto Done = Pool.submit([] { std::this_thread::sleep_for(Delay); });
  Done.get();
  co_return;
}
Measured run() {
  IoPool Pool(1);
  return stallOf(body(Pool));
}
} // namespace waitsForFuture

namespace awaitsPool {
Task<> body(IoPool &Pool) {
  co_await onPool(Pool, [] { std::this_thread::sleep_for(Delay); });
}
Measured run() {
  IoPool Pool(1);
  return stallOf(body(Pool));
}
} // namespace awaitsPool

namespace joinsThread {
Task<> body() {
  std::thread Other([] { std::this_thread::sleep_for(Delay); });
  Other.join();
  co_return;
}
Measured run() { return stallOf(body()); }
} // namespace joinsThread

const Case Cases[] = {CASE(sleepsOnThread),     CASE(sleepsOnLoop),
                      CASE(sleepsTwoCallsDown), CASE(sleepsForNothing),
                      CASE(waitsForFuture),     CASE(awaitsPool),
                      CASE(joinsThread)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
