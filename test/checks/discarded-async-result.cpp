// Results of started work that are thrown away, by whatever way, and those that are not.
// RUN: waitwise check --checks discarded-async-result --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <future>
#include <thread>
#include <tuple>
#include <vector>

int work();
void other();
void take(std::future<int>);
constexpr auto async = std::launch::async;
constexpr auto deferred = std::launch::deferred;

void discardedBad() {
  std::async(async, work); // CHECK: :[[#@LINE]]:3: {{.*}}the result of 'std::async' is thrown away, and its end waits
  std::async(work);                // CHECK: :[[#@LINE]]:3: {{.*}}thrown away, and its end waits
  (void)std::async(work);          // CHECK: :[[#@LINE]]:9: {{.*}}thrown away, and its end waits
  std::ignore = std::async(work);  // CHECK: :[[#@LINE]]:17: {{.*}}thrown away, and its end waits
  std::async(work).share();        // CHECK: :[[#@LINE]]:3: {{.*}}thrown away, and its end waits
  std::async(deferred, work);      // CHECK: :[[#@LINE]]:3: {{.*}}thrown away, so the work never runs
}

std::future<int> launch() {
  auto f = std::async(work);
  return f;
}
template <typename F> auto run(F f) { return std::async(async, f); }
void helpersBad() {
  launch(); // CHECK: :[[#@LINE]]:3: {{.*}}the result of 'launch' is thrown away
  run(work); // CHECK: :[[#@LINE]]:3: {{.*}}the result of 'run' is thrown away
}

void localsBad() {
  {
    auto f = std::async(work); // CHECK: :[[#@LINE]]:14: {{.*}}kept in 'f', which ends at once and waits
  }
  {
    std::shared_future<int> s = std::async(work); // CHECK: :[[#@LINE]]:33: {{.*}}kept in 's', which ends at once
  }
  auto later = std::async(deferred, work); // CHECK: :[[#@LINE]]:16: {{.*}}kept in 'later', which nobody asks or awaits, so the work never runs
  other();
}

void turnsBad(int n) {
  std::future<int> f;
  for (int i = 0; i < n; ++i)
    f = std::async(work); // CHECK: :[[#@LINE]]:9: {{.*}}replaces that of the turn before in 'f'
}

void besideOk() {
  auto f = std::async(work);
  other();
}

void bothOk() {
  auto f = std::async(work);
  auto g = std::async(work);
}

void threadBesideOk() {
  std::jthread t(other);
  auto f = std::async(work);
}

int askedOk() {
  auto f = std::async(deferred, work);
  other();
  return f.get() + std::async(work).get();
}

void handedOnOk(std::vector<std::future<int>> &all, int n) {
  take(std::async(work));
  auto f = std::async(work);
  take(std::move(f));
  for (int i = 0; i < n; ++i)
    all.push_back(std::async(work));
}

struct Owner {
  std::future<int> pending;
  void startOk() { pending = std::async(work); }
};

void elementsOk(std::vector<std::future<int>> &all) {
  std::future<int> some[8];
  for (auto &f : some)
    f = std::async(work);
  for (size_t i = 0; i < all.size(); ++i)
    all[i] = std::async(work);
}

void askedOnEachTurnOk(int n) {
  std::future<int> f;
  while (n--) {
    if (f.valid())
      f.get();
    f = std::async(work);
  }
}

// While the work runs, the loop goes on with its own.
void pipelineOk(int n) {
  std::future<int> f;
  while (n--) {
    f = std::async(work);
    other();
  }
}

void onceOk(int n) {
  std::future<int> f;
  for (bool started = false; n--;)
    if (!started) {
      f = std::async(work);
      started = true;
    }
}

auto captureOk = [f = std::async(work)]() mutable { return f.get(); };
