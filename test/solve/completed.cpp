// What is there already need not be waited for: futures that were asked, whose
// promise was kept, or that are computed on the spot.
// RUN: waitwise check --profile strict --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <future>
#include <uv.h>

using namespace std::chrono_literals;
std::future<int> answer;
std::future<int> ask();

void askedOk(uv_timer_t *) {
  if (answer.wait_for(0s) == std::future_status::ready)
    answer.get();
}
void askedTooLateBad(uv_timer_t *) {
  if (answer.wait_for(0s) != std::future_status::ready)
    answer.get(); // CHECK: :[[#@LINE]]:{{.*}}'std::future::get' waits
}
void askedAnotherBad(uv_timer_t *) {
  auto other = ask();
  if (other.wait_for(0s) == std::future_status::ready)
    answer.get(); // CHECK: :[[#@LINE]]:{{.*}}'std::future::get' waits
}
void replacedBad(uv_timer_t *) {
  if (answer.wait_for(0s) != std::future_status::ready)
    return;
  answer = ask();
  answer.get(); // CHECK: :[[#@LINE]]:{{.*}}'std::future::get' waits
}
void leftEarlyOk(uv_timer_t *) {
  auto f = ask();
  if (f.wait_for(0s) != std::future_status::ready)
    return;
  f.get();
}
void keptPromiseOk(uv_timer_t *) {
  std::promise<int> promise;
  auto f = promise.get_future();
  promise.set_value(1);
  f.get();
}
void openPromiseBad(uv_timer_t *) {
  std::promise<int> promise;
  auto f = promise.get_future();
  f.get(); // CHECK: :[[#@LINE]]:{{.*}}'std::future::get' waits
}
void computedHereOk(uv_timer_t *) {
  auto f = std::async(std::launch::deferred, [] { return 1; });
  f.get();
}
void ranOk(uv_timer_t *) {
  std::packaged_task<int()> work([] { return 1; });
  auto f = work.get_future();
  work();
  f.get();
}

void registered(uv_timer_t *t) {
  for (auto callback : {askedOk, askedTooLateBad, askedAnotherBad, replacedBad,
                        leftEarlyOk, keptPromiseOk, openPromiseBad,
                        computedHereOk, ranOk})
    uv_timer_start(t, callback, 0, 10);
}
