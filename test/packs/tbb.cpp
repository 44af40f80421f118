// The tbb pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=tbb %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --check-prefix=CTX
#include "task.h"
#include "Inputs/tbb.cpp"
#include <unistd.h>
#include <vector>

std::vector<int> numbers;
tbb::spin_mutex slow, quick;
tbb::rw_mutex shared;
tbb::queuing_mutex queuing;
using range = tbb::blocked_range<int>;

// CTX-DAG: cpu-pool loopsBad::(lambda:1)
// CTX-DAG: cpu-pool loopsBad::(lambda:2)
// CTX-DAG: cpu-pool loopsBad::(lambda:3)
task loopsBad() {
  tbb::parallel_for(0, 10, [](int) {});                // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::parallel_for' waits
  tbb::parallel_for_each(numbers, [](int &) {});       // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d2::parallel_for_each' waits
  tbb::parallel_sort(numbers.begin(), numbers.end(),   // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::parallel_sort' waits
                     [](int a, int b) { return a > b; });
  tbb::parallel_invoke([] {}, [] {});                  // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::parallel_invoke' waits
  co_return;
}

// CTX-DAG: cpu-pool pipelineBad::(lambda:1)
task pipelineBad() {
  auto only = tbb::make_filter<void, void>(
      tbb::filter_mode::parallel, [](tbb::flow_control &c) { c.stop(); });
  tbb::parallel_pipeline(4, only);                     // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::parallel_pipeline' waits
  co_return;
}

// CTX-DAG: cpu-pool tasksBad::(lambda:1)
// CTX-DAG: cpu-pool tasksBad::(lambda:2)
task tasksBad() {
  tbb::task_group group;
  group.run([] {});
  group.run_and_wait([] {});                           // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::task_group::run_and_wait' waits
  group.wait();                                        // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::task_group_base::wait' waits
  co_return;
}

// CTX-DAG: cpu-pool graphBad::(lambda:1)
task graphBad() {
  tbb::flow::graph graph;
  tbb::flow::function_node<int, int> node(graph, 1, [](int i) { return i; });
  graph.wait_for_all();                                // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::graph::wait_for_all' waits
  tbb::task_scheduler_handle handle{tbb::attach{}};
  tbb::finalize(handle);                               // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::finalize' waits
  co_return;
}

// CTX-DAG: cpu-pool arenaBad::(lambda:1)
task arenaBad() {
  tbb::task_arena arena;
  arena.enqueue([] { sleep(1); });                     // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, and blocks a worker of a pool
  arena.execute([] { sleep(2); });                     // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'arenaBad::(lambda:2)') sleeps, for 2 s
  tbb::this_task_arena::isolate([] { usleep(90000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' (reached through 'arenaBad::(lambda:3)') sleeps, for 90 ms
  co_return;
}

task queueBad() {
  tbb::concurrent_bounded_queue<int> queue;
  int element;
  queue.pop(element);                                  // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d2::concurrent_bounded_queue::pop' waits
  co_return;
}

task queueOk() {
  tbb::concurrent_bounded_queue<int> queue;
  tbb::concurrent_queue<int> unbounded;
  int element;
  queue.push(1);
  queue.try_pop(element);
  unbounded.try_pop(element);
  tbb::collaborative_once_flag once;
  tbb::collaborative_call_once(once, [] {});
  co_return;
}

void holders() {
  slow.lock();
  sleep(1);                                            // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'slow' is held
  slow.unlock();
  tbb::queuing_mutex::scoped_lock queued(queuing);
  sleep(1);
}

task locksBad() {
  slow.lock();                                         // CHECK: :[[#@LINE]]:{{.*}}'tbb::detail::d1::spin_mutex::lock' waits for a lock
  slow.unlock();
  tbb::spin_mutex::scoped_lock guard(slow);            // CHECK: :[[#@LINE]]:{{.*}} waits for a lock
  guard.release();
  tbb::queuing_mutex::scoped_lock later;
  later.acquire(queuing);                              // CHECK: :[[#@LINE]]:{{.*}} waits for a lock
  co_return;
}

task locksOk() {
  tbb::spin_mutex::scoped_lock guard(quick);
  if (slow.try_lock())
    slow.unlock();
  tbb::rw_mutex::scoped_lock reader(shared, false);
  shared.lock_shared();
  shared.unlock_shared();
  if (shared.try_lock_shared())
    shared.unlock_shared();
  co_return;
}
