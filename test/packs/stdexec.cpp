// The stdexec pack: waiting for a sender inside of a coroutine.
// RUN: waitwise check --fail-on none --require-rules-hit=stdexec %s -- -std=c++20 -isystem %S/Inputs/stdexec \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/stdexec | FileCheck %s --check-prefix=CONTEXT
#include <stdexec/execution.hpp>
#include <unistd.h>

using namespace stdexec;
using exec::static_thread_pool;

exec::task<void> waitingBad(task<void> other, run_loop &loop) {
  sync_wait(other);                     // CHECK: :[[#@LINE]]:{{.*}}'stdexec::sync_wait_t::operator()' waits
  loop.run();                           // CHECK: :[[#@LINE]]:{{.*}}'stdexec::run_loop::run' runs a nested event loop
  usleep(11000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  co_return;
}

task<void> poolBad() {
  static_thread_pool pool;
  co_return; // CHECK: :[[#@LINE]]:{{.*}}'experimental::execution::static_thread_pool::~static_thread_pool' waits
}

task<void> waitingOk(task<void> other, static_thread_pool &pool) {
  co_await other;
  co_await then(sender(), [] {});
  co_await exec::reschedule_coroutine_on(pool.get_scheduler());
}

// CONTEXT-DAG: cpu-pool onCoresOk:
task<void> onCoresOk() { co_return; }
void startsOk(static_thread_pool &pool) {
  sync_wait(on(pool.get_scheduler(), onCoresOk()));
}

void adaptorsOk(sender s) {
  then(s, [] { usleep(12000); });
}

// Functions of the same names that are the program's own.
namespace mine {
template <typename S> void sync_wait(S &&) {}
} // namespace mine
task<void> lookAlikesOk(task<void> other) {
  mine::sync_wait(other);
  co_return;
}
