// The tinyxml2 pack: computing, and with tinyxml2-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=tinyxml2 %s %S/tinyxml2-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <tinyxml2.h>

task parseBad(tinyxml2::XMLDocument &d, const char *text) {
  d.Parse(text);
  d.Print();
  co_return;
}

task littleOk(tinyxml2::XMLDocument &d) {
  d.Parse("<a/>");
  d.FirstChildElement("a");
  co_return;
}
