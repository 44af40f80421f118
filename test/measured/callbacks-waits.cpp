// A callback of the loop that sleeps, waits, or hands work on.
// RUN: %python %S/agreement.py %s event-loop
// UNSUPPORTED: sanitized
#include "Fixture.h"

#include <spawn.h>
#include <sys/wait.h>

namespace fixture {

namespace sleepsInCallback {
void call() { std::this_thread::sleep_for(Delay); }
Measured run() { return stallOfCallback(call); }
} // namespace sleepsInCallback

namespace sleepsInTimer {
void call() { std::this_thread::sleep_for(Delay); }
Measured run() {
  return stallOfCallback([] { theLoop().after(1ms, call); });
}
} // namespace sleepsInTimer

namespace setsTimer {
void call() { compute(0); }
Measured run() {
  return stallOfCallback([] { theLoop().after(Delay, call); });
}
} // namespace setsTimer

namespace waitsForProcess {
void call() {
  pid_t Child;
  char Name[] = "sleep", Time[] = "0.02", *Words[] = {Name, Time, nullptr};
  posix_spawnp(&Child, Name, nullptr, nullptr, Words, environ);
  waitpid(Child, nullptr, 0);
}
Measured run() { return stallOfCallback(call); }
} // namespace waitsForProcess

namespace defersToPool {
Measured run() {
  IoPool Pool(1);
  return stallOfCallback([&] {
    deferOnPool(theLoop(), Pool, [] {
      std::this_thread::sleep_for(Delay);
      return 1;
    }).then([](int) { compute(0); });
  });
}
} // namespace defersToPool

const Case Cases[] = {CASE(sleepsInCallback), CASE(sleepsInTimer),
                      CASE(setsTimer), CASE(waitsForProcess),
                      CASE(defersToPool)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
