// A coroutine that opens an std::ifstream waits for the disk.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%S/../Inputs \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fstream>
#include <sstream>
#include <string>

task readBad(const char *name) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::basic_ifstream::basic_ifstream' waits for the disk{{.*}}blocking-in-coroutine
  std::ifstream file(name);
  co_return;
}

task memoryOk(const char *text) {
  std::istringstream words(text);
  std::string word;
  words >> word;
  co_return;
}
