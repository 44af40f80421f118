// The boost-fiber pack: its waits suspend a fiber, and block everybody else.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-fiber %s -- -std=c++20
#include <boost/fiber/all.hpp>
#include <unistd.h>
#include <uv.h>

namespace fibers = boost::fibers;
using namespace std::chrono_literals;
fibers::mutex mutex;
fibers::condition_variable condition;
fibers::buffered_channel<int> channel(2);
fibers::barrier barrier(2);

void waits() {
  boost::this_fiber::sleep_for(1s);
  boost::this_fiber::sleep_until(std::chrono::steady_clock::now());
  std::unique_lock<fibers::mutex> lock(mutex);
  condition.wait(lock);
  condition.wait_for(lock, 1s);
  lock.unlock();
  std::unique_lock<fibers::mutex> tried(mutex, std::try_to_lock);
  if (tried.owns_lock())
    tried.unlock();
  barrier.wait();
  channel.push(channel.value_pop());
}

// A fiber lets the others of its thread run.
void fibersOk(fibers::future<int> *future) {
  fibers::fiber([future] {
    waits();
    boost::this_fiber::yield();
    if (future->wait_for(1s) == fibers::future_status::ready)
      future->get();
    mutex.lock();
    mutex.unlock();
    if (mutex.try_lock())
      mutex.unlock();
  }).join();
  fibers::async([] { boost::this_fiber::sleep_for(2s); });
}

// The kernel knows no fibers: this stops all of them.
void fibersBad() {
  fibers::fiber(fibers::launch::dispatch, [] {
    usleep(11000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  }).detach();
  fibers::async([] {
    usleep(12000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  });
}

void loopBad(uv_timer_t *) {
  boost::this_fiber::sleep_for(20ms); // CHECK: :[[#@LINE]]:{{.*}}'boost::this_fiber::sleep_for' sleeps, for 20 ms
  barrier.wait();                     // CHECK: :[[#@LINE]]:{{.*}}'boost::fibers::barrier::wait' waits
}

struct Own {
  void wait() {}
};
void look_alikesOk(uv_idle_t *) { Own().wait(); }

void started(uv_timer_t *t, uv_idle_t *i) {
  uv_timer_start(t, loopBad, 1, 0);
  uv_idle_start(i, look_alikesOk);
}
