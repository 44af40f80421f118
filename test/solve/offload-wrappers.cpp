// What is handed to a wrapper runs where that takes it: each object's pool has its own size.
// RUN: waitwise dump contexts %s -- -std=c++20 | FileCheck %s
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --check-prefix=WARN --implicit-check-not={{warning|error}}:
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>
#include <unistd.h>

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
  template <class F> void enqueue(F f) {
    std::lock_guard lock(m);
    tasks.emplace_back([f] { f(); });
  }
  void add(std::function<void()> f) {
    std::lock_guard lock(m);
    tasks.push_back(std::move(f));
  }
};

struct App {
  Pool io{64};
  Pool cpu{std::thread::hardware_concurrency()};
  void go() {
    io.enqueue([] { sleep(1); });
    // WARN: :[[#@LINE+1]]:{{.*}} warning: 'sleep' sleeps, for 2 s, and blocks a worker of a pool sized for computing
    cpu.enqueue([] { sleep(2); });
    io.add([] { sleep(3); });
    // WARN: :[[#@LINE+1]]:{{.*}} warning: 'sleep' sleeps, for 4 s, and blocks a worker of a pool sized for computing
    cpu.add([] { sleep(4); });
  }
};
int main() { App a; a.go(); }

// CHECK: cpu-pool App::go::(lambda:2): passed to 'Pool::enqueue', for the workers in 'Pool::Pool::(lambda:1)', a thread for each core
// CHECK: cpu-pool App::go::(lambda:4): passed to 'Pool::add', for the workers in 'Pool::Pool::(lambda:1)', a thread for each core
// CHECK-NOT: cpu-pool
// CHECK: io-pool App::go::(lambda:1): passed to 'Pool::enqueue', {{.*}}, 64 threads
// CHECK: io-pool App::go::(lambda:3): passed to 'Pool::add', {{.*}}, 64 threads
// CHECK: wrapper Pool::add: runs 'f' by the workers in 'Pool::Pool::(lambda:1)'
// CHECK: wrapper Pool::enqueue: runs 'f' by the workers in 'Pool::Pool::(lambda:1)'
