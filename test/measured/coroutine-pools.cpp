// A coroutine that has work done on pools of threads.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace asksFutureTwice {
Task<> body(IoPool &Pool) {
  auto Done = *Pool.trySubmit([] { std::this_thread::sleep_for(Delay); });
  while (!Done.ready())
    co_await sleep(1ms);
}
Measured run() {
  IoPool Pool(1);
  return stallOf(body(Pool));
}
} // namespace asksFutureTwice

namespace mapsOnPool {
void work(int) { std::this_thread::sleep_for(Delay); }
Task<> body(IoPool &Pool) {
  Pool.map([](int I) { work(I); return I; }, std::vector{1, 2});
  co_return;
}
Measured run() {
  IoPool Pool(2);
  return stallOf(body(Pool));
}
} // namespace mapsOnPool

namespace gathersFromPool {
Task<int> one(IoPool &Pool) {
  co_await onPool(Pool, [] { std::this_thread::sleep_for(Delay); });
  co_return 1;
}
Task<> body(IoPool &Pool) { co_await gather(one(Pool), one(Pool)); }
Measured run() {
  IoPool Pool(2);
  return stallOf(body(Pool));
}
} // namespace gathersFromPool

namespace shutsPoolDown {
Task<> body(IoPool &Pool) {
  (void)Pool.trySubmit([] { std::this_thread::sleep_for(Delay); });
  Pool.shutdown();
  co_return;
}
Measured run() {
  IoPool Pool(1);
  return stallOf(body(Pool));
}
} // namespace shutsPoolDown

namespace waitsABit {
Task<> body(IoPool &Pool) {
  auto Done = Pool.submit([] { std::this_thread::sleep_for(Delay); });
  (void)Done.waitFor(10ms);
  co_await ready(std::move(Done));
}
Measured run() {
  IoPool Pool(1);
  return stallOf(body(Pool));
}
} // namespace waitsABit

namespace spawnsOthers {
Task<> one() { co_await sleep(Delay); }
Task<> body() {
  auto First = spawn(theLoop(), one());
  auto Second = spawn(theLoop(), one());
  co_await First.join();
  co_await Second.join();
}
Measured run() {
  return stallOf(body());
}
} // namespace spawnsOthers

const Case Cases[] = {CASE(asksFutureTwice), CASE(mapsOnPool),
                      CASE(gathersFromPool), CASE(shutsPoolDown),
                      CASE(waitsABit), CASE(spawnsOthers)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
