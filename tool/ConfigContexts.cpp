//===- ConfigContexts.cpp - `contexts:` in .waitwise.yaml -----------------===//
//
//   contexts:
//     - {function: "Server::loop", context: event-loop}
//     - {function: "jobs::worker", context: io-pool, because: it reads files}
//     - {function: "jobs::submit", callable: arg 0, context: io-pool}
//     - {function: "Poller::poll", context: none}
//
//===----------------------------------------------------------------------===//
#include "ConfigContexts.h"

#include "packs/Names.h"

using namespace llvm;

namespace waitwise {

/// Those that a function runs in from the outside; the others come of what it
/// is or holds.
static const StringRef Words[] = {"event-loop", "gui",      "cpu-pool",
                                  "io-pool",    "any-pool", "thread",
                                  "forked-child", "realtime", "none"};

/// `arg 0`, as packs have it.
static std::optional<unsigned> readArgument(const Node &N, Reader &R) {
  StringRef Text = N.Text;
  std::optional<int64_t> Index;
  if (Text.consume_front("arg "))
    Index = parseInteger(Text.trim());
  if (Index && *Index >= 0)
    return unsigned(*Index);
  R.error(N, "expected 'arg N', the argument that is run, found " +
                 N.describe() +
                 (N.Text.empty() ? "" : " '" + N.Text + "'"));
  return std::nullopt;
}

static std::optional<NamedContext> readOne(const Node &N, StringRef File,
                                           Reader &R) {
  std::optional<Fields> F =
      R.fields(N, {"function", "callable", "context", "because"});
  if (!F)
    return std::nullopt;
  NamedContext C;
  C.File = File.str();
  C.Line = N.Line;
  C.Column = N.Column;
  const Node *Function = F->get("function"), *Context = F->get("context");
  if (!Function && !F->isMisspelt("function"))
    R.error(N, "missing 'function': the name of the function, as in packs");
  if (!Context && !F->isMisspelt("context"))
    R.error(N, "missing 'context': where it runs, or none");
  if (!Function || !Context)
    return std::nullopt;
  std::optional<StringRef> Name = R.text(*Function, "a function's name");
  std::optional<unsigned> Word = R.oneOf(*Context, "context", Words);
  if (const Node *Callable = F->get("callable"))
    C.Callable = readArgument(*Callable, R);
  if (const Node *Because = F->get("because"))
    if (std::optional<StringRef> Text = R.text(*Because, "a text"))
      C.Because = Text->str();
  if (!Name || !Word)
    return std::nullopt;
  C.Function = Name->str();
  C.Kind = parseContextKind(Words[*Word]);
  return C;
}

std::vector<NamedContext> readContexts(const Node &N, StringRef File,
                                       Reader &R) {
  std::vector<NamedContext> Found;
  for (const Node &Item : Reader::elements(N))
    if (std::optional<NamedContext> C = readOne(Item, File, R))
      Found.push_back(std::move(*C));
  return Found;
}

} // namespace waitwise
