//===- bench/PackSpeed.cpp - what packs cost a run ------------------------===//
//
// Prints, as JSON, the milliseconds of CPU time that loading the default packs takes, and
// the lookups per second in rule sets of growing size: of exact names, and of
// patterns. `test/bench/packs` makes a table of it.
//
//===----------------------------------------------------------------------===//
#include "packs/Load.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <ctime>
#include <deque>

using namespace llvm;
using namespace waitwise;

namespace {

/// CPU time, which a busy machine leaves alone but for its caches.
double secondsOf(function_ref<void()> Work) {
  std::clock_t Begin = std::clock();
  Work();
  return double(std::clock() - Begin) / CLOCKS_PER_SEC;
}

/// The least of several runs: others use the machine, too.
double leastSeconds(function_ref<void()> Work) {
  constexpr unsigned Runs = 9;
  double Least = secondsOf(Work);
  for (unsigned I = 1; I < Runs; ++I)
    Least = std::min(Least, secondsOf(Work));
  return Least;
}

/// Name \p I of \p Count, ten for each class, ten classes for each library.
std::string nameOf(unsigned I, StringRef Last) {
  return "library" + utostr(I / 100) + "::class" + utostr(I / 10 % 10) +
         "::" + Last.str() + utostr(I % 10);
}

RuleSet rulesOf(unsigned Count, bool Patterns) {
  RuleSet Rules;
  for (unsigned I = 0; I < Count; ++I) {
    Rule R;
    R.Names = {nameOf(I, "get") + (Patterns ? "_*" : "")};
    R.Ordinal = I;
    Rules.Rules.push_back(std::move(R));
  }
  Rules.index();
  return Rules;
}

/// Lookups per second of names that are there, of others in known classes, and
/// of names that nobody heard of.
double lookupsPerSecond(unsigned Count, bool Patterns) {
  constexpr unsigned Queries = 3000;
  RuleSet Rules = rulesOf(Count, Patterns);
  std::vector<std::string> Names;
  for (unsigned I = 0; I < Queries; ++I) {
    unsigned Of = I * 7919u % Count;
    Names.push_back(I % 3 == 2 ? "project::part::run" + utostr(I)
                               : nameOf(Of, I % 3 ? "put" : "get") +
                                     (Patterns ? "_it" : ""));
  }
  size_t Found = 0;
  double Seconds = leastSeconds([&] {
    for (const std::string &Name : Names)
      Found += Rules.rulesFor(Name).size();
  });
  if (!Found)
    errs() << "nothing found\n";
  return Names.size() / Seconds;
}

void printSeries(StringRef Key, bool Patterns, ArrayRef<unsigned> Counts) {
  outs() << "\"" << Key << "\": {";
  for (size_t I = 0; I < Counts.size(); ++I)
    outs() << (I ? ", " : "") << "\"" << Counts[I]
           << "\": " << format("%.0f", lookupsPerSecond(Counts[I], Patterns));
  outs() << "}";
}

} // namespace

int main() {
  std::deque<LoadResult> Kept; // No run takes its packs to pieces.
  double Seconds = leastSeconds([&] { Kept.push_back(loadPacks({})); });
  const LoadResult &Loaded = Kept.front();
  outs() << "{\"packs\": " << Loaded.Rules.Packs.size()
         << ", \"rules\": " << Loaded.Rules.Rules.size()
         << ", \"load_ms\": " << format("%.3f", Seconds * 1000) << ",\n ";
  printSeries("exact", false, {100, 1000, 10000, 100000});
  outs() << ",\n ";
  printSeries("patterns", true, {100, 1000, 10000, 100000});
  outs() << "}\n";
}
