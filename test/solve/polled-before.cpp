// What a wait for no time found ready is waited for no more.
// RUN: waitwise check %s --profile strict --fail-on none -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <chrono>
#include <future>
#include <optional>
#include <uv.h>
using namespace std::chrono_literals;

std::future<int> result, other;
std::optional<std::future<int>> maybe;

static void polledOk(uv_timer_t *) {
  if (result.wait_for(0s) == std::future_status::ready)
    result.get();
}
static void polledEarlyOk(uv_timer_t *) {
  auto status = result.wait_for(std::chrono::seconds(0));
  if (status != std::future_status::ready)
    return;
  result.get();
}
template <class T> static bool isReady(const std::future<T> &f) {
  return f.wait_for(0s) == std::future_status::ready;
}
static void askedOk(uv_timer_t *) {
  if (maybe && isReady(*maybe))
    maybe->get();
}

// CHECK: warning: 'std::future::get' {{.*}}blocks the event loop
static void otherBad(uv_timer_t *) {
  if (result.wait_for(0s) == std::future_status::ready)
    other.get();
}
// CHECK: warning: 'std::future::get' {{.*}}blocks the event loop
static void unreadyBad(uv_timer_t *) {
  if (!isReady(result))
    result.get();
}
// CHECK: warning: 'std::future::get' {{.*}}blocks the event loop
static void afterwardsBad(uv_timer_t *) {
  if (result.wait_for(0s) == std::future_status::timeout)
    uv_stop(uv_default_loop());
  result.get();
}

void start(uv_timer_t *t) {
  uv_timer_start(t, polledOk, 1, 0);
  uv_timer_start(t, polledEarlyOk, 1, 0);
  uv_timer_start(t, askedOk, 1, 0);
  uv_timer_start(t, otherBad, 1, 0);
  uv_timer_start(t, unreadyBad, 1, 0);
  uv_timer_start(t, afterwardsBad, 1, 0);
}
