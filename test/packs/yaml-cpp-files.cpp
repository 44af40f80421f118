// The yaml-cpp pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fstream>
#include <sstream>
#include <yaml-cpp/yaml.h>

task filesBad(std::ifstream &from) {
  YAML::LoadFile("f.yaml"); // CHECK: :[[#@LINE]]:{{.*}}'YAML::LoadFile' waits for the disk
  YAML::Load(from); // CHECK: :[[#@LINE]]:{{.*}}'YAML::Load' waits for the disk
  co_return;
}

task memoryOk(std::istringstream &from) {
  YAML::Load(from);
  co_return;
}
