// The cxx-compute pack: every rule matches a call, look-alikes match none.
// RUN: waitwise check --fail-on none --require-rules-hit=cxx-compute %s -- -std=c++20
// RUN: not waitwise check --fail-on none --require-rules-hit=cxx-compute %s -- \
// RUN:   -std=c++20 -DLOOK_ALIKES 2>&1 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <algorithm>
#include <list>
#include <random>
#include <regex>
#include <string>
#include <unordered_map>
#include <vector>

// All rules are listed as matched by nothing, with and without bodies.
// CHECK: error: rules that matched no call:{{.*}} std::sort
// CHECK-SAME: std::ranges::__sort_fn::operator()
// CHECK-SAME: std::list::sort
// CHECK-SAME: std::is_permutation
// CHECK-SAME: std::regex_match
// CHECK-SAME: std::basic_regex::basic_regex

#ifdef LOOK_ALIKES
namespace own {
void sort(int *, int *) {}
struct list {
  void sort() {}
  void rehash(int) {}
};
} // namespace own

void looksAlikeOk(std::vector<int> &v, own::list &l) {
  own::sort(v.data(), v.data());
  l.sort();
  l.rehash(1);
  (void)std::max(1, 2);
  std::regex none, copy(none);
}
#else
void sorting(std::vector<int> &v, std::list<int> &l) {
  std::sort(v.begin(), v.end());
  std::ranges::sort(v);
  l.sort();
  std::nth_element(v.begin(), v.begin() + 1, v.end());
  std::ranges::nth_element(v, v.begin() + 1);
}

void pairs(std::vector<int> &v, std::unordered_map<int, int> &m) {
  (void)std::search(v.begin(), v.end(), v.begin(), v.end());
  (void)std::is_permutation(v.begin(), v.end(), v.begin());
  m.rehash(1000);
}

void expressions(const std::string &text) {
  std::regex words("[a-z]+");
  (void)std::regex_search(text, words);
  (void)std::regex_replace(text, words, "");
  std::string out;
  std::regex_replace(std::back_inserter(out), text.begin(), text.end(), words,
                     "");
  std::sregex_iterator each(text.begin(), text.end(), words);
  ++each;
}
#endif
