// Loops around a start, here and in callers, say how many there are at a time.
// RUN: waitwise advise --root %S %s -- -std=c++20 | FileCheck %s
#include <future>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

void work(int) { sleep(1); }

void batches(const std::vector<std::vector<int>> &all) {
  for (;;) { // joined: this loop adds nothing
    std::vector<std::thread> threads;
    for (int i : all.front())
      threads.push_back(std::thread(work, i));
    // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'batches'
    // CHECK-NEXT: 'work': io-bound, waits slow, per-item: a loop over a container
    for (std::thread &t : threads)
      t.join();
  }
}
bool running;
void flag() {
  while (running)
    std::thread(work, 1).detach();
  // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'flag'
  // CHECK-NEXT: unbounded: an endless loop
}
struct Node {
  Node *next;
};
void chain(Node *n) {
  for (; n; n = n->next)
    std::thread(work, 1).detach();
  // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'chain'
  // CHECK-NEXT: per-item: a loop that nothing bounds
}
void waiting() {
  for (;;)
    std::async(std::launch::async, work, 1);
  // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::async' in 'waiting': fine: thread, runs 'work' (io-bound, waits slow, one
}
void three() {
  for (int i = 0; i < 3; ++i)
    std::thread(work, i).detach();
  // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'three': fine: thread, runs 'work' (io-bound, waits slow, bounded: a loop of 3 turns
}
void handler(int listener) { // nothing calls it in a loop
  int client = accept(listener, nullptr, nullptr);
  std::thread(work, client).detach();
  // CHECK: how-many.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'handler': fine: thread, runs 'work' (io-bound, waits slow, one)
}
