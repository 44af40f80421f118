// What a worker does while it holds the interpreter lock, and who waits for it.
// RUN: %python %S/agreement.py %s gil-held
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

/// How long a second thread waits for the lock at most, while a worker works.
template <class F> Measured waitForLock(F Work) {
  InterpreterLock Lock;
  InterpreterPool Pool(1, Lock);
  std::atomic<bool> Begun = false;
  auto Done = Pool.submit([&] {
    Begun = true;
    Work(Lock);
  });
  while (!Begun)
    std::this_thread::yield();
  return waitOf([&] { InterpreterLock::Held Now(Lock); });
}

} // namespace fixture

namespace fixture {

namespace sleepsWithLock {
void work() { std::this_thread::sleep_for(Delay); }
Measured run() {
  return waitForLock([](InterpreterLock &) { work(); });
}
} // namespace sleepsWithLock

namespace sleepsWithoutLock {
void work() { std::this_thread::sleep_for(Delay); }
Measured run() {
  return waitForLock([](InterpreterLock &Lock) {
    InterpreterLock::Released Outside(Lock);
    work();
  });
}
} // namespace sleepsWithoutLock

const Case Cases[] = {CASE(sleepsWithLock), CASE(sleepsWithoutLock)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
