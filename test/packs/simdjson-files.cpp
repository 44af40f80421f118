// The simdjson pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <simdjson.h>

task filesBad(simdjson::dom::parser &p) {
  p.load("f.json"); // CHECK: :[[#@LINE]]:{{.*}}'simdjson::dom::parser::load' waits for the disk
  simdjson::padded_string::load("f.json"); // CHECK: :[[#@LINE]]:{{.*}}'simdjson::padded_string::load' waits for the disk
  co_return;
}

task memoryOk(simdjson::dom::parser &p, const simdjson::padded_string &text) {
  p.parse(text);
  co_return;
}
