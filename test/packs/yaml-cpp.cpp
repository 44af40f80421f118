// The yaml-cpp pack: computing, and with yaml-cpp-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=yaml-cpp %s %S/yaml-cpp-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <yaml-cpp/yaml.h>

task parseBad(const std::string &text) {
  YAML::Node n = YAML::Load(text);
  YAML::Dump(n);
  co_return;
}

task littleOk(const YAML::Node &n) {
  YAML::Load("a: 1");
  n["a"].as<int>();
  co_return;
}
