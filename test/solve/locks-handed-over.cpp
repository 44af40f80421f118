// A guard that adopts a lock gives it back at its end, whoever took it.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <mutex>
#include <unistd.h>

std::mutex m, n;

void adoptedBad() {
  m.lock();
  std::lock_guard<std::mutex> guard(m, std::adopt_lock);
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 210 ms, while 'm' is held
  usleep(210000);
}

void adoptedAndGivenBackOk() {
  m.lock();
  { std::lock_guard<std::mutex> guard(m, std::adopt_lock); }
  usleep(220000);
}

void bothAdoptedOk() {
  std::lock(m, n);
  { std::scoped_lock guard(std::adopt_lock, m, n); }
  usleep(230000);
}

void oneOfTwoAdoptedBad() {
  std::lock(m, n);
  { std::unique_lock guard(m, std::adopt_lock); }
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 240 ms, while 'n' is held
  usleep(240000);
  n.unlock();
}
