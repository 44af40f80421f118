// The tinyxml2 pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <tinyxml2.h>

task filesBad(tinyxml2::XMLDocument &d, FILE *f) {
  d.LoadFile("f.xml"); // CHECK: :[[#@LINE]]:{{.*}}'tinyxml2::XMLDocument::LoadFile' waits for the disk
  d.SaveFile("f.xml"); // CHECK: :[[#@LINE]]:{{.*}}'tinyxml2::XMLDocument::SaveFile' waits for the disk
  d.RootElement();
  co_return;
}

task streamBad(tinyxml2::XMLDocument &d, FILE *f) {
  d.LoadFile(f); // CHECK: :[[#@LINE]]:{{.*}}'tinyxml2::XMLDocument::LoadFile' waits for the disk
  co_return;
}
