// Counts under a mutex that handlers take too.
#include "stats.h"

#include <chrono>
#include <thread>

namespace demo {

static constexpr std::chrono::seconds Pause(2);

void Stats::add() {
  std::lock_guard Lock(Guard);
  ++Total;
}

void Stats::publishBad() {
  std::lock_guard Lock(Guard);
  std::this_thread::sleep_for(Pause); // planted: SleepUnderLock
  Published = Total;
}

void Stats::publishOk() {
  std::this_thread::sleep_for(Pause);
  std::lock_guard Lock(Guard);
  Published = Total;
}

} // namespace demo
