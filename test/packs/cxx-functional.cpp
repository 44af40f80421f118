// The cxx-functional pack: what is only wrapped, kept or compared does not run.
// RUN: waitwise check --fail-on none --require-rules-hit=cxx-functional %s -- -std=c++20 \
// RUN:   -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <map>
#include <unistd.h>
#include <utility>
#include <vector>

using callback = std::function<void()>;
struct object {
  void method() { sleep(1); }
  void takes(int) { sleep(1); }
};
void kept() { sleep(1); }
void takes(int) { sleep(1); }
bool answers() { return sleep(1); }
void (*table[])() = {kept};
std::atomic<void (*)()> current;

task wrappedOk(object &o) {
  auto free = std::bind(takes, 1);
  auto method = std::bind(&object::method, &o);
  auto front = std::bind_front(&object::takes, &o);
  auto negated = std::not_fn(answers);
  auto member = std::mem_fn(&object::method);
  auto reference = std::ref(kept);
  callback moved = std::move(method);
  co_return;
}

task keptOk(std::map<int, callback> &m, std::vector<callback> &v) {
  m.insert(std::make_pair(1, kept));
  auto [f, n] = std::make_tuple(kept, 1);
  callback a = kept, b = std::exchange(a, kept);
  std::swap(a, b);
  std::fill(v.begin(), v.end(), kept);
  std::atomic_store(&current, kept);
  std::set_terminate(kept);
  co_return;
}

task comparedOk(callback f) {
  f = kept;
  if (f == nullptr)
    co_return;
  (void)std::find(std::begin(table), std::end(table), kept);
}

// Calling what was wrapped is another thing.
void bound(int) { sleep(1); }
void front(int) { sleep(1); }
void paired() { sleep(1); }

task calledBad() {
  auto f = std::bind(bound, 1);
  f();          // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'bound') sleeps
  auto g = std::bind_front(front, 1);
  g();          // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'front') sleeps
  auto p = std::make_pair(1, paired);
  p.second();   // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'paired') sleeps
  co_return;
}
