// Guards that are returned, passed on or kept hold their locks all the while.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <mutex>
#include <unistd.h>
#include <utility>

struct Table {
  std::mutex mutex;
  std::unique_lock<std::mutex> hold() { return std::unique_lock(mutex); }
};
void returnedBad(Table &t) {
  auto guard = t.hold();
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 210 ms, while 'Table::mutex' is held
  usleep(210000);
}
void returnedAndUnlockedOk(Table &t) {
  auto guard = t.hold();
  guard.unlock();
  usleep(210000);
}
void droppedAtOnceOk(Table &t) {
  t.hold();
  usleep(210000);
}

static void keep(std::unique_lock<std::mutex> held) { usleep(220000); }
void passedOnBad(Table &t) {
  auto guard = t.hold();
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' (reached through 'keep') sleeps, for 220 ms, while 'Table::mutex' is held
  keep(std::move(guard));
  usleep(230000);
}

static void letGo(std::unique_lock<std::mutex> &held) {
  held.unlock();
  usleep(240000);
  held.lock();
}
void lentOk(Table &t) {
  std::unique_lock guard(t.mutex);
  letGo(guard);
}

class Guard {
public:
  explicit Guard(std::mutex &which) : held(which) { held.lock(); }
  ~Guard() { held.unlock(); }

private:
  std::mutex &held;
};
void ownGuardBad(Table &t) {
  Guard guard(t.mutex);
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 250 ms, while 'Table::mutex' is held
  usleep(250000);
}
void ownGuardClosedOk(Table &t) {
  { Guard guard(t.mutex); }
  usleep(250000);
}

struct Session {
  explicit Session(Table &t) : guard(t.mutex) {}
  std::unique_lock<std::mutex> guard;
};
void memberBad(Table &t) {
  Session session(t);
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 260 ms, while 'Table::mutex' is held
  usleep(260000);
}
void memberEndedOk(Table &t) {
  { Session session(t); }
  usleep(260000);
}

class Mutex { // knows nothing of what it guards
public:
  void lock() { inner.lock(); }
  void unlock() { inner.unlock(); }

private:
  std::mutex inner;
};
Mutex wrapped;
void wrapperBad() {
  std::lock_guard<Mutex> guard(wrapped);
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 270 ms, while 'wrapped' is held
  usleep(270000);
}
void wrapperByHandBad() {
  wrapped.lock();
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 280 ms, while 'wrapped' is held
  usleep(280000);
  wrapped.unlock();
  usleep(290000);
}
