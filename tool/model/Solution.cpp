//===- model/Solution.cpp - places, names and dumps of a solution ---------===//
//
// Places are relative to the project root where they lie below it; dumps list
// contexts and effects in the order of the solution, which is sorted.
//
//===----------------------------------------------------------------------===//
#include "model/Solution.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

using namespace waitwise;

llvm::StringRef waitwise::toString(EdgeKind K) {
  switch (K) {
  case EdgeKind::Direct:
    return "";
  case EdgeKind::Virtual:
    return "virtual call";
  case EdgeKind::Stored:
    return "stored callable";
  case EdgeKind::Inline:
    return "callable run during the call";
  case EdgeKind::Construct:
    return "constructor or destructor run by a library";
  }
  return "";
}

llvm::StringRef Sink::insteadIn(ContextKind K, llvm::StringRef Pack) const {
  // "qt" stands for all packs of that family: qt-core, qt-network, …
  for (llvm::StringRef Wanted : {Pack, Pack.split('-').first})
    for (const auto &[Name, Text] : InsteadFor)
      if (!Pack.empty() && Name == Wanted)
        return Text;
  return Instead[unsigned(K)];
}

Place Solution::place(const Location &L) const {
  Place Result;
  if (!L.isValid())
    return Result;
  llvm::StringRef File = P->str(L.File);
  llvm::StringRef Below = File;
  if (!Root.empty() && Below.consume_front(Root) && Below.consume_front("/"))
    File = Below;
  Result.File = File.str();
  Result.Line = L.Line;
  Result.Column = L.Column;
  return Result;
}

NamedPlace Solution::named(FunctionId F) const {
  return {P->nameOf(F).str(), place(P->self(F).Loc), ""};
}

/// "1,000" for 1000.
static std::string grouped(uint64_t N) {
  return llvm::formatv("{0:N}", N).str();
}

std::string Solution::formulaOf(const Formula &F) const {
  std::string Text = toString(F, Sizes), Unknown;
  std::set<SizeId> Seen;
  for (const Term &T : F.terms())
    Seen.insert(T.Sizes.begin(), T.Sizes.end());
  std::map<uint64_t, std::set<std::string>> ByAssumed;
  for (SizeId S : Seen)
    ByAssumed[Sizes[S].Assumed].insert(Sizes[S].Name);
  for (const auto &[Assumed, Names] : ByAssumed)
    Unknown += (Unknown.empty() ? "" : "; ") + llvm::join(Names, ", ") +
               " unknown, taken as " + grouped(Assumed);
  return Unknown.empty() ? Text : Text + " (" + Unknown + ")";
}

std::vector<Unknown> Solution::unknowns() const {
  std::vector<Unknown> Found;
  for (const UnknownCall &U : Unknowns) {
    Unknown Next{{P->nameOf(U.At.F).str(), place(event(U.At).Loc), ""},
                 U.What,
                 {}};
    for (unsigned K = 0; K < NumContextKinds; ++K)
      if (U.Contexts & 1u << K)
        Next.Contexts.push_back(ContextKind(K));
    Found.push_back(std::move(Next));
  }
  auto Key = [](const Unknown &U) {
    const Place &At = U.In.At;
    return std::tie(At.File, At.Line, At.Column, U.In.Function, U.What);
  };
  llvm::sort(Found, [&](const Unknown &A, const Unknown &B) {
    return Key(A) < Key(B);
  });
  return Found;
}

static void printAt(const Place &At, llvm::raw_ostream &OS) {
  if (At.isValid())
    OS << " [" << llvm::sys::path::filename(At.File) << ":" << At.Line << "]";
}

void Solution::printContexts(llvm::raw_ostream &OS) const {
  for (const ContextEntry &E : Contexts) {
    OS << toString(E.Kind) << " " << P->nameOf(E.F);
    if (!E.WholeBody)
      OS << " (" << E.Events.size() << " events)";
    OS << ": " << E.Because;
    printAt(place(E.At), OS);
    if (E.Discovered)
      OS << " discovered";
    if (E.Conf != Confidence::High)
      OS << " confidence " << toString(E.Conf);
    OS << "\n";
  }
  for (const Discovery &D : Discovered) {
    OS << D.Word << " " << P->nameOf(D.F) << ": " << D.Text << "\n";
    for (const auto &[Text, At] : D.Notes) {
      OS << "  " << Text;
      printAt(place(At), OS);
      OS << "\n";
    }
  }
}

void Solution::printCosts(llvm::raw_ostream &OS) const {
  for (FunctionId F = 0; F < Costs.size(); ++F) {
    const FunctionCost &C = Costs[F];
    OS << P->nameOf(F) << ": computes " << toString(C.Computes, Sizes);
    if (C.Yields)
      OS << ", at a stretch " << toString(C.Slice, Sizes);
    if (C.WaitsNs > 0)
      OS << ", waits " << llvm::format("%.0f", C.WaitsNs) << " ns";
    OS << "\n";
  }
}

void Solution::printEffects(llvm::raw_ostream &OS) const {
  for (const Sink &K : Sinks) {
    OS << P->nameOf(K.At.F) << ": " << K.Primitive << " " << toString(K.Kind)
       << " " << toString(K.Bad);
    printAt(place(event(K.At).Loc), OS);
    if (K.Conf != Confidence::High)
      OS << " confidence " << toString(K.Conf);
    if (!K.Detail.empty())
      OS << " (" << K.Detail << ")";
    OS << "\n";
  }
}
