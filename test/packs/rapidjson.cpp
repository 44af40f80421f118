// The rapidjson pack: computing, and with rapidjson-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=rapidjson %s %S/rapidjson-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

task parseBad(rapidjson::Document &d, const char *text, rapidjson::StringStream &s) {
  d.Parse(text);
  d.ParseStream(s);
  co_return;
}

task writeBad(rapidjson::Document &d, rapidjson::Document &other) {
  rapidjson::StringBuffer b;
  rapidjson::Writer<rapidjson::StringBuffer> w(b);
  d.Accept(w);
  d.CopyFrom(other, d.GetAllocator());
  co_return;
}

task littleOk(rapidjson::Document &d) {
  d.Parse("{}");
  d["a"].GetInt();
  d.HasMember("a");
  co_return;
}
