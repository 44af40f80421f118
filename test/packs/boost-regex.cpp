// The boost-regex pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=boost-regex %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <boost/regex.hpp>

task matchBad(const std::string &text, const boost::regex &r) {
  boost::regex_search(text, r);
  boost::regex_replace(text, r, "x");
  co_return;
}

task compileOk() {
  boost::regex r("a+");
  boost::regex empty;
  r.empty();
  co_return;
}
