//===- runtime/InterpreterLock.cpp - turns, and who takes the next one ----===//
#include "InterpreterLock.h"

namespace waitwise::runtime {

/// Waits for the lock; AfterAnother, until somebody else has had it since.
void InterpreterLock::take(std::unique_lock<std::mutex> &Guard,
                           bool AfterAnother) {
  uint64_t Mine = Turn;
  ++Waiting;
  Free.wait(Guard, [&] { return !Taken && (!AfterAnother || Turn != Mine); });
  --Waiting;
  Taken = true;
  ++Turn;
  Since = std::chrono::steady_clock::now();
}

void InterpreterLock::acquire() {
  std::unique_lock Guard(Mutex);
  take(Guard, false);
}

void InterpreterLock::release() {
  {
    std::lock_guard Guard(Mutex);
    Taken = false;
  }
  Free.notify_one();
}

void InterpreterLock::checkpoint() {
  // Since is the holder's own, and those who wait leave only by taking turns.
  if (!Waiting || std::chrono::steady_clock::now() - Since < SwitchInterval)
    return;
  std::unique_lock Guard(Mutex);
  Taken = false;
  Free.notify_one();
  take(Guard, true);
}

} // namespace waitwise::runtime
