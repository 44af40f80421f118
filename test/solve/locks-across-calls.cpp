// What a function does to its caller's locks is known to the caller.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <mutex>
#include <unistd.h>

std::mutex m, other;

static void take() { m.lock(); }
static void giveBack() { m.unlock(); }
void takenByHelperBad() {
  take();
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 210 ms, while 'm' is held
  usleep(210000);
  giveBack();
  usleep(210000);
}

static void takeThis(std::mutex &which) { which.lock(); }
static void giveThis(std::mutex &which) { which.unlock(); }
void takenByParameterBad() {
  takeThis(m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 220 ms, while 'm' is held
  usleep(220000);
  giveThis(m);
  takeThis(other), giveThis(other);
}

static void wait() { usleep(230000); }
static void letGoAndWait() {
  m.unlock();
  wait();
  m.lock();
}
// The callee gives the lock back before it waits.
void droppedByCalleeOk() {
  std::lock_guard guard(m);
  letGoAndWait();
}
void heldAgainBad() {
  m.lock();
  letGoAndWait();
  // CHECK: :[[#@LINE+1]]:3: warning: 'usleep' sleeps, for 240 ms, while 'm' is held
  usleep(240000);
  m.unlock();
}

static bool tryTake() { return m.try_lock(); }
void tryTakenBad() {
  if (tryTake()) {
    // CHECK: :[[#@LINE+1]]:5: warning: 'usleep' sleeps, for 250 ms, while 'm' is held
    usleep(250000);
    giveBack();
  } else {
    usleep(250000);
  }
}

static void maybeTake(bool really) {
  if (really)
    m.lock();
}
void maybeTakenOk(bool really) {
  maybeTake(really);
  usleep(260000);
}

// The lock is handed over: whoever runs next gives it back.
std::mutex baton;
static void start() { baton.lock(); }
static void (*step)();
static void next() { baton.unlock(); }
static void inner() { step(); }
static void middle() { inner(); }
static void run() { middle(); }
void handOverOk() {
  step = next;
  start();
  usleep(270000);
  run();
}
