// Callables are followed through fields, containers, bind, captures and parameters.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <unistd.h>
#include <vector>

std::mutex m;

struct timer {
  std::function<void()> field;
  std::vector<std::function<void()>> list;
  std::map<std::string, std::function<void(int)>> table;

  void set(std::function<void()> f) { field = std::move(f); }
  void fireFieldBad() {
    std::lock_guard lock(m);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'useField::(lambda:1)') sleeps, for 11 s
    field();
  }
  void fireListBad() {
    for (auto &f : list) {
      std::lock_guard lock(m);
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'listed') sleeps, for 12 s
      f();
    }
  }
  void fireTableBad() {
    std::lock_guard lock(m);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'worker::work') sleeps, for 13 s
    table["x"](1);
  }
};

void useField(timer &t) {
  t.set([] { sleep(11); });
}

void listed() { sleep(12); }
void useList(timer &t) { t.list.push_back(listed); }

struct worker {
  void work(int) { sleep(13); }
  void start(timer &t) {
    using namespace std::placeholders;
    t.table["x"] = std::bind(&worker::work, this, _1);
  }
};

template <typename F> void locked(F f) {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' (reached through 'useTemplate::(lambda:1)') sleeps, for 14 s
  f();
}
void useTemplate() {
  locked([] { sleep(14); });
}

typedef void (*plain)(void);
static void slow() { sleep(15); }
static void call(plain p) { p(); }
void pointerBad() {
  std::lock_guard lock(m);
  // CHECK: :[[#@LINE+1]]:3: warning: 'sleep' (reached through 'call') sleeps, for 15 s
  call(slow);
}

void neverCalledOk(timer &t) {
  std::lock_guard lock(m);
  t.set([] {});
}
