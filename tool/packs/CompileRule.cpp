//===- packs/CompileRule.cpp - one rule -----------------------------------===//
//
// Reads the parts of a rule into one Rule. One that blocks or computes must say
// why.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

#include "support/Suggest.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

const StringRef RuleKeys[] = {"function",
                              "directive",
                              "receiver",
                              "params",
                              "returns",
                              "when",
                              "blocks",
                              "computes",
                              "runs",
                              "acquires",
                              "releases",
                              "queries",
                              "creates",
                              "sets-nonblocking",
                              "completes",
                              "waits-for-readiness",
                              "drives-loop",
                              "yields",
                              "dropped",
                              "fork",
                              "spins",
                              "fails",
                              "switches",
                              "passes",
                              "constructs",
                              "counts-cores",
                              "sizes",
                              "overrides",
                              "starts",
                              "program",
                              "executes",
                              "accepts",
                              "joins",
                              "because",
                              "instead"};

/// ns, us, ms or s, and duration, in nanoseconds; duration is 0.
std::optional<uint64_t> readUnit(PackScope &S, const Node &N) {
  static const StringRef Units[] = {"ns", "us", "ms", "s", "duration"};
  static const uint64_t Ns[] = {1, 1000, 1000000, 1000000000, 0};
  std::optional<unsigned> I = S.R.oneOf(N, "unit", Units);
  return I ? std::optional(Ns[*I]) : std::nullopt;
}

/// timeout: {arg: 2, unit: ms} or {arg: 4, fields: {"timeval::tv_sec": s, …}}
void readTimeout(PackScope &S, const Node &N, BlocksSpec &B) {
  std::optional<Fields> F = S.R.fields(N, {"arg", "unit", "fields"});
  if (!F)
    return;
  if (const Node *V = mustHave(S, *F, "arg", "which operand is the time")) {
    std::optional<int64_t> Index = parseInteger(V->Text);
    B.Timeout = Index && *Index >= 0 ? Operand{Operand::Arg, unsigned(*Index)}
                                     : readOperand(S, *V);
  }
  if (const Node *Of = F->get("fields")) {
    for (size_t I = 0; I < Of->Keys.size(); ++I)
      if (std::optional<uint64_t> Unit = readUnit(S, Of->Items[I]))
        B.TimeoutFields.push_back({Of->Keys[I].Text, *Unit});
    if (Of->K != Node::Map)
      S.R.error(*Of, "expected a map of fields to units, found " +
                         Of->describe());
    return;
  }
  if (const Node *V = mustHave(S, *F, "unit", "ns, us, ms, s or duration"))
    B.TimeoutUnitNs = readUnit(S, *V).value_or(0);
}

/// How long: a latency class, a time, or what the holders of a lock do.
void readHowLong(PackScope &S, const Fields &F, BlocksSpec &B) {
  const Node *Class = F.get("latency"), *Time = F.get("time");
  if (Class && Time)
    S.R.error(*Time, "'time' and 'latency' exclude each other");
  if (!Class && !Time && !F.get("lock") && !F.isMisspelt("latency"))
    S.R.error(F.node(), "missing 'latency' or 'time': how long it may block");
  SmallVector<StringRef, NumLatencies> Words;
  for (unsigned I = 0; I < NumLatencies; ++I)
    Words.push_back(toString(Latency(I)));
  if (Class)
    if (std::optional<unsigned> I = S.R.oneOf(*Class, "latency", Words))
      B.Bad = Latency(*I);
  if (Time)
    B.TimeNs = S.R.time(*Time).value_or(0);
}

void readBlocks(PackScope &S, const Node &N, Rule &R) {
  if (N.K == Node::Scalar && N.Text == "never") {
    R.NeverBlocks = true;
    return;
  }
  if (N.K != Node::Map) {
    S.R.error(N, "expected 'never' or a map with kind and latency, found " +
                     N.describe());
    return;
  }
  std::optional<Fields> F =
      S.R.fields(N, {"kind", "latency", "time", "descriptor", "timeout", "lock",
                     "unlocks", "until", "unless", "only-if", "except-in"});
  BlocksSpec &B = R.Blocks.emplace();
  SmallVector<StringRef, NumEffectKinds> Kinds;
  for (unsigned I = 0; I < NumEffectKinds; ++I)
    Kinds.push_back(toString(EffectKind(I)));
  if (const Node *V = mustHave(S, *F, "kind", "what it waits for"))
    if (std::optional<unsigned> I = S.R.oneOf(*V, "kind", Kinds))
      B.Kind = EffectKind(*I);
  readHowLong(S, *F, B);
  B.Descriptor = operandField(S, *F, "descriptor");
  if (const Node *V = F->get("timeout"))
    readTimeout(S, *V, B);
  B.Lock = lockField(S, *F, "lock");
  B.Unlocks = lockField(S, *F, "unlocks");
  B.Until = operandField(S, *F, "until");
  B.Unless = conditionField(S, *F, "unless");
  B.OnlyIf = conditionField(S, *F, "only-if");
  if (const Node *V = F->get("except-in"))
    for (const Node &Item : Reader::elements(*V))
      if (std::optional<ContextKind> K = readContext(S, Item))
        B.ExceptIn |= 1u << unsigned(*K);
}

/// in: inline | never | executor of OPERAND | CONTEXT
void readWhere(PackScope &S, const Node &N, RunsSpec &Run) {
  StringRef Text = N.Text;
  if (Text == "inline") {
    Run.W = RunsSpec::Inline;
  } else if (Text == "never") {
    Run.W = RunsSpec::Never;
  } else if (Text.consume_front("executor of ")) {
    Node Of = N;
    Of.Text = Text.trim().str();
    Run.W = RunsSpec::ExecutorOf;
    Run.Executor = readOperand(S, Of);
  } else {
    SmallVector<StringRef, NumContextKinds + 4> Words = contextWords();
    Words.append({"inline", "never", "executor of OPERAND"});
    if (std::optional<unsigned> I = S.R.oneOf(N, "place to run", Words))
      if (*I < NumContextKinds)
        Run.Kind = ContextKind(*I);
  }
}

/// callable: OPERAND, or {method: OPERAND | PATTERN, of: OPERAND}
void readWhat(PackScope &S, const Fields &F, RunsSpec &Run) {
  const Node *Callable = F.get("callable"), *Method = F.get("method");
  const Node *Of = F.get("of");
  if (Callable && (Method || Of))
    S.R.error(Method ? *Method : *Of, "'callable' is run itself; 'method' and "
                                      "'of' name a method of an object");
  else if (Method && !Of && !F.isMisspelt("of"))
    S.R.error(F.node(),
              "missing 'of': the object of whose class the method is");
  else if (Of && !Method && !F.isMisspelt("method"))
    S.R.error(F.node(), "missing 'method': which method of the object is run");
  else if (!Method && !mustHave(S, F, "callable", "which operand is run"))
    return;
  if (Callable)
    Run.Callable = readOperand(S, *Callable);
  if (Method)
    readMethod(S, *Method, Run);
  Run.Of = operandField(S, F, "of");
}

void readRuns(PackScope &S, const Node &N, Rule &R) {
  for (const Node &Item : Reader::elements(N)) {
    std::optional<Fields> F =
        S.R.fields(Item, {"callable", "method", "of", "in", "otherwise",
                          "only-if", "unless", "spawns"});
    if (!F)
      continue;
    RunsSpec Run;
    readWhat(S, *F, Run);
    if (const Node *V = mustHave(S, *F, "in", "where it is run"))
      readWhere(S, *V, Run);
    const Node *Otherwise = F->get("otherwise");
    if (Run.W == RunsSpec::ExecutorOf && !Otherwise)
      S.R.error(Item, "missing 'otherwise': where it runs if the executor is "
                      "not known");
    if (Otherwise)
      Run.Kind = readContext(S, *Otherwise).value_or(Run.Kind);
    Run.OnlyIf = conditionField(S, *F, "only-if");
    Run.Unless = conditionField(S, *F, "unless");
    Run.Spawns = truthField(S, *F, "spawns");
    R.Runs.push_back(std::move(Run));
  }
}

/// switches: CONTEXT | {to: CONTEXT | executor of OPERAND, otherwise: CONTEXT}
void readSwitches(PackScope &S, const Node &N, Rule &R) {
  RunsSpec To;
  if (N.K != Node::Map) {
    if (std::optional<ContextKind> K = readContext(S, N))
      R.Switches = {*K, {}};
    return;
  }
  std::optional<Fields> F = S.R.fields(N, {"to", "otherwise"});
  const Node *V = mustHave(S, *F, "to", "where the coroutine goes on");
  if (!V)
    return;
  readWhere(S, *V, To);
  const Node *Otherwise = F->get("otherwise");
  if (To.W == RunsSpec::ExecutorOf && !Otherwise)
    S.R.error(N, "missing 'otherwise': where it goes on if the executor is not "
                 "known");
  if (To.W == RunsSpec::Inline || To.W == RunsSpec::Never)
    S.R.error(*V, "a coroutine goes on in a context, not '" + V->Text + "'");
  if (Otherwise)
    To.Kind = readContext(S, *Otherwise).value_or(To.Kind);
  R.Switches = {To.Kind, To.Executor};
}

/// {lock: receiver, guard: true, try: true | zero, …}
std::optional<LockSpec> readLock(PackScope &S, const Fields &Rule,
                                 StringRef Key) {
  const Node *N = Rule.get(Key);
  if (!N)
    return std::nullopt;
  std::optional<Fields> F = S.R.fields(
      *N, {"lock", "guard", "shared", "try", "recursive", "unless", "adopts"});
  if (!F)
    return std::nullopt;
  LockSpec L;
  if (mustHave(S, *F, "lock", "which operand is the lock"))
    L.Lock = lockField(S, *F, "lock");
  L.Guard = truthField(S, *F, "guard");
  L.Shared = truthField(S, *F, "shared");
  L.Recursive = truthField(S, *F, "recursive");
  if (const Node *V = F->get("try")) {
    L.TryZero = V->Text == "zero";
    L.Try = !L.TryZero && S.R.truth(*V).value_or(false);
  }
  L.Unless = conditionField(S, *F, "unless");
  L.Adopts = conditionField(S, *F, "adopts");
  return L;
}

void readCreates(PackScope &S, const Node &N, Rule &R) {
  std::optional<Fields> F = S.R.fields(N, {"descriptor", "at", "nonblocking"});
  if (!F)
    return;
  CreatesSpec &C = R.Creates.emplace();
  if (const Node *V = mustHave(S, *F, "descriptor", "what it is"))
    if (std::optional<CreatesSpec::What> W = readDescriptor(S, *V))
      C.W = *W;
  if (const Node *V = mustHave(S, *F, "at", "result or an argument"))
    C.At = readOperand(S, *V);
  C.Nonblocking = conditionField(S, *F, "nonblocking");
}

void readSets(PackScope &S, const Node &N, Rule &R) {
  std::optional<Fields> F = S.R.fields(N, {"target", "only-if"});
  if (!F)
    return;
  SetsSpec &Sets = R.Sets.emplace();
  if (const Node *V = mustHave(S, *F, "target", "what becomes non-blocking"))
    Sets.Target = readOperand(S, *V);
  Sets.OnlyIf = conditionField(S, *F, "only-if");
}

/// completes: OPERAND | {object: OPERAND, if: zero | nonzero}
void readCompletes(PackScope &S, const Node &N, Rule &R) {
  CompletesSpec &C = R.Completes.emplace();
  if (N.K != Node::Map) {
    C.Object = readOperand(S, N);
    return;
  }
  std::optional<Fields> F = S.R.fields(N, {"object", "if"});
  if (mustHave(S, *F, "object", "what is complete then"))
    C.Object = operandField(S, *F, "object");
  if (const Node *V = F->get("if"))
    if (auto I = S.R.oneOf(*V, "result", {"nonzero", "zero"}))
      C.If = CompletesSpec::When(*I + 1);
}

/// passes: OPERAND | {operand: OPERAND, at: OPERAND}
void readPasses(PackScope &S, const Node &N, Rule &R) {
  if (N.K != Node::Map) {
    R.PassesThrough = readOperand(S, N);
    return;
  }
  std::optional<Fields> F = S.R.fields(N, {"operand", "at"});
  if (!mustHave(S, *F, "operand", "what is passed on") ||
      !mustHave(S, *F, "at", "where it comes out"))
    return;
  R.HandsOn = {operandField(S, *F, "operand"), operandField(S, *F, "at")};
  if (R.HandsOn->To.K != Operand::Result)
    return;
  R.PassesThrough = R.HandsOn->From;
  R.HandsOn.reset();
}

/// waits-for-readiness: true | {unless: […]}
void readReadiness(PackScope &S, const Node &N, Rule &R) {
  R.WaitsForReadiness = true;
  if (N.K != Node::Map) {
    R.WaitsForReadiness = S.R.truth(N).value_or(true);
    return;
  }
  if (std::optional<Fields> F = S.R.fields(N, {"unless"}))
    R.ReadinessUnless = conditionField(S, *F, "unless");
}

/// A word that may be the name of a pack, which need not be loaded, and is
/// hardly one of \p Known, misspelt: short words are near to each other.
bool maybePack(StringRef Word, ArrayRef<StringRef> Known) {
  constexpr size_t Short = 6;
  unsigned Slips = Word.size() < Short ? 1 : 2;
  bool IsWord = !Word.empty() && isLower(Word[0]) && all_of(Word, [](char C) {
    return isLower(C) || isDigit(C) || C == '-' || C == '+';
  });
  return IsWord && none_of(Known, [&](StringRef K) {
           return editsBetween(Word, K) <= Slips;
         });
}

/// instead: text | {CONTEXT: text, PACK: text, default: text}
void readInstead(PackScope &S, const Node &N, Rule &R) {
  if (N.K != Node::Map) {
    if (std::optional<StringRef> Text = S.R.text(N, "a text or a map of texts"))
      R.Instead.push_back({"", Text->str()});
    return;
  }
  SmallVector<StringRef, NumContextKinds + 4> Words = contextWords();
  Words.insert(Words.begin(), "default");
  const SmallVector<StringRef, NumContextKinds + 4> Fixed = Words;
  for (const Node &Key : N.Keys)
    if (!is_contained(Words, Key.Text) && maybePack(Key.Text, Fixed))
      Words.push_back(Key.Text);
  std::optional<Fields> F = S.R.fields(N, Words);
  for (StringRef Word : Words)
    if (const Node *V = F->get(Word))
      if (std::optional<StringRef> Text = S.R.text(*V, "a text"))
        R.Instead.push_back({Word == "default" ? "" : Word.str(), Text->str()});
}

/// Which calls the rule is about, beside the name.
void readFilters(PackScope &S, const Fields &F, Rule &R) {
  R.When = conditionField(S, F, "when");
  if (const Node *V = F.get("receiver"))
    R.ReceiverClass = readNames(S, *V, NameOf::Type);
  if (const Node *V = F.get("params"))
    R.Params = readNames(S, *V, NameOf::Type);
  if (const Node *V = F.get("returns"))
    R.Returns = readNames(S, *V, NameOf::Type);
}

void readActions(PackScope &S, const Fields &F, Rule &R) {
  if (const Node *V = F.get("blocks"))
    readBlocks(S, *V, R);
  if (const Node *V = F.get("computes"))
    readComputes(S, *V, R);
  if (const Node *V = F.get("switches"))
    readSwitches(S, *V, R);
  if (const Node *V = F.get("runs"))
    readRuns(S, *V, R);
  R.Acquires = readLock(S, F, "acquires");
  R.Releases = readLock(S, F, "releases");
  R.Queries = readLock(S, F, "queries");
  if (const Node *V = F.get("creates"))
    readCreates(S, *V, R);
  if (const Node *V = F.get("sets-nonblocking"))
    readSets(S, *V, R);
  if (const Node *V = F.get("completes"))
    readCompletes(S, *V, R);
  if (const Node *V = F.get("waits-for-readiness"))
    readReadiness(S, *V, R);
  R.DrivesLoop = truthField(S, F, "drives-loop");
  R.Yields = truthField(S, F, "yields");
  R.Dropped = dropField(S, F);
  if (const Node *V = F.get("spins"))
    if (auto I = S.R.oneOf(*V, "part in a loop", {"reads", "tries", "pauses"}))
      R.Spins = SpinPart(*I + 1);
  if (const Node *V = F.get("fork"))
    if (auto I = S.R.oneOf(*V, "part in a fork", {"forks", "ends", "waits",
                                                  "shares", "repairs"}))
      R.Fork = ForkRole(*I + 1);
  if (const Node *V = F.get("fails"))
    R.FailsNonZero = S.R.oneOf(*V, "sign of failure", {"nonzero"}).has_value();
  readStarts(S, F, R);
  if (const Node *V = F.get("passes"))
    readPasses(S, *V, R);
  if (const Node *V = F.get("constructs"))
    R.ConstructsTypeArg =
        S.R.oneOf(*V, "thing to construct", {"type-arg"}).has_value();
  R.CountsCores = truthField(S, F, "counts-cores");
  R.Sizes = operandField(S, F, "sizes");
  if (const Node *V = F.get("overrides"))
    if (std::optional<ContextKind> K = readContext(S, *V)) {
      R.Overridden = true;
      R.OverrideContext = *K;
    }
}

bool saysSomething(const Rule &R) {
  return R.Blocks || R.NeverBlocks || R.Computes || R.Switches ||
         !R.Runs.empty() || R.Acquires || R.Releases || R.Queries ||
         R.Creates || R.Sets || R.Completes || R.WaitsForReadiness ||
         R.DrivesLoop || R.Yields || R.Dropped != Drop::Fine ||
         R.Fork != ForkRole::None || R.Spins != SpinPart::None ||
         R.FailsNonZero || R.PassesThrough || R.HandsOn ||
         R.Starts.saysSomething() ||
         R.ConstructsTypeArg || R.Overridden || R.CountsCores || R.Sizes;
}

} // namespace

Operand operandField(PackScope &S, const Fields &F, StringRef Key) {
  const Node *V = F.get(Key);
  return V ? readOperand(S, *V) : Operand();
}

Operand lockField(PackScope &S, const Fields &F, StringRef Key) {
  const Node *V = F.get(Key);
  if (V && V->K == Node::Scalar && V->Text == "gil")
    return {Operand::Gil, 0};
  return operandField(S, F, Key);
}

std::vector<Condition> conditionField(PackScope &S, const Fields &F,
                                      StringRef Key) {
  const Node *V = F.get(Key);
  return V ? readConditions(S, *V) : std::vector<Condition>();
}

bool truthField(PackScope &S, const Fields &F, StringRef Key) {
  const Node *V = F.get(Key);
  return V && S.R.truth(*V).value_or(false);
}

Drop dropField(PackScope &S, const Fields &F) {
  const Node *V = F.get("dropped");
  auto I = V ? S.R.oneOf(*V, "fate", {"waits", "never-runs"}) : std::nullopt;
  return I ? Drop(*I + 1) : Drop::Fine;
}

const Node *mustHave(PackScope &S, const Fields &F, StringRef Key,
                     StringRef Why) {
  const Node *V = F.get(Key);
  if (!V && !F.isMisspelt(Key))
    S.R.error(F.node(), "missing '" + Key + "': " + Why);
  return V;
}

void readRule(PackScope &S, const Node &N, RuleSet &Into) {
  std::optional<Fields> F = S.R.fields(N, RuleKeys);
  if (!F)
    return;
  Rule R;
  R.Pack = S.Pack;
  R.Line = N.Line;
  readFilters(S, *F, R);
  readActions(S, *F, R);
  if (const Node *V = F->get("because"))
    if (std::optional<StringRef> Text = S.R.text(*V, "a text"))
      R.Because = Text->str();
  if (const Node *V = F->get("instead"))
    readInstead(S, *V, R);
  if ((R.Blocks || R.Computes) && !F->get("because") &&
      !F->isMisspelt("because"))
    S.R.error(N, Twine("missing 'because': a rule that ") +
                     (R.Blocks ? "blocks" : "computes") + " says why");
  bool OnlyTexts = llvm::all_of(N.Keys, [](const Node &Key) {
    return is_contained({"function", "directive", "because", "instead"},
                        StringRef(Key.Text));
  });
  if (!saysSomething(R) && OnlyTexts)
    S.R.error(N, "the rule says nothing of its function");

  const Node *Directives = F->get("directive");
  if (Directives && F->get("function"))
    S.R.error(*Directives, "a rule is about functions or about directives");
  const Node *Names = Directives ? Directives
                                 : mustHave(S, *F, "function",
                                            "which function it is about");
  if (!Names)
    return;
  R.Names = Directives ? readDirectives(S, *Directives)
                       : readNames(S, *Names, NameOf::Function);
  if (R.Names.empty())
    return;
  R.Ordinal = Into.Rules.size();
  Into.Rules.push_back(std::move(R));
}

} // namespace waitwise
