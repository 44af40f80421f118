// Threads that are bounded, or waited for one by one, are no thread per task.
// RUN: waitwise check --checks thread-per-task --profile audit --root %S %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning}}:
// CHECK: nothing to report
#include <condition_variable>
#include <mutex>
#include <queue>
#include <semaphore>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    ;
}

void constantOk(int listener) {
  for (int i = 0; i < 8; ++i)
    std::thread(serve, listener).detach();
}
void coresOk(int listener) {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    std::thread(serve, listener).detach();
}
void configuredOk(int threads, int listener) {
  for (int i = 0; i < threads; ++i)
    std::thread(serve, listener).detach();
}
void joinedOk(int listener) {
  for (;;) {
    std::thread t(serve, accept(listener, nullptr, nullptr));
    t.join();
  }
}
void scopedOk(int listener) {
  for (;;)
    std::jthread t(serve, accept(listener, nullptr, nullptr));
}
void waitedForOk(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    pid_t child = fork();
    if (child == 0) {
      serve(client);
      _exit(0);
    }
    waitpid(child, nullptr, 0);
  }
}
void retriedOk() {
  while (fork() < 0)
    sleep(1);
}
std::counting_semaphore<64> room(64);
void semaphoreOk(int listener) {
  for (;;) {
    room.acquire();
    std::thread(serve, accept(listener, nullptr, nullptr)).detach();
  }
}
int active;
void countedOk(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    if (active >= 100) {
      close(client);
      continue;
    }
    ++active;
    std::thread(serve, client).detach();
  }
}
void onceOk(int listener) {
  std::thread([listener] {
    for (;;)
      serve(accept(listener, nullptr, nullptr));
  }).detach();
}

struct Worker {
  std::thread thread;
};
class PoolOk {
  std::vector<Worker> workers;
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::condition_variable more;
  std::queue<int> queue;
  bool stop = false;

  void work() {
    std::unique_lock lock(mutex);
    while (!stop) {
      more.wait(lock);
      queue.pop();
    }
  }
  void start(const std::vector<int> &shards) {
    for (Worker &w : workers)
      w.thread = std::thread(serve, 1);
    for (std::thread &t : threads)
      t = std::thread(serve, 2);
    for (int shard : shards)
      std::thread(&PoolOk::work, this).detach(), (void)shard;
  }
};
