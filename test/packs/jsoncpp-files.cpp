// The jsoncpp pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/jsoncpp -Wno-deprecated-declarations \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fstream>
#include <json/json.h>
#include <sstream>

task filesBad(std::ifstream &from, std::ofstream &to, Json::Value &v) {
  Json::parseFromStream(Json::CharReaderBuilder(), from, &v, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'Json::parseFromStream' waits for the disk
  from >> v; // CHECK: :[[#@LINE]]:{{.*}}'Json::operator>>' waits for the disk
  to << v; // CHECK: :[[#@LINE]]:{{.*}}'Json::operator<<' waits for the disk
  co_return;
}

task memoryOk(std::istringstream &from, std::ostringstream &to, Json::Value &v) {
  Json::parseFromStream(Json::CharReaderBuilder(), from, &v, nullptr);
  from >> v;
  to << v;
  co_return;
}
