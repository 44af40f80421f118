//===- packs/ParseYAML.cpp - YAML text → located tree ---------------------===//
//
// The only file that uses yaml-cpp, and the only one with exceptions (yaml-cpp
// throws). It listens to the parser's events instead of building yaml-cpp's
// own tree: that keeps the position of every value, and lets depth and number
// of values be bounded while they are read. An alias is replaced by a copy of
// its anchor's value; every copied value counts, which bounds alias bombs. An
// anchor whose value is still open has no value yet: its alias is a cycle.
//
//===----------------------------------------------------------------------===//
#include "packs/Syntax.h"

#include "support/Limits.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

using namespace llvm;

namespace waitwise {
namespace {

/// Thrown to leave the parser at the first error of ours.
struct Refused {
  YAML::Mark At;
  std::string Text;
};

/// A value with the number of values in it.
struct Counted {
  Node Value;
  size_t Count = 1;
  YAML::anchor_t Anchor = 0;
};

class TreeBuilder final : public YAML::EventHandler {
public:
  TreeBuilder(StringRef Text, Node &Root) : Text(Text), Root(Root) {}

  void OnDocumentStart(const YAML::Mark &) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark &At, YAML::anchor_t Anchor) override {
    Counted C = make(Node::Null, At, Anchor);
    StringRef Rest = Text.drop_front(std::min<size_t>(At.pos, Text.size()));
    for (StringRef Word : {"null", "Null", "NULL", "~"})
      if (Rest.starts_with(Word))
        C.Value.Text = Word.str();
    add(std::move(C));
  }
  void OnScalar(const YAML::Mark &At, const std::string &Tag,
                YAML::anchor_t Anchor, const std::string &Value) override {
    Counted C = make(Node::Scalar, At, Anchor);
    C.Value.Text = Value;
    C.Value.Quoted = Tag == "!";
    add(std::move(C));
  }
  void OnSequenceStart(const YAML::Mark &At, const std::string &,
                       YAML::anchor_t Anchor,
                       YAML::EmitterStyle::value) override {
    open(make(Node::List, At, Anchor), At);
  }
  void OnMapStart(const YAML::Mark &At, const std::string &,
                  YAML::anchor_t Anchor, YAML::EmitterStyle::value) override {
    open(make(Node::Map, At, Anchor), At);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }
  void OnAlias(const YAML::Mark &At, YAML::anchor_t Anchor) override {
    auto Found = Anchors.find(Anchor);
    if (Found == Anchors.end())
      throw Refused{At, "alias stands inside the value that it names"};
    spend(Found->second.Count, At);
    Counted Copy = Found->second;
    Copy.Anchor = 0;
    add(std::move(Copy));
  }

private:
  void spend(size_t Count, const YAML::Mark &At) {
    Total += Count;
    if (Total > limits::YamlNodes)
      throw Refused{At, "more than " + utostr(limits::YamlNodes) + " values"};
  }

  Counted make(Node::Kind K, const YAML::Mark &At, YAML::anchor_t Anchor) {
    spend(1, At);
    Counted C;
    C.Value.K = K;
    C.Value.Line = At.line + 1;
    C.Value.Column = At.column + 1;
    C.Anchor = Anchor;
    return C;
  }

  void open(Counted C, const YAML::Mark &At) {
    if (Open.size() >= limits::YamlDepth)
      throw Refused{At, "nested deeper than " + utostr(limits::YamlDepth) +
                            " levels"};
    Open.push_back(std::move(C));
  }

  void close() {
    Counted C = std::move(Open.back());
    Open.pop_back();
    add(std::move(C));
  }

  void add(Counted C) {
    if (C.Anchor)
      Anchors[C.Anchor] = C;
    if (Open.empty()) {
      Root = std::move(C.Value);
      return;
    }
    Counted &Into = Open.back();
    Into.Count += C.Count;
    bool IsKey = Into.Value.K == Node::Map &&
                 Into.Value.Keys.size() == Into.Value.Items.size();
    (IsKey ? Into.Value.Keys : Into.Value.Items).push_back(std::move(C.Value));
  }

  StringRef Text;
  Node &Root;
  size_t Total = 0;
  std::vector<Counted> Open;
  DenseMap<YAML::anchor_t, Counted> Anchors;
};

void report(std::vector<PackDiagnostic> &Errors, StringRef File,
            const YAML::Mark &At, StringRef Message) {
  unsigned Line = At.is_null() ? 0 : At.line + 1;
  unsigned Column = At.is_null() ? 0 : At.column + 1;
  Errors.push_back({File.str(), Line, Column, Message.str()});
}

} // namespace

/// What is meant to be seen as indentation and is none.
static std::string tabsHint(StringRef Text, int Line) {
  for (; Line > 0; --Line)
    Text = Text.split('\n').second;
  StringRef Margin = Text.take_while([](char C) { return isSpace(C); });
  bool Tabs = Margin.split('\n').first.contains('\t');
  return Tabs ? " (YAML is indented with spaces, not with tabs)" : "";
}

bool parseYAML(StringRef Text, StringRef File, Node &Root,
               std::vector<PackDiagnostic> &Errors) {
  Root = Node();
  if (Text.size() > limits::YamlBytes) {
    report(Errors, File, YAML::Mark::null_mark(),
           "larger than " + utostr(limits::YamlBytes >> 20) + " MiB");
    return false;
  }
  try {
    std::istringstream Stream(Text.str());
    YAML::Parser Parser(Stream);
    TreeBuilder Builder(Text, Root);
    Parser.HandleNextDocument(Builder);
    Node Second;
    TreeBuilder Rest("", Second);
    if (!Parser.HandleNextDocument(Rest))
      return true;
    Errors.push_back({File.str(), Second.Line, Second.Column,
                      "second document in one file"});
  } catch (const Refused &E) {
    report(Errors, File, E.At, E.Text);
  } catch (const YAML::Exception &E) {
    report(Errors, File, E.mark, E.msg + tabsHint(Text, E.mark.line));
  }
  return false;
}

bool parseYAMLFile(StringRef Path, Node &Root,
                   std::vector<PackDiagnostic> &Errors) {
  // Devices and pipes may never end.
  if (sys::fs::exists(Path) && !sys::fs::is_regular_file(Path)) {
    Errors.push_back({Path.str(), 0, 0, "not a regular file"});
    return false;
  }
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer) {
    Errors.push_back(
        {Path.str(), 0, 0, "cannot read: " + Buffer.getError().message()});
    return false;
  }
  return parseYAML((*Buffer)->getBuffer(), Path, Root, Errors);
}

} // namespace waitwise
