// The cxx-threads pack: what blocks a coroutine, and what does not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

task waitingBad(std::thread t, std::shared_future<int> s, std::latch &l) {
  std::this_thread::sleep_for(20ms);  // CHECK: :[[#@LINE]]:{{.*}}'std::this_thread::sleep_for' sleeps, for 20 ms
  t.join();                           // CHECK: :[[#@LINE]]:{{.*}}'std::thread::join' waits
  s.get();                            // CHECK: :[[#@LINE]]:{{.*}}'std::shared_future::get' waits
  s.wait_for(1s);                     // CHECK: :[[#@LINE]]:{{.*}}'std::{{.*}}future::wait_for' waits
  s.wait();                           // CHECK: :[[#@LINE]]:{{.*}}'std::{{.*}}future::wait' waits
  l.wait();                           // CHECK: :[[#@LINE]]:{{.*}}'std::latch::wait' waits
  co_return;
}

task signalsBad(std::counting_semaphore<1> &s, std::barrier<> &b, std::atomic<int> &a) {
  s.acquire();                        // CHECK: :[[#@LINE]]:{{.*}}'std::counting_semaphore::acquire' waits
  s.try_acquire_for(1s);              // CHECK: :[[#@LINE]]:{{.*}}'std::counting_semaphore::try_acquire_for' waits
  b.arrive_and_wait();                // CHECK: :[[#@LINE]]:{{.*}}'std::barrier::arrive_and_wait' waits
  a.wait(0);                          // CHECK: :[[#@LINE]]:{{.*}}'std::{{.*}}::wait' waits
  co_return;
}

std::mutex conditionMutex;
std::condition_variable condition;
task conditionBad(bool &ready) {
  std::unique_lock lock(conditionMutex);
  condition.wait(lock, [&] { return ready; }); // CHECK: :[[#@LINE]]:{{.*}}'std::condition_variable::wait' waits
  co_return;
}

task discardedBad() {
  std::async(std::launch::async, [] { sleep(1); }); // CHECK: :[[#@LINE]]:{{.*}}'std::async' waits
  co_return;
}

task jthreadBad() {
  {
    std::jthread t([] { sleep(1); });
  } // CHECK: :[[#@LINE]]:{{.*}}'std::jthread::~jthread' waits
  co_return;
}

// Zero waits, work on other threads, and what does not block at all.
task waitingOk(std::future<int> f, std::latch &l, std::counting_semaphore<1> &s) {
  std::this_thread::sleep_for(0s);
  f.wait_for(0s);
  f.wait_for(std::chrono::seconds::zero());
  f.valid();
  l.try_wait();
  s.try_acquire();
  s.release();
  auto kept = std::async(std::launch::async, [] { sleep(1); });
  std::thread([] { sleep(1); }).detach();
  co_return;
}

// A mutex is as slow as what its holders do while they hold it.
std::mutex slow, fast;
std::shared_mutex shared;
int value;
void holder() {
  std::lock_guard guard(slow);
  sleep(1);                           // CHECK: :[[#@LINE]]:{{.*}}'sleep' {{.*}}lock
}

task locksBad() {
  slow.lock();                        // CHECK: :[[#@LINE]]:{{.*}}'std::mutex::lock' waits for a lock
  slow.unlock();
  co_return;
}

task guardsBad() {
  std::scoped_lock guard(slow);       // CHECK: :[[#@LINE]]:{{.*}}'std::scoped_lock::scoped_lock' waits for a lock
  ++value;
  co_return;
}

task locksOk() {
  {
    std::lock_guard guard(fast);
    ++value;
  }
  {
    std::shared_lock guard(shared);
    ++value;
  }
  std::unique_lock tried(slow, std::try_to_lock);
  if (tried.owns_lock())
    tried.unlock();
  std::unique_lock deferred(slow, std::defer_lock);
  if (slow.try_lock())
    slow.unlock();
  co_return;
}
