//===- unit/ReportTest.cpp - identity, order, snippets, suppressions ------===//
#include "report/Report.h"
#include "report/Snippet.h"
#include "report/Suppress.h"
#include "support/Globs.h"
#include "support/Limits.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <gtest/gtest.h>

using namespace llvm;
using namespace waitwise;

namespace {

Finding sample() {
  Finding F;
  F.Check = "blocking-in-coroutine";
  F.HasContext = true;
  F.Context = ContextKind::Coroutine;
  F.SinkFunction = "getaddrinfo";
  F.SinkIn = "resolve";
  F.Entry.Function = "handle";
  F.At = {"a.cpp", 3, 1};
  identify(F);
  return F;
}

TEST(Identity, SurvivesMovesAndNewWords) {
  Finding Moved = sample();
  Moved.At = {"b.cpp", 99, 7};
  Moved.SinkAt = {"c.cpp", 1, 1};
  Moved.Message = "told differently";
  Moved.Sev = Severity::Low;
  identify(Moved);
  EXPECT_EQ(Moved.Id, sample().Id);
  EXPECT_EQ(Moved.Id.size(), 16u);
}

TEST(Identity, TellsDifferentFindingsApart) {
  Finding F = sample();
  F.SinkFunction = "getaddrinf";
  F.SinkIn = "oresolve"; // The same letters in a row.
  identify(F);
  EXPECT_NE(F.Id, sample().Id);
  F = sample();
  F.Context = ContextKind::Fiber;
  identify(F);
  EXPECT_NE(F.Id, sample().Id);
}

TEST(Order, DoesNotDependOnInput) {
  std::vector<Finding> Forward;
  for (unsigned I = 0; I < 8; ++I) {
    Finding F = sample();
    F.At = {I & 1 ? "a.cpp" : "b.cpp", I & 2 ? 3u : 20u, 1};
    F.Check = I & 4 ? "x" : "y";
    identify(F);
    Forward.push_back(F);
  }
  std::vector<Finding> Backward(Forward.rbegin(), Forward.rend());
  sortFindings(Forward);
  sortFindings(Backward);
  for (unsigned I = 0; I < 8; ++I) {
    EXPECT_EQ(Forward[I].At, Backward[I].At);
    EXPECT_EQ(Forward[I].Check, Backward[I].Check);
  }
  EXPECT_EQ(Forward[0].At, (Place{"a.cpp", 3, 1}));
  EXPECT_EQ(Forward[0].Check, "x");
  EXPECT_EQ(Forward[7].At, (Place{"b.cpp", 20, 1}));
}

TEST(Globs, LastMatchDecides) {
  Expected<GlobList> L = GlobList::parse("a*, -ab* , abc");
  ASSERT_TRUE(bool(L));
  EXPECT_TRUE(L->contains("a"));
  EXPECT_FALSE(L->contains("abx"));
  EXPECT_TRUE(L->contains("abc"));
  EXPECT_FALSE(L->contains("b"));
  EXPECT_TRUE(L->contains("b", true));
  EXPECT_FALSE(L->startsFromAll());
  Expected<GlobList> Bad = GlobList::parse("a,[");
  EXPECT_TRUE(StringRef(toString(Bad.takeError())).starts_with("'[' is not"));
}

TEST(Snippet, PutsTheCaretUnderTheColumn) {
  EXPECT_EQ(renderLine("\tf();", 2).Text, "        f();");
  EXPECT_EQ(renderLine("\tf();", 2).Indent, 8u);
  // Two columns wide, three bytes long.
  EXPECT_EQ(renderLine("\u4e16 f", 5).Indent, 3u);
  EXPECT_EQ(renderLine("f", 2).Indent, 1u);
  EXPECT_EQ(renderLine("f", 900).Indent, 0u);
}

TEST(Snippet, KeepsTheTerminalSafe) {
  EXPECT_EQ(renderLine("a\x1b[2Jb", 1).Text, "a?[2Jb");
  EXPECT_EQ(renderLine("a\xff\xfe", 1).Text, "a??");
  EXPECT_EQ(renderLine("a\xe4\xb8", 1).Text, "a??"); // Cut short.
}

TEST(Snippet, CutsLongLinesAroundTheColumn) {
  std::string Line(5000, 'x');
  Line[3000] = '!';
  Snippet S = renderLine(Line, 3001);
  EXPECT_LT(S.Text.size(), 200u);
  EXPECT_EQ(S.Text[S.Indent], '!');
}

/// A file that exists as long as the object.
class SourceFile {
public:
  explicit SourceFile(StringRef Text) {
    int Descriptor;
    EXPECT_FALSE(
        sys::fs::createTemporaryFile("source", "cpp", Descriptor, Path));
    raw_fd_ostream(Descriptor, /*shouldClose=*/true) << Text;
  }
  ~SourceFile() { sys::fs::remove(Path); }
  std::string name() const { return std::string(Path); }

private:
  SmallString<128> Path;
};

/// The reason for which a finding in \p Line of \p Text is suppressed, or "!".
std::string reasonAt(StringRef Text, unsigned Line) {
  SourceFile File(Text);
  SourceFiles Sources("/");
  std::vector<Finding> Findings = {sample()};
  Findings[0].At = {File.name(), Line, 1};
  applySuppressions(Findings, Sources);
  return Findings[0].Suppressed.value_or("!");
}

TEST(Suppress, SameLine) {
  EXPECT_EQ(reasonAt("f(); // NOLINT(waitwise-*): why", 1), "why");
  EXPECT_EQ(reasonAt("f(); /* NOLINT(waitwise-blocking-in-coroutine): a */", 1),
            "a");
  EXPECT_EQ(reasonAt("f(); // NOLINT", 1), "");
  EXPECT_EQ(reasonAt("f(); // NOLINT(x, waitwise-*) - b", 1), "b");
  EXPECT_EQ(reasonAt("f(); // NOLINT(x): c NOLINT(waitwise-*): d", 1), "d");
  EXPECT_EQ(reasonAt("f(); // NOLINT(*,-bugprone-*): e", 1), "e");
}

TEST(Suppress, NotForOthers) {
  EXPECT_EQ(reasonAt("f(); // NOLINT(waitwise-blocking-under-lock)", 1), "!");
  EXPECT_EQ(reasonAt("f(); // NOLINT(blocking-in-coroutine)", 1), "!");
  EXPECT_EQ(reasonAt("f(); // NOLINT(waitwise-*,-waitwise-blocking-*)", 1),
            "!");
  EXPECT_EQ(reasonAt("f(); // NOLINT()", 1), "!");
  EXPECT_EQ(reasonAt("f(); // NOLINTED, XNOLINT", 1), "!");
  EXPECT_EQ(reasonAt("f();\n// NOLINT", 1), "!");
  EXPECT_EQ(reasonAt("f(); // NOLINT([)", 1), "!");
}

TEST(Suppress, NextLine) {
  StringRef Text = "// NOLINTNEXTLINE(waitwise-*): why\r\nf();\ng();\n";
  EXPECT_EQ(reasonAt(Text, 1), "!");
  EXPECT_EQ(reasonAt(Text, 2), "why");
  EXPECT_EQ(reasonAt(Text, 3), "!");
}

TEST(Suppress, Blocks) {
  StringRef Text = "// NOLINTBEGIN(waitwise-*): outer\n"
                   "// NOLINTBEGIN(other)\n"
                   "f();\n"
                   "// NOLINTEND(waitwise-*)\n"
                   "g();\n"
                   "// NOLINTEND(other)\n"
                   "// NOLINTBEGIN\n"
                   "h();\n";
  EXPECT_EQ(reasonAt(Text, 3), "outer");
  EXPECT_EQ(reasonAt(Text, 5), "!");
  EXPECT_EQ(reasonAt(Text, 8), "");
}

TEST(Suppress, AtTheSinkToo) {
  SourceFile File("f(); // NOLINT(waitwise-*): there");
  SourceFiles Sources("/");
  std::vector<Finding> Findings = {sample()};
  Findings[0].At = {"/nowhere.cpp", 1, 1};
  Findings[0].SinkAt = {File.name(), 1, 1};
  applySuppressions(Findings, Sources);
  EXPECT_EQ(Findings[0].Suppressed, "there");
}

TEST(Json, IsValidWhateverTheBytes) {
  Finding F = sample();
  F.Message = "a \xff byte, a \" quote, a \n line";
  F.At.File = "caf\xe9.cpp";
  Report R;
  R.Findings = F;
  std::string Text;
  raw_string_ostream OS(Text);
  findReportFormat("json")->Write(R, OS);
  Expected<json::Value> V = json::parse(Text);
  ASSERT_TRUE(bool(V)) << toString(V.takeError());
  const json::Object &Only =
      *(*V->getAsObject()->getArray("findings"))[0].getAsObject();
  EXPECT_EQ(Only.getString("id"), StringRef(F.Id));
  EXPECT_EQ(*Only.get("suppressed"), json::Value(nullptr));
  EXPECT_EQ(*Only.getObject("sink")->get("effect"), json::Value(nullptr));
}

TEST(Sarif, KeepsTheWorstOfTooMany) {
  std::vector<Finding> Findings(limits::SarifResults + 2, sample());
  for (Finding &F : Findings)
    F.Sev = Severity::Medium;
  Findings[1].Sev = Severity::Low;
  Findings[2].Suppressed = "why";
  Findings.back().Sev = Severity::High;
  Report R;
  R.Findings = Findings;
  std::string Text;
  raw_string_ostream OS(Text);
  findReportFormat("sarif")->Write(R, OS);
  StringRef All = Text;
  EXPECT_EQ(All.count("\"ruleId\""), limits::SarifResults);
  EXPECT_EQ(All.count("\"level\": \"error\""), 1u);
  EXPECT_EQ(All.count("\"level\": \"note\""), 0u);
  EXPECT_EQ(All.count("\"justification\""), 0u);
  EXPECT_TRUE(All.contains("of the lowest severity: 2"));
}

TEST(Sarif, CutsAnEndlessChainBeforeTheSink) {
  Finding F = sample();
  F.SinkAt = {"sink.cpp", 1, 1};
  F.Chain.assign(limits::SarifSteps + 5, {"f", {"a.cpp", 1, 1}, ""});
  Report R;
  R.Findings = F;
  std::string Text;
  raw_string_ostream OS(Text);
  findReportFormat("sarif")->Write(R, OS);
  EXPECT_EQ(StringRef(Text).count("\"location\": {"), limits::SarifSteps);
}

TEST(JUnit, HasNoCharacterThatXmlHasNot) {
  Finding F = sample();
  F.Message = "a \x01 b \xff c \xEF\xBF\xBF d";
  SourceFiles Sources("/");
  Report R;
  R.Findings = F;
  R.Sources = &Sources;
  R.Checks.push_back({F.Check, "a & b", "", 0});
  std::string Text;
  raw_string_ostream OS(Text);
  findReportFormat("junit")->Write(R, OS);
  EXPECT_TRUE(StringRef(Text).contains("a \uFFFD b \uFFFD c \uFFFD d"));
  EXPECT_TRUE(StringRef(Text).contains("1 finding: a &amp; b"));
}

} // namespace
