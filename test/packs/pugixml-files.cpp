// The pugixml pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

task filesBad(pugi::xml_document &d, std::ifstream &from) {
  d.load_file("f.xml"); // CHECK: :[[#@LINE]]:{{.*}}'pugi::xml_document::load_file' waits for the disk
  d.load(from); // CHECK: :[[#@LINE]]:{{.*}}'pugi::xml_document::load' waits for the disk
  d.save_file("f.xml"); // CHECK: :[[#@LINE]]:{{.*}}'pugi::xml_document::save_file' waits for the disk
  co_return;
}

task memoryOk(pugi::xml_document &d, std::istringstream &from) {
  d.load(from);
  co_return;
}
