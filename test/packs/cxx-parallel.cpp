// The cxx-parallel pack: callables run on a pool with a policy only.
// RUN: waitwise check --fail-on none --require-rules-hit=cxx-parallel %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --check-prefix=CTX
#include "task.h"
#include <algorithm>
#include <execution>
#include <unistd.h>
#include <vector>

// CTX-DAG: cpu-pool parallelBad::(lambda:1)
// CTX-DAG: cpu-pool parallelBad::(lambda:2)
task parallelBad(std::vector<int> &v) {
  std::sort(std::execution::par_unseq, v.begin(), v.end(), [](int a, int b) { return a > b; });
  std::for_each(std::execution::par, v.begin(), v.end(), [](int) { usleep(20000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms, and blocks a worker of a pool
  co_return;
}

task sequentialBad(std::vector<int> &v) {
  // CHECK: :[[#@LINE+1]]:{{.*}}'usleep' (reached through 'sequentialBad::(lambda:1)') sleeps, for 20 ms
  std::for_each(v.begin(), v.end(), [](int) { usleep(20000); });
  co_return;
}
