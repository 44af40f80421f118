// Every rule of the cxx-threads pack matches a call of the real headers.
// RUN: waitwise check --fail-on none --require-rules-hit=cxx-threads %s -- -std=c++20
#include <atomic>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <thread>
#include <tuple>

using namespace std::chrono_literals;
const auto soon = std::chrono::steady_clock::now() + 1s;

void threads(std::stop_token stop) {
  std::this_thread::sleep_for(1s);
  std::this_thread::sleep_until(soon);
  std::thread started([] {});
  std::thread moved(std::move(started));
  moved.join();
  std::jthread joins([] {});
  std::thread::hardware_concurrency();
  std::once_flag once;
  std::call_once(once, [] {});
  std::packaged_task<void()> packaged([] {});
  std::stop_callback callback(stop, [] {});
}

bool spins(std::atomic<bool> &done, std::atomic_flag &flag) {
  std::this_thread::yield();
  return done.load() || flag.test_and_set();
}

void futures(std::shared_future<int> f) {
  auto lazy = std::async(std::launch::deferred, [] {});
  auto eager = std::async(std::launch::async, [] {});
  auto either = std::async([] {});
  std::promise<int> promise;
  std::shared_future<int> shared = promise.get_future();
  promise.get_future().share();
  std::ignore = f;
  promise.set_value(1);
  std::packaged_task<void()> packaged([] {});
  packaged();
  f.get();
  f.wait();
  f.wait_for(1s);
  f.wait_until(soon);
}

void mutexes(std::mutex &m, std::recursive_timed_mutex &r,
             std::shared_timed_mutex &s) {
  m.lock();
  m.unlock();
  r.lock();
  s.lock_shared();
  s.unlock_shared();
  bool Took = m.try_lock() && s.try_lock_shared() && r.try_lock_for(1s) &&
              r.try_lock_until(soon) && s.try_lock_shared_for(1s) &&
              s.try_lock_shared_until(soon);
  std::lock(m, r);
  (void)Took;
}

void guards(std::mutex &m, std::timed_mutex &t) {
  std::lock_guard adopted(m, std::adopt_lock);
  std::scoped_lock both(m, t);
  std::unique_lock plain(m);
  std::unique_lock moved(std::move(plain));
  std::unique_lock tried(m, std::try_to_lock);
  std::unique_lock waits(t, 1s);
  std::unique_lock until(t, soon);
  waits.lock();
  waits.unlock();
  bool Took = waits.try_lock() || waits.try_lock_for(1s) ||
              waits.try_lock_until(soon) || waits.owns_lock();
  (void)Took;
}

void sharedGuards(std::shared_timed_mutex &s) {
  std::shared_lock plain(s);
  std::shared_lock tried(s, std::try_to_lock);
  std::shared_lock waits(s, 1s);
  std::shared_lock until(s, soon);
  plain.lock();
}

void conditions(std::condition_variable_any &c, std::unique_lock<std::mutex> &l,
                std::stop_token stop) {
  auto Ready = [] { return true; };
  c.wait(l, Ready);
  c.wait_for(l, 1s, Ready);
  c.wait_for(l, stop, 1s, Ready);
  c.wait_until(l, soon, Ready);
}

void signals(std::binary_semaphore &s, std::latch &l, std::atomic<int> &a) {
  s.acquire();
  s.try_acquire_for(1s);
  s.try_acquire_until(soon);
  l.wait();
  a.wait(0);
}
