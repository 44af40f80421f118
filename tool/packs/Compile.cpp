//===- packs/Compile.cpp - Syntax → RuleSet -------------------------------===//
//
// The head of a pack and its lists; rules are read in CompileRule.cpp. Names
// of other kinds of files (the cost table) are read here, too, because they
// are made of the same words.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

using namespace llvm;

namespace waitwise {
namespace {

const StringRef PackKeys[] = {
    "pack",       "description", "references", "verified",  "headers",
    "prefixes",   "constants",   "coroutines", "executors", "fields",
    "parameters", "signatures",  "slots",      "globals",   "threads",
    "how",        "rules"};

std::vector<std::string> textList(PackScope &S, const Node *N, StringRef What) {
  std::vector<std::string> Result;
  if (N)
    for (const Node *Item : S.R.texts(*N, What))
      Result.push_back(Item->Text);
  return Result;
}

void readConstants(PackScope &S, const Node &N) {
  if (N.K != Node::Map) {
    S.R.error(N, "expected a map of names to numbers, found " + N.describe());
    return;
  }
  for (size_t I = 0; I < N.Keys.size(); ++I)
    if (std::optional<int64_t> Value = S.R.integer(N.Items[I]))
      if (!S.Constants.try_emplace(N.Keys[I].Text, *Value).second)
        S.R.error(N.Keys[I], "duplicate key '" + N.Keys[I].Text + "'");
}

using ReadEntry =
    function_ref<void(std::string, const Node &, const Fields &)>;

/// Calls \p Read for each entry of a list of maps, once for every name. The
/// first two of \p Keys, of the names and of a word, are mandatory.
void readEntries(PackScope &S, const Node *N, ArrayRef<StringRef> Keys,
                 ReadEntry Read) {
  if (!N)
    return;
  StringRef NameKey = Keys[0], WordKey = Keys[1];
  for (const Node &Item : Reader::elements(*N)) {
    std::optional<Fields> F = S.R.fields(Item, Keys);
    if (!F)
      continue;
    const Node *Names = F->get(NameKey), *Word = F->get(WordKey);
    if (!Names || !Word) {
      S.R.error(Item, "missing '" + (Names ? WordKey : NameKey) + "'");
      continue;
    }
    for (std::string &Name : readNames(S, *Names, NameOf::Type))
      Read(std::move(Name), *Word, *F);
  }
}

void readEntries(PackScope &S, const Node *N, StringRef NameKey,
                 StringRef WordKey,
                 function_ref<void(std::string, const Node &)> Read) {
  readEntries(S, N, {NameKey, WordKey},
              [&](std::string Name, const Node &Word, const Fields &) {
                Read(std::move(Name), Word);
              });
}

void readCoroutines(PackScope &S, const Node *N, RuleSet &Into) {
  static const StringRef Words[] = {"task", "generator", "fiber", "awaitable",
                                     "ready"};
  auto Read = [&](std::string Type, const Node &Word, const Fields &F) {
    if (std::optional<unsigned> I = S.R.oneOf(Word, "coroutine kind", Words))
      Into.Coroutines.push_back({S.Pack, std::move(Type), CoroutineKind(*I),
                                 dropField(S, F)});
  };
  readEntries(S, N, {"type", "kind", "dropped"}, Read);
}

void readExecutors(PackScope &S, const Node *N, RuleSet &Into) {
  readEntries(S, N, "type", "context", [&](std::string Type, const Node &Word) {
    if (std::optional<ContextKind> K = readContext(S, Word))
      Into.Executors.push_back({S.Pack, std::move(Type), *K});
  });
}

void readParameters(PackScope &S, const Node *N, RuleSet &Into) {
  readEntries(S, N, "type", "in", [&](std::string Type, const Node &Word) {
    if (std::optional<ContextKind> K = readContext(S, Word))
      Into.Parameters.push_back({S.Pack, std::move(Type), *K});
  });
}

void readGlobals(PackScope &S, const Node *N, RuleSet &Into) {
  readEntries(S, N, "variable", "is", [&](std::string Name, const Node &Word) {
    if (std::optional<CreatesSpec::What> W = readDescriptor(S, Word))
      Into.Globals.push_back({S.Pack, std::move(Name), *W});
  });
}

void readFieldRules(PackScope &S, const Node *N, RuleSet &Into) {
  readEntries(S, N, "field", "in", [&](std::string Name, const Node &Word) {
    FieldRule F;
    F.Pack = S.Pack;
    F.Field = std::move(Name);
    if (Word.Text == "inline")
      F.W = RunsSpec::Inline;
    else if (Word.Text == "never")
      F.W = RunsSpec::Never;
    else if (std::optional<ContextKind> K = readContext(S, Word))
      F.Context = *K;
    else
      return;
    Into.Fields.push_back(std::move(F));
  });
}

/// {params: [types], returns: type, of: classes, in: CONTEXT}
void readSignature(PackScope &S, const Node &N, RuleSet &Into) {
  std::optional<Fields> F = S.R.fields(N, {"params", "returns", "of", "in"});
  if (!F)
    return;
  SignatureRule R;
  R.Pack = S.Pack;
  const Node *Params = mustHave(S, *F, "params", "the types of its parameters");
  // A function that takes nothing is a signature, too.
  if (Params && (Params->K != Node::List || !Params->Items.empty()))
    R.Params = readNames(S, *Params, NameOf::Type);
  if (const Node *V = mustHave(S, *F, "returns", "its return type"))
    R.Returns = readNames(S, *V, NameOf::Type);
  if (const Node *V = F->get("of"))
    R.Of = readNames(S, *V, NameOf::Type);
  if (const Node *V = mustHave(S, *F, "in", "where such functions run"))
    R.Context = readContext(S, *V).value_or(R.Context);
  Into.Signatures.push_back(std::move(R));
}

/// {annotation: qt_slot, of: QWidget, in: gui}, or {of: QWidget, in: gui}
void readSlot(PackScope &S, const Node &N, RuleSet &Into) {
  std::optional<Fields> F = S.R.fields(N, {"annotation", "of", "in"});
  if (!F)
    return;
  SlotRule R;
  R.Pack = S.Pack;
  if (const Node *V = F->get("annotation"))
    R.Annotation = S.R.text(*V, "an annotation").value_or("").str();
  if (const Node *V = mustHave(S, *F, "in", "where such methods run"))
    R.Context = readContext(S, *V).value_or(R.Context);
  if (const Node *V = mustHave(S, *F, "of", "the class they are methods of"))
    for (std::string &Class : readNames(S, *V, NameOf::Type)) {
      R.Class = std::move(Class);
      Into.Slots.push_back(R);
    }
}

/// The lists of a pack's head.
void readLists(PackScope &S, const Fields &F, RuleSet &Into) {
  readCoroutines(S, F.get("coroutines"), Into);
  readExecutors(S, F.get("executors"), Into);
  readFieldRules(S, F.get("fields"), Into);
  readParameters(S, F.get("parameters"), Into);
  readGlobals(S, F.get("globals"), Into);
  if (const Node *V = F.get("signatures"))
    for (const Node &Item : Reader::elements(*V))
      readSignature(S, Item, Into);
  if (const Node *V = F.get("slots"))
    for (const Node &Item : Reader::elements(*V))
      readSlot(S, Item, Into);
}

/// One of the three tables of cost.yaml: a word for each kind, and its time.
template <typename Parse>
void readTimes(Reader &R, const Fields &F, StringRef Key, Parse ParseWord,
               uint64_t *Into) {
  const Node *N = F.get(Key);
  if (!N)
    return;
  if (N->K != Node::Map) {
    R.error(*N, "expected a map of words to times, found " + N->describe());
    return;
  }
  for (size_t I = 0; I < N->Keys.size(); ++I) {
    auto Word = ParseWord(StringRef(N->Keys[I].Text));
    if (!Word)
      R.error(N->Keys[I],
              "unknown key '" + N->Keys[I].Text + "' in '" + Key + "'");
    else if (std::optional<uint64_t> Ns = R.time(N->Items[I], true))
      Into[unsigned(*Word)] = *Ns;
  }
}

/// severity: {high: 1000, …}
void readSeverities(Reader &R, const Node &N, CostTable &Into) {
  std::optional<Fields> F = R.fields(N, {"high", "medium", "low"});
  if (!F)
    return;
  const std::pair<StringRef, uint64_t *> Levels[] = {
      {"high", &Into.SeverityHigh},
      {"medium", &Into.SeverityMedium},
      {"low", &Into.SeverityLow}};
  for (const auto &[Key, Value] : Levels) {
    const Node *V = F->get(Key);
    std::optional<int64_t> Ratio = V ? R.integer(*V) : std::nullopt;
    if (Ratio && *Ratio >= 1)
      *Value = *Ratio;
    else if (Ratio)
      R.error(*V, "expected a ratio of at least 1, found " + V->Text);
  }
}

} // namespace

void compilePack(const Node &Root, StringRef File, RuleSet &Into,
                 std::vector<PackDiagnostic> &Errors) {
  Reader R(File, Errors);
  std::optional<Fields> F = R.fields(Root, PackKeys);
  if (!F)
    return;
  PackScope S{R, "", {}, {}};
  PackInfo Info;
  Info.Path = File.str();
  if (const Node *V = F->get("pack")) {
    if (std::optional<StringRef> Name = R.text(*V, "the name of the pack"))
      Info.Name = S.Pack = Name->str();
  } else {
    R.error(Root, "missing 'pack': the name of the library");
  }
  if (const Node *V = F->get("description"))
    Info.Description = R.text(*V, "a text").value_or("").str();
  if (const Node *V = F->get("verified"))
    Info.Verified = R.text(*V, "a text").value_or("").str();
  if (!F->get("references"))
    R.error(Root, "missing 'references': where the facts are from");
  if (const Node *V = F->get("threads"))
    Info.Threads = R.text(*V, "a name").value_or("").str();
  if (const Node *V = F->get("how"))
    readModelTexts(R, *V, Info.How);
  Info.References = textList(S, F->get("references"), "addresses");
  Info.Headers = textList(S, F->get("headers"), "path patterns");
  S.Prefixes = textList(S, F->get("prefixes"), "namespaces");
  if (const Node *V = F->get("constants"))
    readConstants(S, *V);
  readLists(S, *F, Into);
  if (const Node *V = F->get("rules")) {
    if (V->K != Node::List)
      R.error(*V, "expected a list of rules, found " + V->describe());
    for (const Node &Item :
         V->K == Node::List ? ArrayRef<Node>(V->Items) : ArrayRef<Node>())
      readRule(S, Item, Into);
    Info.NumRules = V->Items.size();
  }
  Into.Packs.push_back(std::move(Info));
}

/// compute: {operation: 1ns, call: 4, size: 1000}
void readCompute(Reader &R, const Node &N, CostTable &Into) {
  std::optional<Fields> F = R.fields(N, {"operation", "call", "size"});
  if (!F)
    return;
  if (const Node *V = F->get("operation"))
    if (std::optional<uint64_t> Ns = R.time(*V))
      Into.OperationPs = std::max<uint64_t>(*Ns, 1) * 1000;
  for (auto [Key, To] : {std::pair("call", &Into.CallOperations),
                         std::pair("size", &Into.Size)})
    if (const Node *V = F->get(Key))
      if (std::optional<int64_t> I = R.integer(*V))
        *To = uint64_t(std::max<int64_t>(*I, 0));
}

/// A map of names that the program has: of sizes, of functions.
void readNamed(Reader &R, const Fields &F, StringRef Key, StringRef What,
               function_ref<void(std::string, const Node &)> Read) {
  const Node *N = F.get(Key);
  if (!N)
    return;
  if (N->K != Node::Map)
    return R.error(*N, "expected a map of names to " + What + ", found " +
                           N->describe());
  for (size_t I = 0; I < N->Keys.size(); ++I)
    Read(N->Keys[I].Text, N->Items[I]);
}

void compileCost(const Node &Root, StringRef File, CostTable &Into,
                 std::vector<PackDiagnostic> &Errors) {
  Reader R(File, Errors);
  std::optional<Fields> F =
      R.fields(Root, {"latency", "expected", "tolerance", "computing",
                      "severity", "compute", "sizes", "functions"});
  if (!F)
    return;
  readTimes(R, *F, "latency", parseLatency, Into.BadCase);
  readTimes(R, *F, "expected", parseLatency, Into.Expected);
  readTimes(R, *F, "tolerance", parseContextKind, Into.Tolerance);
  readTimes(R, *F, "computing", parseContextKind, Into.Computing);
  if (const Node *N = F->get("severity"))
    readSeverities(R, *N, Into);
  if (const Node *N = F->get("compute"))
    readCompute(R, *N, Into);
  readNamed(R, *F, "sizes", "numbers", [&](std::string Name, const Node &V) {
    if (std::optional<int64_t> I = R.integer(V))
      Into.Sizes[std::move(Name)] = uint64_t(std::max<int64_t>(*I, 0));
  });
  readNamed(R, *F, "functions", "times", [&](std::string Name, const Node &V) {
    if (std::optional<uint64_t> Ns = R.time(V))
      Into.FunctionNs[std::move(Name)] = *Ns;
  });
}

} // namespace waitwise
