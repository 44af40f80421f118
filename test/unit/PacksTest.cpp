//===- unit/PacksTest.cpp - laws of names, words, times, stored trees ---===//
#include "packs/Load.h"
#include "packs/Names.h"
#include "packs/Stored.h"
#include "support/Suggest.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace waitwise;

namespace {

TEST(Names, StarStaysInOneComponent) {
  EXPECT_TRUE(matchesName("a::*", "a::b"));
  EXPECT_FALSE(matchesName("a::*", "a::b::c"));
  EXPECT_FALSE(matchesName("a::*", "a"));
  EXPECT_TRUE(matchesName("uv_*_start", "uv_timer_start"));
  EXPECT_FALSE(matchesName("uv_*_start", "uv_timer_stop"));
  EXPECT_TRUE(matchesName("*", ""));
  EXPECT_TRUE(matchesName("a*b*c", "a-b-b-c"));
  EXPECT_FALSE(matchesName("a*b*c", "a-b-b-d"));
}

TEST(Names, TwoStarsAreAnyComponents) {
  EXPECT_TRUE(matchesName("a::**::f_*", "a::f_x"));
  EXPECT_TRUE(matchesName("a::**::f_*", "a::b::c::f_x"));
  EXPECT_FALSE(matchesName("a::**::f_*", "a::f_x::g"));
  EXPECT_FALSE(matchesName("a::**::f_*", "b::a::f_x"));
  EXPECT_TRUE(matchesName("**::f", "f"));
  EXPECT_TRUE(matchesName("a::**", "a::b::c"));
  EXPECT_TRUE(matchesName("**", "a::b"));
}

TEST(Names, ExactNamesAreNoPatterns) {
  EXPECT_TRUE(matchesName("a::(lambda:2)", "a::(lambda:2)"));
  EXPECT_TRUE(matchesName("a::operator bool", "a::operator bool"));
  EXPECT_FALSE(matchesName("a::b", "a::b::c"));
}

/// Each further star must not multiply the time.
TEST(Names, MatchingIsNotExponential) {
  std::string Pattern, Name(200, 'a');
  for (unsigned I = 0; I < 40; ++I)
    Pattern += "a*";
  EXPECT_FALSE(matchesName(Pattern + "b", Name));
  std::string Parts, Deep;
  for (unsigned I = 0; I < 40; ++I)
    Parts += "**::a::", Deep += "a::a::";
  EXPECT_FALSE(matchesName(Parts + "b", Deep + "a"));
}

std::vector<std::string> expanded(StringRef Written,
                                  ArrayRef<std::string> Prefixes = {}) {
  Expected<std::vector<std::string>> Names = expandName(Written, Prefixes);
  return Names ? *Names : std::vector<std::string>{toString(Names.takeError())};
}

TEST(Names, BracesStandForEveryAlternative) {
  using List = std::vector<std::string>;
  EXPECT_EQ(expanded("f{a,b}{,_r}"), (List{"fa", "fa_r", "fb", "fb_r"}));
  EXPECT_EQ(expanded("n::{ a , b }"), (List{"n::a", "n::b"}));
  EXPECT_EQ(expanded("@::f", {"boost::asio", "asio"}),
            (List{"boost::asio::f", "asio::f"}));
}

TEST(Names, TheNumberOfNamesIsBounded) {
  std::string Written;
  for (unsigned I = 0; I < 30; ++I)
    Written += "{a,b}";
  EXPECT_EQ(expanded(Written),
            std::vector<std::string>{"stands for more than 1000 names"});
}

TEST(Suggest, OnlyWhatIsNear) {
  EXPECT_EQ(nearestWord("latancy", {"kind", "latency"}), "latency");
  EXPECT_EQ(nearestWord("Kind", {"kind", "latency"}), "kind");
  EXPECT_EQ(nearestWord("becuase", {"blocks", "because"}), "because");
  EXPECT_EQ(nearestWord("lokc", {"look", "lock"}), "lock");
  EXPECT_EQ(nearestWord("colour", {"kind", "latency"}), "");
  EXPECT_EQ(didYouMean("kidn", {"kind"}), "; did you mean 'kind'?");
}

bool same(const Node &A, const Node &B) {
  return A.K == B.K && A.Quoted == B.Quoted && A.Line == B.Line &&
         A.Column == B.Column && A.Text == B.Text &&
         std::equal(A.Keys.begin(), A.Keys.end(), B.Keys.begin(), B.Keys.end(),
                    same) &&
         std::equal(A.Items.begin(), A.Items.end(), B.Items.begin(),
                    B.Items.end(), same);
}

TEST(NameIndex, FindsWhatMatchesAndNothingElse) {
  const std::string Written[] = {
      "a::b::c", "a::b::*", "a::**",    "**::c",     "*_wait",  "ab*",
      "a*",      "a::*::c", "a::b::**", "x::*_wait", "**",      "*",
      "a::b::c", "abc_*",   "a::b*::c", "abcd_wait", "**::b::c"};
  const StringRef Names[] = {"a",        "ab",      "abc_wait", "abcd_wait",
                             "a::b",     "a::b::c", "a::x::c",  "x::read_wait",
                             "c",        "y::c",    "_wait",    "a::b::c::d",
                             "a::bb::c", ""};
  NameIndex Index;
  for (const std::string &W : Written)
    Index.add(W, &W - Written);
  for (StringRef Name : Names) {
    SmallVector<uint32_t, 2> Expected;
    for (bool Pattern : {false, true})
      for (const std::string &W : Written)
        if (isPattern(W) == Pattern && matchesName(W, Name))
          Expected.push_back(&W - Written);
    EXPECT_EQ(Index.find(Name), Expected) << Name.str();
  }
}

TEST(StoredTree, ComesBackAsItWas) {
  Node Root;
  std::vector<PackDiagnostic> Errors;
  ASSERT_TRUE(parseYAML("a: [1, 'x;y]', null, ~, {b: \"\\0\"}]\n"
                        "long: " +
                            std::string(300, 'x') + "\n? c\n: d\n",
                        "f", Root, Errors));
  EXPECT_TRUE(same(Root, restoreTree(storeTree(Root))));
}

TEST(Cost, DefaultsAreThoseOfTheDesign) {
  CostTable Cost = loadPacks({}).Rules.Cost;
  constexpr uint64_t Ms = 1000000;
  EXPECT_EQ(Cost.badCase(Latency::Micro), Ms / 10);
  EXPECT_EQ(Cost.badCase(Latency::Bounded), 50 * Ms);
  EXPECT_EQ(Cost.badCase(Latency::Slow), 1000 * Ms);
  EXPECT_EQ(Cost.badCase(Latency::Unbounded), Unlimited);
  EXPECT_EQ(Cost.tolerance(ContextKind::EventLoop), Ms / 2);
  EXPECT_EQ(Cost.tolerance(ContextKind::Gui), 16 * Ms);
  EXPECT_EQ(Cost.tolerance(ContextKind::Thread), Unlimited);
  EXPECT_EQ(Cost.Computing[unsigned(ContextKind::Thread)], 100 * Ms);
}

TEST(Cost, SeverityIsBadCaseByTolerance) {
  CostTable Cost = loadPacks({}).Rules.Cost;
  auto In = [&](uint64_t Ns, ContextKind K) {
    return toString(Cost.severityOf(Ns, K));
  };
  EXPECT_EQ(In(499999, ContextKind::Coroutine), "none");
  EXPECT_EQ(In(500000, ContextKind::Coroutine), "low");
  EXPECT_EQ(In(5000000, ContextKind::Coroutine), "medium");
  EXPECT_EQ(In(500000000, ContextKind::Coroutine), "high");
  EXPECT_EQ(In(Unlimited, ContextKind::Gui), "high");
  EXPECT_EQ(In(Unlimited, ContextKind::Thread), "none");
}

TEST(Cost, LatencyIsTheSmallestWordThatFits) {
  CostTable Cost = loadPacks({}).Rules.Cost;
  EXPECT_EQ(Cost.latencyOf(1), Latency::Micro);
  EXPECT_EQ(Cost.latencyOf(2000000), Latency::Bounded);
  EXPECT_EQ(Cost.latencyOf(60000000000), Latency::Slow);
  EXPECT_EQ(Cost.latencyOf(Unlimited), Latency::Unbounded);
}

TEST(Packs, DefaultsHaveNoErrors) {
  LoadResult Loaded = loadPacks({});
  for (const PackDiagnostic &D : Loaded.Errors)
    ADD_FAILURE() << D.str();
  EXPECT_FALSE(Loaded.Rules.rulesFor("getaddrinfo").empty());
  EXPECT_TRUE(Loaded.Rules.rulesFor("mine::getaddrinfo").empty());
}

TEST(Packs, DisabledPacksAreLeftOut) {
  PackChoice Which;
  Which.Disabled = {"libuv", "libvu"};
  LoadResult Loaded = loadPacks(Which);
  EXPECT_TRUE(Loaded.Rules.rulesFor("uv_run").empty());
  ASSERT_EQ(Loaded.Errors.size(), 1u);
  EXPECT_EQ(Loaded.Errors[0].str(),
            "packs: error: unknown pack 'libvu'; did you mean 'libuv'?");
}

TEST(Rules, AdviceFitsTheContext) {
  Rule R;
  R.Instead = {{"coroutine", "await"}, {"event-loop", "handler"}, {"", "pool"}};
  EXPECT_EQ(R.insteadFor(ContextKind::Fiber), "await");
  EXPECT_EQ(R.insteadFor(ContextKind::Gui), "handler");
  EXPECT_EQ(R.insteadFor(ContextKind::LockHeld), "pool");
}

} // namespace
