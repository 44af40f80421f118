// The nlohmann-json pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using nlohmann::json;

task filesBad(std::ifstream &from, std::ofstream &to, json &j) {
  json::parse(from); // CHECK: :[[#@LINE]]:{{.*}}'nlohmann::basic_json::parse' waits for the disk
  from >> j; // CHECK: :[[#@LINE]]:{{.*}}'nlohmann::operator>>' waits for the disk
  to << j; // CHECK: :[[#@LINE]]:{{.*}}'nlohmann::operator<<' waits for the disk
  co_return;
}

task memoryOk(std::istringstream &from, std::ostringstream &to, json &j) {
  json::parse(from);
  from >> j;
  to << j;
  co_return;
}
