// Loops that ask again and again for what another thread does, and loops that only look so.
// RUN: waitwise check --checks busy-wait --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <atomic>
#include <chrono>
#include <csignal>
#include <mutex>
#include <poll.h>
#include <thread>
#include <unistd.h>

std::atomic<bool> done, stopped;
bool plain, unshared;
volatile sig_atomic_t interrupted;
std::atomic_flag flag;
std::mutex m;
int fd;
bool isDone() { return done.load(); }
void step();
void onSignal(int) { interrupted = 1; }

void emptyBad() {
  while (!done) { // CHECK: :[[#@LINE]]:3: {{.*}}this loop of 'emptyBad' spins until another thread changes 'done'
  }
}
void yieldBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: this loop of 'yieldBad' spins, yielding, until
  while (!done.load(std::memory_order_acquire))
    std::this_thread::yield();
}
void sleepBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: this loop of 'sleepBad' polls with sleeps until another thread changes 'done'
  while (!isDone())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}
void breakBad() {
  for (;;) { // CHECK: :[[#@LINE]]:3: {{.*}}this loop of 'breakBad' polls
    if (done)
      break;
    usleep(10);
  }
}
void plainBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: this loop of 'plainBad' polls with sleeps until another thread changes 'plain'
  while (!plain)
    poll(nullptr, 0, 10);
}
void flagBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: this loop of 'flagBad' spins until 'flag' is free
  while (flag.test_and_set())
    ;
}
void tryBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: this loop of 'tryBad' polls with sleeps until 'm' is free
  while (!m.try_lock())
    usleep(10);
}

void boundedOk() {
  for (int i = 0; i < 100 && !done; ++i)
    std::this_thread::yield();
}
void workOk() {
  while (!stopped) {
    step();
    usleep(1000);
  }
}
void retryOk() {
  char c;
  while (read(fd, &c, 1) < 0 && errno == EAGAIN)
    usleep(10);
}
void fileOk() {
  while (access("ready", F_OK) != 0)
    sleep(1);
}
void signalOk() {
  while (!interrupted)
    sleep(1);
}
void neverSetOk() {
  while (!unshared)
    sleep(1);
}
void foreverOk() {
  for (;;)
    sleep(60);
}
struct Node {
  std::atomic<Node *> next;
};
std::atomic<Node *> head;
Node *lastOk() {
  Node *n = head.load();
  while (Node *next = n->next.load())
    n = next;
  return n;
}
void updateOk(std::atomic<int> &value) {
  int seen = value.load();
  while (!value.compare_exchange_weak(seen, seen + 1))
    ;
}

void work() {
  plain = true;
  done = true;
  stopped = true;
}
int main() {
  std::signal(SIGINT, onSignal);
  std::thread t(work);
  t.join();
}
