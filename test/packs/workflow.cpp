// The workflow pack: where callbacks and go tasks run, and what waits.
// RUN: waitwise check --fail-on none --require-rules-hit=workflow %s -- -std=c++20 -isystem %S/Inputs/workflow \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/workflow | FileCheck %s --check-prefix=CONTEXT
#include "Inputs/task.h"
#include <workflow/workflow.h>

using namespace std::chrono_literals;
const auto soon = std::chrono::steady_clock::now();

task waitingBad(WFFuture<int> f, WFFacilities::WaitGroup &group, WFServerBase &server) {
  f.get();                              // CHECK: :[[#@LINE]]:{{.*}}'WFFuture::get' waits
  f.wait_for(2s);                       // CHECK: :[[#@LINE]]:{{.*}}'WFFuture::wait_for' waits
  f.wait_until(soon);                   // CHECK: :[[#@LINE]]:{{.*}}'WFFuture::wait_until' waits
  group.wait();                         // CHECK: :[[#@LINE]]:{{.*}}'WFFacilities::WaitGroup::wait' waits
  WFFacilities::usleep(20000);          // CHECK: :[[#@LINE]]:{{.*}}'WFFacilities::usleep' sleeps, for 20 ms
  WFFacilities::request<int, int>(1, "u", 1, 1); // CHECK: :[[#@LINE]]:{{.*}}'WFFacilities::request' waits for the network
  server.stop();                        // CHECK: :[[#@LINE]]:{{.*}}'WFServerBase::stop' waits
  co_return;
}

task waitingOk(WFFuture<int> f, WFFacilities::WaitGroup &group, WFServerBase &server) {
  f.wait_for(0ms);
  group.wait(0);
  WFFacilities::async_usleep(20000);
  server.shutdown();
  co_return;
}

// Handler threads may wait.
// CONTEXT-DAG: io-pool handlersOk::(lambda:1):
// CONTEXT-DAG: io-pool handlersOk::(lambda:2):
// CONTEXT-DAG: io-pool handlersOk::(lambda:3):
// CONTEXT-DAG: io-pool handlersOk::(lambda:4):
// CONTEXT-DAG: io-pool handlersOk::(lambda:5):
void handlersOk(WFTimerTask *timer) {
  WFTaskFactory::create_http_task("u", 1, 1, [](WFHttpTask *) { WFFacilities::usleep(20000); });
  WFServer<int, int> server([](auto *) {});
  timer->set_callback([](WFTimerTask *) {});
  Workflow::start_series_work(timer, [](auto *) {});
  WFTaskFactory::create_repeater_task([](auto *) { return nullptr; }, nullptr);
  WFAlgoTaskFactory::create_sort_task("q", (int *)nullptr, (int *)nullptr, [](auto *) {});
}

// CONTEXT-DAG: cpu-pool coresOk::(lambda:1):
// CONTEXT-DAG: cpu-pool coresOk::(lambda:2):
// CONTEXT-DAG: cpu-pool coresOk::(lambda:3):
// CONTEXT-DAG: io-pool coresOk::(lambda:4):
void coresOk(ExecQueue *queue, Executor *executor) {
  WFTaskFactory::create_go_task("q", [](int) {}, 5);
  WFTaskFactory::create_go_task(queue, executor, [] {});
  WFThreadTaskFactory<int, int>::create_thread_task("q", [](int *, int *) {}, [](auto *) {});
}

// Functions of the same names that are the program's own.
namespace mine {
struct WFFacilities {
  static void usleep(unsigned) {}
};
} // namespace mine
task lookAlikesOk() {
  mine::WFFacilities::usleep(20000);
  co_return;
}
