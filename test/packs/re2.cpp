// The re2 pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=re2 %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <re2/re2.h>
#include <re2/set.h>

task matchBad(const RE2 &r, std::string &text, RE2::Set &set, std::vector<int> &found) {
  RE2::PartialMatch(text, r);
  RE2::GlobalReplace(&text, r, "x");
  r.Match(text, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
  set.Compile();
  set.Match(text, &found);
  co_return;
}

task littleOk() {
  RE2 r("a+");
  RE2::FullMatch("aa", r);
  r.ok();
  co_return;
}
