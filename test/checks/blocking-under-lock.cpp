// Blocking under a lock: guards that move, waits that give the lock up, C locks.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <pthread.h>
#include <unistd.h>

std::mutex m, other, quick;
std::condition_variable changed;
bool ready;

void waitOk() {
  std::unique_lock lock(m);
  changed.wait(lock, [] { return ready; });
}

void waitUnderAnotherBad() {
  std::lock_guard outer(other);
  std::unique_lock lock(quick);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::condition_variable::wait' waits for another thread, without limit, while 'other' is held
  changed.wait(lock);
}

void movedBad() {
  std::unique_lock first(m);
  std::unique_lock second(std::move(first));
  // CHECK: :[[#@LINE+1]]:3: warning: 'sleep' sleeps, for 31 s, while 'm' is held
  sleep(31);
}

void movedOk() {
  std::unique_lock first(m);
  { std::unique_lock second(std::move(first)); }
  sleep(32);
}

// A file is quick against the 10 ms that a lock may be held: low, not shown.
void fileOk(const char *name) {
  std::lock_guard lock(m);
  std::ifstream file(name);
}

pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER;

void plainBad() {
  pthread_mutex_lock(&plain);
  // CHECK: :[[#@LINE+1]]:3: warning: 'sleep' sleeps, for 33 s, while 'plain' is held
  sleep(33);
  pthread_mutex_unlock(&plain);
  sleep(34);
}

void tryOk() {
  if (pthread_mutex_trylock(&plain) != 0)
    sleep(35);
  else
    pthread_mutex_unlock(&plain);
}

void eitherOk(bool locked) {
  if (locked)
    m.lock();
  else
    sleep(36);
  if (locked)
    m.unlock();
}
