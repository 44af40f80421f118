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

/// Rules written in one place: consecutive, of one pack and line.
std::vector<std::vector<const Rule *>> asWritten(const RuleSet &Rules,
                                                 StringRef Pack) {
  std::vector<std::vector<const Rule *>> Groups;
  for (const Rule &R : Rules.Rules) {
    if (R.Pack != Pack)
      continue;
    if (Groups.empty() || Groups.back().front()->Line != R.Line)
      Groups.emplace_back();
    Groups.back().push_back(&R);
  }
  return Groups;
}

std::string howLong(const BlocksSpec &B) {
  if (B.TimeNs)
    return B.TimeNs % 1000000 ? utostr(B.TimeNs / 1000) + " us"
                              : utostr(B.TimeNs / 1000000) + " ms";
  if (B.Lock)
    return "as long as others hold it";
  return toString(B.Bad).str();
}

std::string placeOf(const RunsSpec &Run) {
  switch (Run.W) {
  case RunsSpec::Inline:
    return "runs a callable at once";
  case RunsSpec::Never:
    return "stores a callable";
  case RunsSpec::ExecutorOf:
    return "runs a callable on an executor, else in " +
           describe(Run.Kind).str();
  case RunsSpec::In:
    return "runs a callable in " + describe(Run.Kind).str();
  }
  llvm_unreachable("all places are covered");
}

void printRule(ArrayRef<const Rule *> Names, raw_ostream &OS) {
  const Rule &R = *Names.front();
  OS << "\nline " << R.Line << ": ";
  interleaveComma(Names, OS, [&](const Rule *N) { OS << N->Name; });
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

std::string summaryOf(const Rule &R) {
  std::vector<std::string> Parts;
  if (R.NeverBlocks)
    Parts.push_back("never blocks");
  if (R.Blocks)
    Parts.push_back(("blocks (" + toString(R.Blocks->Kind) + ", " +
                     howLong(*R.Blocks) + ")")
                        .str());
  for (const RunsSpec &Run : R.Runs)
    if (std::string Part = placeOf(Run); !is_contained(Parts, Part))
      Parts.push_back(std::move(Part));
  const std::pair<bool, StringRef> Facts[] = {
      {R.Acquires.has_value(), "takes a lock"},
      {R.Releases.has_value(), "releases a lock"},
      {R.Queries.has_value(), "tells whether a lock is held"},
      {R.Creates.has_value(), "makes a descriptor"},
      {R.Sets.has_value(), "makes something non-blocking"},
      {R.WaitsForReadiness, "waits for readiness"},
      {R.DrivesLoop, "drives a loop"},
      {R.Yields, "yields"},
      {bool(R.PassesThrough), "hands on an operand"},
      {R.ConstructsTypeArg, "constructs its type argument"}};
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
    LoadResult Loaded = loadPacks(File, /*WithDefaults=*/false, {});
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
    for (const std::string &Link : P.References)
      OS << Link << '\n';
    for (const auto &Names : asWritten(Rules, Name))
      printRule(Names, OS);
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
  for (const auto &Names : asWritten(Rules, Pack)) {
    std::string Where = (Pack + ":" + Twine(Names.front()->Line)).str();
    if (!Seen.contains(Where))
      Missed.push_back(Where + " " + Names.front()->Name);
  }
  return Missed;
}

} // namespace waitwise
