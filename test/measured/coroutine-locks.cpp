// A coroutine that takes locks.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace waitsForSlowHolder {
struct Store {
  std::mutex Lock;
  std::atomic<int> Value = 0;
  void save() {
    std::lock_guard Guard(Lock);
    ++Value;
    std::this_thread::sleep_for(Delay);
  }
  int load() {
    std::lock_guard Guard(Lock);
    return Value;
  }
};
Task<> body(Store &S) {
  S.load();
  co_return;
}
Measured run() {
  Store S;
  std::thread Other([&] { S.save(); });
  while (S.Value == 0) // until the other has the lock
    std::this_thread::yield();
  Measured Longest = stallOf(body(S));
  Other.join();
  return Longest;
}
} // namespace waitsForSlowHolder

namespace waitsForQuickHolder {
struct Store {
  std::mutex Lock;
  int Value = 0;
  void save() {
    std::lock_guard Guard(Lock);
    ++Value;
  }
  int load() {
    std::lock_guard Guard(Lock);
    return Value;
  }
};
Task<> body(Store &S) {
  S.load();
  co_return;
}
Measured run() {
  Store S;
  std::thread Other([&] { S.save(); });
  Measured Longest = stallOf(body(S));
  Other.join();
  return Longest;
}
} // namespace waitsForQuickHolder

namespace onlyTries {
std::mutex Lock;
void save() {
  std::lock_guard Guard(Lock);
  std::this_thread::sleep_for(Delay);
}
Task<> body() {
  while (!Lock.try_lock())
    co_await sleep(1ms);
  Lock.unlock();
}
Measured run() {
  std::thread Other(save);
  std::this_thread::sleep_for(1ms);
  Measured Longest = stallOf(body());
  Other.join();
  return Longest;
}
} // namespace onlyTries

const Case Cases[] = {CASE(waitsForSlowHolder), CASE(waitsForQuickHolder),
                      CASE(onlyTries)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
