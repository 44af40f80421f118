// A worker of a pool sized to the cores: it computes, or it waits.
// RUN: %python %S/agreement.py %s cpu-pool
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace sleepsOnWorker {
Measured run() {
  CpuPool Pool;
  return Pool
      .submit([] { return waitOf([] { std::this_thread::sleep_for(Delay); }); })
      .get();
}
} // namespace sleepsOnWorker

namespace readsOnWorker {
void load(int Fd) {
  char Byte;
  (void)!read(Fd, &Byte, 1);
}
Measured run() {
  SlowPipe Pipe;
  CpuPool Pool;
  return Pool.submit([&] { return waitOf([&] { load(Pipe.fd()); }); }).get();
}
} // namespace readsOnWorker

namespace computesOnWorker {
Measured run() {
  CpuPool Pool;
  return Pool.submit([] { return waitOf([] { compute(20); }); }).get();
}
} // namespace computesOnWorker

namespace waitsForOtherWorker {
Measured run() {
  CpuPool Pool;
  IoPool Other(1);
  return Pool
      .submit([&] {
        auto Slow = Other.submit([] { std::this_thread::sleep_for(Delay); });
        return waitOf([&] { Slow.wait(); });
      })
      .get();
}
} // namespace waitsForOtherWorker

namespace asksWhetherReady {
Measured run() {
  CpuPool Pool;
  IoPool Other(1);
  auto Slow = Other.submit([] { std::this_thread::sleep_for(Delay); });
  return Pool
      .submit([&] { return waitOf([&] { compute(Slow.ready() ? 1 : 2); }); })
      .get();
}
} // namespace asksWhetherReady

const Case Cases[] = {CASE(sleepsOnWorker), CASE(readsOnWorker),
                      CASE(computesOnWorker), CASE(waitsForOtherWorker),
                      CASE(asksWhetherReady)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
