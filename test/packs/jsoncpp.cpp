// The jsoncpp pack: computing, and with jsoncpp-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=jsoncpp %s %S/jsoncpp-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/jsoncpp -Wno-deprecated-declarations
#include "task.h"
#include <json/json.h>
#include <sstream>

task parseBad(Json::CharReader &r, const std::string &text, Json::Value &v, std::istringstream &s) {
  r.parse(text.data(), text.data() + text.size(), &v, nullptr);
  Json::parseFromStream(Json::CharReaderBuilder(), s, &v, nullptr);
  co_return;
}

task writeBad(const Json::Value &v) {
  Json::writeString(Json::StreamWriterBuilder(), v);
  co_return;
}

task accessOk(Json::Value &v) {
  v["a"].asInt();
  v.isMember("a");
  co_return;
}
