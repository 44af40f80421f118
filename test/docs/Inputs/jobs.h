// What the example of contexts stands on.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unistd.h>
#include <vector>
struct Queue {
  std::mutex m;
  std::condition_variable filled;
  std::deque<std::function<void()>> jobs;
  void push(std::function<void()> job) {
    std::lock_guard lock(m);
    jobs.push_back(std::move(job));
    filled.notify_one();
  }
  std::function<void()> pop() {
    std::unique_lock lock(m);
    filled.wait(lock, [this] { return !jobs.empty(); });
    auto job = std::move(jobs.front());
    jobs.pop_front();
    return job;
  }
};
struct jobs {
  static inline Queue queue;
  static void worker();
  static void submit(std::function<void()> job);
  std::vector<std::thread> threads;
  jobs() {
    for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
      threads.emplace_back(worker);
  }
};
