// The nlohmann-json pack: computing, and with nlohmann-json-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=nlohmann-json %s %S/nlohmann-json-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <nlohmann/json.hpp>
#include <sstream>

using nlohmann::json;

task parseBad(const std::string &text, const std::vector<std::uint8_t> &bytes) {
  json j = json::parse(text);
  json::accept(text);
  json::from_cbor(bytes);
  co_return;
}

task writeBad(json &j, std::stringstream &s) {
  j.dump(2);
  j.flatten();
  s >> j;
  s << j;
  co_return;
}

task littleOk(json &j) {
  json::parse("{}");
  j["a"] = 1;
  j.at("a").get<int>();
  co_return;
}
