// The boost-thread pack: waiting for threads, locks and futures blocks a loop's callbacks.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-thread %s -- -std=c++20
#define BOOST_THREAD_VERSION 4
#define BOOST_THREAD_PROVIDES_EXECUTORS
#define BOOST_THREAD_USES_DATETIME
#include <boost/thread.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/latch.hpp>
#include <unistd.h>
#include <uv.h>

boost::mutex quick, slow;
boost::timed_mutex timed;
boost::recursive_mutex recursive;
boost::shared_mutex shared;
boost::condition_variable condition;
boost::thread worker;
boost::future<int> answer;
boost::basic_thread_pool pool;
boost::latch latch(1);
using boost::chrono::milliseconds;

// In a thread of its own it may wait.
void workOk() {
  sleep(1);
  boost::lock_guard<boost::mutex> guard(slow);
  boost::this_thread::sleep_for(boost::chrono::seconds(1)); // CHECK: :[[#@LINE]]:{{.*}}'boost::this_thread::sleep_for' sleeps, for 1 s, while 'slow' is held
}
void startedOk() {
  worker = boost::thread(workOk);
  boost::thread moved(std::move(worker));
  boost::thread::hardware_concurrency();
  boost::thread_group().create_thread(workOk);
  boost::async([] { return sleep(1); }).then([](boost::future<unsigned> f) { return sleep(f.get()); });
  pool.submit([] { sleep(2); });
}

void sleepingBad(uv_timer_t *) {
  boost::this_thread::sleep_for(milliseconds(20)); // CHECK: :[[#@LINE]]:{{.*}}sleep_for' sleeps, for 20 ms
  boost::this_thread::sleep(boost::posix_time::seconds(1)); // CHECK: :[[#@LINE]]:{{.*}}sleep' sleeps, for 1 s
  worker.join();                     // CHECK: :[[#@LINE]]:{{.*}}'boost::thread::join' waits
  worker.try_join_for(milliseconds(30)); // CHECK: :[[#@LINE]]:{{.*}}'boost::thread::try_join_for' waits {{.*}}30 ms
  worker.try_join_until(boost::chrono::steady_clock::now()); // CHECK: :[[#@LINE]]:{{.*}}try_join_until' waits
  pool.join();                       // CHECK: :[[#@LINE]]:{{.*}}basic_thread_pool::join' waits
}

void waitingBad(uv_check_t *) {
  boost::unique_lock<boost::mutex> lock(slow); // CHECK: :[[#@LINE]]:{{.*}}unique_lock' waits for a lock, up to 1 s
  condition.wait(lock);              // CHECK: :[[#@LINE]]:{{.*}}'boost::condition_variable::wait' waits
  condition.wait_for(lock, milliseconds(20)); // CHECK: :[[#@LINE]]:{{.*}}wait_for' waits {{.*}}20 ms
  condition.wait_until(lock, boost::chrono::steady_clock::now()); // CHECK: :[[#@LINE]]:{{.*}}wait_until' waits
  latch.wait();                      // CHECK: :[[#@LINE]]:{{.*}}'boost::latch::wait' waits
  latch.wait_for(milliseconds(40));  // CHECK: :[[#@LINE]]:{{.*}}'boost::latch::wait_for' waits {{.*}}40 ms
}

void futuresBad(uv_prepare_t *) {
  answer.wait_for(milliseconds(20)); // CHECK: :[[#@LINE]]:{{.*}}wait_for' waits {{.*}}20 ms
  answer.wait_until(boost::chrono::steady_clock::now()); // CHECK: :[[#@LINE]]:{{.*}}wait_until' waits
  boost::wait_for_all(answer, answer); // CHECK: :[[#@LINE]]:{{.*}}'boost::wait_for_all' waits
  answer.get();                      // CHECK: :[[#@LINE]]:{{.*}}'boost::future::get' waits
  answer.wait();                     // CHECK: :[[#@LINE]]:{{.*}}wait' waits
}

void futuresOk(uv_prepare_t *) {
  if (answer.is_ready())
    answer.get();
}

// Held for a few instructions only, or only tried.
void locksOk(uv_idle_t *) {
  boost::lock_guard<boost::mutex> guard(quick);
  boost::unique_lock<boost::timed_mutex> tried(timed, boost::try_to_lock), later(timed, boost::defer_lock);
  if (tried.owns_lock() || later.try_lock())
    tried.unlock();
  later.lock();
  timed.lock(), timed.unlock();
  recursive.lock(), recursive.unlock();
  shared.lock_shared(), shared.unlock_shared();
  boost::shared_lock<boost::shared_mutex> reader(shared);
  boost::shared_lock<boost::shared_mutex> other(shared, boost::try_to_lock);
  boost::shared_lock<boost::shared_mutex> moved(std::move(reader));
  if (timed.try_lock_for(milliseconds(1)) || quick.try_lock() || shared.try_lock_shared())
    return;
  boost::this_thread::sleep_for(milliseconds(0));
}

boost::once_flag once = BOOST_ONCE_INIT;
struct Own {
  void join() {}
  int get() { return 0; }
};
void look_alikesOk(uv_async_t *) { Own().join(), Own().get(), boost::call_once(once, [] {}); }

void started(uv_timer_t *t, uv_check_t *c, uv_prepare_t *p, uv_idle_t *i, uv_async_t *a) {
  uv_timer_start(t, sleepingBad, 1, 0);
  uv_check_start(c, waitingBad);
  uv_prepare_start(p, futuresBad);
  uv_prepare_start(p, futuresOk);
  uv_idle_start(i, locksOk);
  uv_async_init(nullptr, a, look_alikesOk);
}
