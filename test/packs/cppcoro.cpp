// The cppcoro pack: waiting for a coroutine, and for events, inside of one.
// RUN: waitwise check --fail-on none --require-rules-hit=cppcoro %s -- -std=c++20 -isystem %S/Inputs/cppcoro \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <cppcoro/cppcoro.hpp>
#include <unistd.h>

using namespace cppcoro;
using namespace std::chrono_literals;

task<> waitingBad(task<> other, io_service &io) {
  sync_wait(other);                     // CHECK: :[[#@LINE]]:{{.*}}'cppcoro::sync_wait' waits
  io.process_events();                  // CHECK: :[[#@LINE]]:{{.*}}'cppcoro::io_service::process_events' runs a nested event loop
  auto f = read_only_file::open(io, "f"); // CHECK: :[[#@LINE]]:{{.*}}'cppcoro::read_only_file::open' waits for the disk
  co_return;
}

task<> poolBad() {
  static_thread_pool pool;
  co_await pool.schedule();
} // CHECK: :[[#@LINE]]:{{.*}}'cppcoro::static_thread_pool::~static_thread_pool' waits

task<> waitingOk(task<> other, io_service &io, async_mutex &mutex, async_scope &scope) {
  co_await other;
  co_await mutex.lock_async();
  co_await scope.join();
  co_await io.schedule_after(1s);
  io.process_pending_events();
}

// A generator runs in whoever asks it for the next value.
generator<int> numbersOk() {
  usleep(11000);
  co_yield 1;
}

task<> onLoopBad() {
  usleep(12000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  co_return;
}
void starts(io_service &io) { sync_wait(schedule_on(io, onLoopBad())); }

// Functions of the same names that are the program's own.
namespace mine {
void sync_wait(task<> &) {}
} // namespace mine
task<> lookAlikesOk(task<> other) {
  mine::sync_wait(other);
  co_return;
}
