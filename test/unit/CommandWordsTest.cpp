//===- unit/CommandWordsTest.cpp - command lines split into words ---------===//
#include "extract/CommandWords.h"

#include "TempDir.h"

using namespace waitwise;
using namespace waitwise::test;
using Words = std::vector<std::string>;

namespace {

TEST(CommandWords, SplitsAsAShellDoes) {
  EXPECT_EQ(splitShellWords(""), Words());
  EXPECT_EQ(splitShellWords("  \t\n"), Words());
  EXPECT_EQ(splitShellWords(" a  bc\td\n"), Words({"a", "bc", "d"}));
  EXPECT_EQ(splitShellWords("-DX='a b' c"), Words({"-DX=a b", "c"}));
  EXPECT_EQ(splitShellWords("-DX=\\\"a\\ b\\\""), Words({"-DX=\"a b\""}));
  EXPECT_EQ(splitShellWords("\"-DX=\\\"q\\\"\""), Words({"-DX=\"q\""}));
  EXPECT_EQ(splitShellWords("'a\\b' \"a\\b\" \"a\\\\b\""),
            Words({"a\\b", "a\\b", "a\\b"}));
  EXPECT_EQ(splitShellWords("'' \"\" x\"\"y"), Words({"", "", "xy"}));
  EXPECT_EQ(splitShellWords("a\\\nb"), Words({"ab"}));
  EXPECT_EQ(splitShellWords("'open"), Words({"open"}));
  EXPECT_EQ(splitShellWords("end\\"), Words({"end"}));
}

TEST(CommandWords, SplitsResponseFilesAsGccDoes) {
  EXPECT_EQ(splitResponseFile("-I 'a b'\r\n-DX=\\\"y\\\"\n\"c\\d\""),
            Words({"-I", "a b", "-DX=\"y\"", "cd"}));
}

TEST(CommandWords, ExpandsNestedResponseFiles) {
  TempDir Dir;
  Dir.write("a.rsp", "-A @sub/b.rsp -C");
  Dir.write("sub/b.rsp", "-B");
  Words W = {"gcc", "@a.rsp", "x.c", "@"}, Unread;
  expandResponseFiles(W, Dir.path(), Unread);
  EXPECT_EQ(W, Words({"gcc", "-A", "-B", "-C", "x.c", "@"}));
  EXPECT_EQ(Unread, Words());
}

TEST(CommandWords, NamesUnreadResponseFiles) {
  TempDir Dir;
  Words W = {"gcc", "@none.rsp", "x.c"}, Unread;
  expandResponseFiles(W, Dir.path(), Unread);
  EXPECT_EQ(W, Words({"gcc", "x.c"}));
  EXPECT_EQ(Unread, Words({Dir.path("none.rsp")}));
}

TEST(CommandWords, EndsOnResponseFilesThatDoNot) {
  TempDir Dir;
  Dir.write("a.rsp", "@a.rsp @a.rsp -x");
  Words W = {"@a.rsp"}, Unread;
  expandResponseFiles(W, Dir.path(), Unread);
  EXPECT_EQ(Unread, Words({Dir.path("a.rsp")}));
}

Words withoutWrappers(Words W) {
  dropWrappers(W);
  return W;
}

TEST(CommandWords, DropsWrappers) {
  Words Plain = {"g++", "-c", "a.cpp"};
  auto With = [&](Words Before) {
    Before.insert(Before.end(), Plain.begin(), Plain.end());
    return withoutWrappers(Before);
  };
  EXPECT_EQ(With({}), Plain);
  EXPECT_EQ(With({"ccache"}), Plain);
  EXPECT_EQ(With({"/usr/bin/ccache", "distcc"}), Plain);
  EXPECT_EQ(With({"env", "A=1", "B_2=x=y", "icecc"}), Plain);
  EXPECT_EQ(With({"/usr/bin/env", "-i", "A=1"}), Plain);
  EXPECT_EQ(With({"CCACHE_DIR=/x", "sccache"}), Plain);
  EXPECT_EQ(withoutWrappers({"ccache"}), Words({"ccache"}));
  EXPECT_EQ(withoutWrappers({"ccache", "-s"}), Words({"ccache", "-s"}));
  EXPECT_EQ(withoutWrappers({}), Words());
}

} // namespace
