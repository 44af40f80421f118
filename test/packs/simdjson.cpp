// The simdjson pack: computing, and with simdjson-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=simdjson %s %S/simdjson-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <simdjson.h>

task parseBad(simdjson::dom::parser &p, const simdjson::padded_string &text) {
  simdjson::dom::element e = p.parse(text);
  p.parse_many(text);
  simdjson::minify(e);
  co_return;
}

task lazyBad(simdjson::ondemand::parser &p, const simdjson::padded_string &text) {
  p.iterate(text);
  co_return;
}

task accessOk(simdjson::dom::element e) {
  e["a"].get_int64();
  co_return;
}
