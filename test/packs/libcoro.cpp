// The libcoro pack: waiting for a coroutine, and for events, inside of one.
// RUN: waitwise check --fail-on none --require-rules-hit=libcoro %s -- -std=c++20 -isystem %S/Inputs/libcoro \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/libcoro | FileCheck %s --check-prefix=CONTEXT
#include <coro/coro.hpp>
#include <unistd.h>

using namespace std::chrono_literals;

coro::task<> waitingBad(coro::task<> other, coro::scheduler &io, coro::thread_pool &pool) {
  coro::sync_wait(other);               // CHECK: :[[#@LINE]]:{{.*}}'coro::sync_wait' waits
  io.process_events(2s);                // CHECK: :[[#@LINE]]:{{.*}}'coro::scheduler::process_events' runs a nested event loop
  pool.shutdown();                      // CHECK: :[[#@LINE]]:{{.*}}'coro::thread_pool::shutdown' waits
  usleep(11000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  co_return;
}

coro::task<> waitingOk(coro::task<> other, coro::scheduler &io, coro::mutex &mutex,
                       coro::condition_variable &ready, coro::net::tcp::client &client, int n) {
  co_await other;
  co_await mutex.lock();
  co_await ready.wait(n);
  co_await client.connect();
  co_await io.yield_for(1s);
  io.process_events();
}

// A generator runs in whoever asks it for the next value.
coro::generator<int> numbersOk() {
  usleep(12000);
  co_yield 1;
}

// CONTEXT-DAG: cpu-pool onCoresOk:
coro::task<> onCoresOk() { co_return; }
coro::task<> movesOk(coro::thread_pool &pool) { co_await pool.schedule(); }
// CONTEXT-DAG: any-pool onPoolOk:
coro::task<> onPoolOk() {
  usleep(13000);
  co_return;
}
void starts(coro::thread_pool &pool, coro::scheduler &io) {
  pool.spawn_detached(onCoresOk());
  io.spawn_detached(onPoolOk());
}

// Functions of the same names that are the program's own.
struct pool {
  void shutdown();
};
coro::task<> lookAlikesOk(pool &p) {
  p.shutdown();
  co_return;
}
