//===- model/Solution.cpp - places, names and dumps of a solution ---------===//
//
// Places are relative to the project root where they lie below it; dumps list
// contexts and effects in the order of the solution, which is sorted.
//
//===----------------------------------------------------------------------===//
#include "model/Solution.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

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
