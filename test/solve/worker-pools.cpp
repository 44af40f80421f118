// A thread that waits for work, takes a callable and calls it is a worker of a pool.
// RUN: waitwise dump contexts %s -- -std=c++20 | FileCheck %s
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

// Stored callables behind futures; as many threads as cores.
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
  template <class F> auto enqueue(F f) {
    auto task = std::make_shared<std::packaged_task<int()>>(std::move(f));
    auto result = task->get_future();
    std::lock_guard lock(m);
    tasks.emplace_back([task] { (*task)(); });
    return result;
  }
};

void compute() {
  Pool pool(std::thread::hardware_concurrency());
  pool.enqueue([] { return 1; }).get();
}

// A virtual method of an object that a queue hands out after waiting; a number
// of threads, and none that waits without calling what it took.
struct Job {
  virtual ~Job() = default;
  virtual void run() = 0;
};
struct Save : Job {
  void run() override {}
};
class Queue {
  std::deque<std::unique_ptr<Job>> jobs;
  std::mutex m;
  std::condition_variable filled;

public:
  std::unique_ptr<Job> pop() {
    std::unique_lock lock(m);
    while (jobs.empty())
      filled.wait(lock);
    auto job = std::move(jobs.front());
    jobs.pop_front();
    return job;
  }
};
class Writers {
  Queue queue;
  std::vector<std::thread> threads;
  void work() {
    while (auto job = queue.pop())
      job->run();
  }
  void count() {
    int n = 0;
    while (queue.pop())
      ++n;
  }

public:
  void start() {
    for (int i = 0; i < 4; ++i)
      threads.push_back(std::thread(&Writers::work, this));
    threads.emplace_back(&Writers::count, this);
  }
};

int main() {
  Writers writers;
  writers.start();
  Save save;
  compute();
}

// A loop that no thread is given to is no pool.
void helpOut(Queue &queue) {
  while (auto job = queue.pop())
    job->run();
}

// CHECK: cpu-pool Pool::enqueue::(lambda:1): called by the workers in 'Pool::Pool::(lambda:1)', a thread for each core ('std::thread::hardware_concurrency') [worker-pools.cpp:31] discovered
// CHECK: io-pool Save::run: called by the workers in 'Writers::work', 4 threads [worker-pools.cpp:78] discovered
// CHECK: pool Pool::Pool::(lambda:1): cpu-pool, a thread for each core ('std::thread::hardware_concurrency')
// CHECK-NEXT: sized [worker-pools.cpp:45]
// CHECK-NEXT: started by 'std::vector::emplace_back' [worker-pools.cpp:22]
// CHECK-NEXT: waits in 'std::condition_variable::wait' [worker-pools.cpp:27]
// CHECK-NEXT: calls what it took [worker-pools.cpp:31]
// CHECK-NEXT: pool Writers::work: io-pool, 4 threads
// CHECK-NEXT: sized [worker-pools.cpp:88]
// CHECK-NEXT: started by 'std::thread::thread' [worker-pools.cpp:89]
// CHECK-NEXT: waits in 'std::condition_variable::wait' [worker-pools.cpp:67]
// CHECK-NEXT: calls what it took [worker-pools.cpp:78]
// CHECK-NOT: pool {{.*}}helpOut
