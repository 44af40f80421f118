// A worker that waits for what it queued to its own pool is reported; for another's work, not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class Pool {
  std::vector<std::thread> workers;
  std::deque<std::function<void()>> tasks;
  std::mutex m;
  std::condition_variable filled;
public:
  explicit Pool(unsigned n) {
    for (unsigned i = 0; i < n; ++i)
      workers.emplace_back([this] {
        for (;;) {
          std::function<void()> task;
          {
            std::unique_lock lock(m);
            filled.wait(lock, [this] { return !tasks.empty(); });
            task = std::move(tasks.front());
            tasks.pop_front();
          }
          task();
        }
      });
  }
  template <class F> std::future<int> submit(F f) {
    auto task = std::make_shared<std::packaged_task<int()>>(std::move(f));
    std::future<int> result = task->get_future();
    std::lock_guard lock(m);
    tasks.emplace_back([task] { (*task)(); });
    return result;
  }
  void add(std::function<void()> f) {
    std::lock_guard lock(m);
    tasks.push_back(std::move(f));
  }
};

struct App {
  Pool few{2};
  Pool other{4};
  Pool one{1};
  int half() { return 1; }
  int splitBad() {
    std::future<int> part = few.submit([this] { return half(); });
    return part.get();
  }
  int otherOk() {
    std::future<int> part = other.submit([this] { return half(); });
    return part.get();
  }
  int asyncOk() { return std::async(std::launch::async, [] { return 1; }).get(); }
  int handedInOk(std::future<int> &f) { return f.get(); }
  int latchBad() {
    std::latch done(1);
    few.add([&done] { done.count_down(); });
    done.wait();
    return 0;
  }
  void go(std::future<int> &f) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::future::get' waits for what 'Pool::submit' queued to the workers in 'Pool::Pool::(lambda:1)', on a worker of it; with all workers here, none is left to do that work [waitwise-wait-on-own-pool]
    few.submit([this] { return splitBad(); });
    // CHECK: note: 'App::go::(lambda:1)' runs in a worker of an I/O pool: handed over by 'Pool::submit'
    // CHECK: note: 'App::go::(lambda:1)' calls 'App::splitBad' here
    // CHECK: note: 'std::future::get' blocks: it waits until the result is there; the work is queued at {{.*}}wait-on-own-pool.cpp:54
    few.submit([this] { return otherOk(); });
    few.submit([this] { return asyncOk(); });
    few.submit([this, &f] { return handedInOk(f); });
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::latch::wait' waits for what 'Pool::add' queued
    few.submit([this] { return latchBad(); });
    few.submit([this] { return half(); }).get(); // No worker waits here.
    one.submit([this] { return one.submit([] { return 1; }).get(); });
    // CHECK: warning: 'std::future::get' waits for what 'Pool::submit' queued {{.*}}; its only thread is this one, and nobody does that work
  }
};
int main() { App a; std::future<int> f = a.other.submit([] { return 2; }); a.go(f); }
