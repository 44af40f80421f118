//===- packs/PackCommands.cpp - packs list, check, show -------------------===//
//
// Rules are shown as they are written: a name with alternatives was expanded
// into one rule each, all of which have the line of the rule they come from.
//
//===----------------------------------------------------------------------===//
#include "packs/PackCommands.h"

#include "packs/Load.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace waitwise {
namespace {

std::string howLong(const BlocksSpec &B) {
  if (B.TimeNs)
    return B.TimeNs % 1000000 ? utostr(B.TimeNs / 1000) + " us"
                              : utostr(B.TimeNs / 1000000) + " ms";
  if (B.Lock)
    return "as long as others hold it";
  return toString(B.Bad).str();
}

std::string placeOf(const RunsSpec &Run) {
  std::string What = Run.Of ? "a method by its name" : "a callable";
  switch (Run.W) {
  case RunsSpec::Inline:
    return "runs " + What + " at once";
  case RunsSpec::Never:
    return "stores " + What;
  case RunsSpec::ExecutorOf:
    return "runs " + What + " on an executor, else in " +
           describe(Run.Kind).str();
  case RunsSpec::In:
    return "runs " + What + " in " + describe(Run.Kind).str();
  }
  llvm_unreachable("all places are covered");
}

std::string wordOfWhole(const Operand &O) {
  switch (O.K) {
  case Operand::Absent:
    return "?";
  case Operand::Arg:
    return "argument " + utostr(O.Index);
  case Operand::LastArg:
  case Operand::LastExplicit:
    return "the last argument";
  case Operand::FirstCallable:
    return "the first callable";
  case Operand::LastCallable:
    return "the last callable";
  case Operand::Receiver:
    return "the object";
  case Operand::Result:
    return "the result";
  case Operand::EveryArg:
    return "any argument";
  case Operand::Callee:
    return "the function";
  case Operand::Gil:
    return "the interpreter lock";
  }
  llvm_unreachable("all operands are covered");
}

std::string wordOf(const Operand &O) {
  std::string Path;
  for (unsigned I = O.Depth; I > 0; --I)
    Path += "template argument " + utostr(O.Path[I - 1]) + " of ";
  return Path + wordOfWhole(O);
}

/// "12 ns", "500 ps", "1 us": the largest unit that needs no fraction.
std::string timeOf(uint64_t Ps) {
  constexpr std::pair<StringLiteral, uint64_t> Units[] = {{" s", 1000000000000},
                                                          {" ms", 1000000000},
                                                          {" us", 1000000},
                                                          {" ns", 1000}};
  for (const auto &[Unit, Size] : Units)
    if (Ps >= Size && Ps % Size == 0)
      return utostr(Ps / Size) + Unit.str();
  return utostr(Ps) + " ps";
}

std::string costOf(const ComputesSpec &C) {
  static constexpr StringLiteral Growth[] = {"constant", "linear", "n log n",
                                             "quadratic", "cubic"};
  std::string Text = "computes (" + Growth[C.Cost].str();
  for (size_t I = 0; I < C.Sizes.size(); ++I)
    Text += (I ? " times " : " in ") + wordOf(C.Sizes[I]);
  return Text + ", " + timeOf(C.EachPs) +
         (C.Cost == ComputesSpec::Constant ? "" : " each") +
         (C.Parallel ? ", on all cores)" : ")");
}

std::string exceptIn(const BlocksSpec &B) {
  std::string Text;
  for (unsigned K = 0; K < NumContextKinds; ++K)
    if (B.ExceptIn & 1u << K)
      Text += (Text.empty() ? ", but not in " : " or ") +
              describe(ContextKind(K)).str();
  return Text;
}

std::string switchOf(const SwitchesSpec &S) {
  return std::string("the coroutine goes on ") +
         (S.Executor ? "on an executor, else " : "") + "in " +
         describe(S.Kind).str();
}

/// Facts of one pack; names of which the same is said share a line.
class FactList {
public:
  explicit FactList(StringRef Pack) : Pack(Pack) {}
  void add(StringRef OfPack, const std::string &Before, StringRef Name,
           StringRef Fact) {
    if (OfPack != Pack)
      return;
    if (List.empty() || List.back().Before != Before ||
        List.back().Fact != Fact)
      List.push_back({Before, "", Fact.str()});
    std::string &Names = List.back().Names;
    Names += (Names.empty() ? "`" : ", `") + Name.str() + "`";
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> Result;
    for (const Line &L : List)
      Result.push_back(L.Before + L.Names + ": " + L.Fact);
    return Result;
  }

private:
  struct Line {
    std::string Before, Names, Fact;
  };
  StringRef Pack;
  std::vector<Line> List;
};

void printRule(const Rule &R, raw_ostream &OS) {
  OS << "\nline " << R.Line << ": ";
  interleaveComma(R.Names, OS);
  OS << '\n';
  if (std::string Says = summaryOf(R); !Says.empty())
    OS << "  " << Says << '\n';
  if (!R.Because.empty())
    OS << "  because " << R.Because << '\n';
  for (const Alternative &A : R.Instead)
    OS << "  instead" << (A.When.empty() ? "" : " in ") << A.When << ": "
       << A.Text << '\n';
}

} // namespace

std::vector<std::string> headFacts(const RuleSet &Rules, StringRef Pack) {
  static constexpr StringLiteral Coroutines[] = {"a task", "a generator",
                                                 "a fiber", "an awaitable",
                                                 "an awaitable that is ready"};
  FactList Facts(Pack);
  auto RunIn = [](ContextKind K) { return "run in " + describe(K).str(); };
  for (const CoroutineRule &R : Rules.Coroutines)
    Facts.add(R.Pack, "", R.Type,
              Coroutines[unsigned(R.Kind)].str() +
                  (R.Dropped == Drop::NeverRuns
                       ? ", which never runs if it is thrown away"
                       : ""));
  for (const ExecutorRule &R : Rules.Executors)
    Facts.add(R.Pack, "", R.Type,
              "runs things in " + describe(R.Context).str());
  for (const FieldRule &R : Rules.Fields)
    Facts.add(R.Pack, "callables in ", R.Field,
              R.W == RunsSpec::Inline  ? "run at once"
              : R.W == RunsSpec::Never ? "are not run"
                                       : RunIn(R.Context));
  for (const ParameterRule &R : Rules.Parameters)
    Facts.add(R.Pack, "functions that take ", R.Type, RunIn(R.Context));
  for (const SignatureRule &R : Rules.Signatures)
    Facts.add(R.Pack,
              R.Of.empty() ? "functions of type "
                           : "methods of " + join(R.Of, " or ") + " of type ",
              join(R.Returns, " or ") + " (" + join(R.Params, ", ") + ")",
              RunIn(R.Context));
  for (const SlotRule &R : Rules.Slots)
    Facts.add(R.Pack,
              R.Annotation.empty() ? std::string("methods nobody calls, of ")
                                   : "methods marked " + R.Annotation + " of ",
              R.Class, RunIn(R.Context));
  return Facts.lines();
}

std::string summaryOf(const Rule &R) {
  std::vector<std::string> Parts;
  if (R.NeverBlocks)
    Parts.push_back("never blocks");
  if (R.Blocks)
    Parts.push_back(("blocks (" + toString(R.Blocks->Kind) + ", " +
                     howLong(*R.Blocks) + exceptIn(*R.Blocks) + ")")
                        .str());
  if (R.Computes)
    Parts.push_back(costOf(*R.Computes));
  if (R.Switches)
    Parts.push_back(switchOf(*R.Switches));
  for (const RunsSpec &Run : R.Runs)
    if (std::string Part = placeOf(Run); !is_contained(Parts, Part))
      Parts.push_back(std::move(Part));
  const std::pair<bool, StringRef> Facts[] = {
      {R.Acquires.has_value(), "takes a lock"},
      {R.Releases.has_value(), "releases a lock"},
      {R.Queries.has_value(), "tells whether a lock is held"},
      {R.Creates.has_value(), "makes a descriptor"},
      {R.Sets.has_value(), "makes something non-blocking"},
      {R.Completes.has_value(), "completes an object"},
      {R.WaitsForReadiness, "waits for readiness"},
      {R.Spins == SpinPart::Reads, "reads an atomic value"},
      {R.Spins == SpinPart::Tries, "takes a flag if it is free"},
      {R.Spins == SpinPart::Pauses, "lets others run"},
      {R.Fork == ForkRole::Forks, "makes a child process"},
      {R.Fork == ForkRole::Ends, "puts another program in this one's place"},
      {R.Fork == ForkRole::Shares, "works on what a forked child shares"},
      {R.Fork == ForkRole::Repairs, "makes an object usable in a forked child"},
      {R.Dropped == Drop::Waits, "waits if its result is thrown away"},
      {R.Dropped == Drop::NeverRuns, "never runs if its result is thrown away"},
      {R.DrivesLoop, "drives a loop"},
      {R.Yields, "yields"},
      {R.FailsNonZero, "fails with a result other than 0"},
      {R.PassesThrough || R.HandsOn, "hands on an operand"},
      {R.ConstructsTypeArg, "constructs its type argument"},
      {R.CountsCores, "counts the cores"},
      {bool(R.Sizes), "sizes a pool"}};
  for (const auto &[Holds, Text] : Facts)
    if (Holds)
      Parts.push_back(Text.str());
  if (R.Overridden)
    Parts.push_back("overriders run in " + describe(R.OverrideContext).str());
  return join(Parts, ", ");
}

void listPacks(const RuleSet &Rules, raw_ostream &OS) {
  size_t Widest = 0;
  for (const PackInfo &P : Rules.Packs)
    Widest = std::max(Widest, P.Name.size());
  for (const PackInfo &P : Rules.Packs)
    OS << left_justify(P.Name, Widest + 2) << format_decimal(P.NumRules, 3)
       << " rules  " << P.Description << '\n';
}

void checkPacks(ArrayRef<std::string> Files, raw_ostream &OS, bool &Ok) {
  Ok = true;
  for (const std::string &File : Files) {
    PackChoice Which;
    Which.Files = {File};
    Which.WithDefaults = false;
    LoadResult Loaded = loadPacks(Which);
    for (const PackDiagnostic &D : Loaded.Errors)
      OS << D.str() << '\n';
    Ok &= Loaded.Errors.empty();
    if (!Loaded.Errors.empty())
      continue;
    unsigned Count = Loaded.Rules.Packs.front().NumRules;
    OS << File << ": " << Count << (Count == 1 ? " rule" : " rules")
       << ", no errors\n";
  }
}

bool showPack(const RuleSet &Rules, StringRef Name, raw_ostream &OS) {
  for (const PackInfo &P : Rules.Packs) {
    if (P.Name != Name)
      continue;
    OS << P.Name << ": " << P.Description << '\n' << P.Path << '\n';
    if (!P.Verified.empty())
      OS << "verified: " << P.Verified << '\n';
    for (const std::string &Link : P.References)
      OS << Link << '\n';
    for (const std::string &Fact : headFacts(Rules, Name))
      OS << Fact << '\n';
    for (const Rule &R : Rules.Rules)
      if (R.Pack == Name)
        printRule(R, OS);
    return true;
  }
  return false;
}

std::vector<std::string> rulesNotHit(const RuleSet &Rules, StringRef Pack,
                                     ArrayRef<std::string> Hits) {
  StringSet<> Seen;
  for (StringRef Hit : Hits)
    Seen.insert(Hit.split(' ').first);
  std::vector<std::string> Missed;
  for (const Rule &R : Rules.Rules) {
    std::string Where = (Pack + ":" + Twine(R.Line)).str();
    if (R.Pack == Pack && !Seen.contains(Where))
      Missed.push_back(Where + " " + R.Names.front());
  }
  return Missed;
}

} // namespace waitwise
