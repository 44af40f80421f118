// The class of a function is what its share of CPU time shows.
// REQUIRES: classify
// RUN: %python %S/classes.py %s
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

void computes() { compute(20); }

void waitsForPipe() {
  SlowPipe Pipe;
  char Byte;
  (void)!read(Pipe.fd(), &Byte, 1);
}

void sleepsMostly() {
  std::this_thread::sleep_for(50ms);
  compute(1);
}

void computesMostly() {
  std::this_thread::sleep_for(1ms);
  compute(60);
}

/// Percent of the time in which it computed, of what it ran or waited.
template <void (*Work)()> Measured shareOf() {
  Nanoseconds Began = attendedNow();
  ThreadMeter Meter;
  Work();
  return Nanoseconds(100 * Meter.elapsed().Cpu / (attendedNow() - Began));
}

const Case Cases[] = {
    {"computes", shareOf<computes>},
    {"waitsForPipe", shareOf<waitsForPipe>},
    {"sleepsMostly", shareOf<sleepsMostly>},
    {"computesMostly", shareOf<computesMostly>},
};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
