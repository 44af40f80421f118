// The pugixml pack: computing, and with pugixml-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=pugixml %s %S/pugixml-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <pugixml.hpp>
#include <sstream>

task parseBad(pugi::xml_document &d, const char *text, size_t n) {
  d.load_string(text);
  d.load_buffer(text, n);
  co_return;
}

task walkBad(pugi::xml_document &d, std::ostringstream &to) {
  d.select_nodes("//a");
  d.save(to);
  co_return;
}

task littleOk(pugi::xml_document &d) {
  d.load_string("<a/>");
  d.child("a").attribute("b").as_int();
  co_return;
}
