// A condition variable gives the lock back that it waits under, whoever owns it.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <condition_variable>
#include <mutex>

void waitOk(std::mutex &m, std::condition_variable &ready) {
  std::unique_lock guard(m);
  ready.wait(guard);
}
void otherBad(std::mutex &m, std::mutex &held, std::condition_variable &ready) {
  std::lock_guard outer(held);
  std::unique_lock guard(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: {{.*}}, without limit, while 'held' is held
  ready.wait(guard);
}
