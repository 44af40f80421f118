//===- packs/Load.cpp - which packs, and all of their errors --------------===//
//
// Files that are compiled in were parsed and checked by the build; compiling
// them again takes two milliseconds for a thousand rules.
//
//===----------------------------------------------------------------------===//
#include "packs/Load.h"

#include "packs/Compile.h"
#include "packs/Stored.h"
#include "support/Suggest.h"

#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace waitwise {
namespace {

// A string literal may be longer than a standard compiler has to bear.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Woverlength-strings"
constexpr EmbeddedFile Files[] = {
#include "Embedded.inc"
};
#pragma clang diagnostic pop

/// Files of rules/ that are no packs.
bool isPack(StringRef Name) { return Name != "cost" && Name != "advice"; }

std::string pathOf(const EmbeddedFile &F) {
  return ("rules/" + F.Name + ".yaml").str();
}

StringRef packName(const Node &Root) {
  for (size_t I = 0; I < Root.Keys.size(); ++I)
    if (Root.Keys[I].Text == "pack")
      return Root.Items[I].Text;
  return "";
}

void loadDefaults(StringSet<> &Taken, LoadResult &Into) {
  for (const EmbeddedFile &F : Files) {
    if (!isPack(F.Name))
      continue;
    Node Root = restoreTree(F.Tree);
    if (!Taken.contains(packName(Root)))
      compilePack(Root, pathOf(F), Into.Rules, Into.Errors);
  }
}

void checkDisabled(ArrayRef<std::string> Disabled, LoadResult &Into) {
  std::vector<StringRef> Known;
  for (const EmbeddedFile &F : Files)
    if (isPack(F.Name))
      Known.push_back(F.Name);
  for (const std::string &Name : Disabled)
    if (!is_contained(Known, Name))
      Into.Errors.push_back(
          {"packs", 0, 0,
           "unknown pack '" + Name + "'" + didYouMean(Name, Known)});
}

/// Sorts the errors of one file by their place.
void inOrder(std::vector<PackDiagnostic> &Errors, size_t From) {
  llvm::sort(MutableArrayRef(Errors).drop_front(From),
             [](const PackDiagnostic &A, const PackDiagnostic &B) {
               return std::tie(A.Line, A.Column, A.Text) <
                      std::tie(B.Line, B.Column, B.Text);
             });
}

} // namespace

ArrayRef<EmbeddedFile> embeddedFiles() { return Files; }

Node embeddedTree(StringRef Name) {
  for (const EmbeddedFile &F : Files)
    if (F.Name == Name)
      return restoreTree(F.Tree);
  llvm_unreachable("no such file in rules/");
}

bool loadCost(StringRef Path, CostTable &Into,
              std::vector<PackDiagnostic> &Errors) {
  Node Root;
  size_t Before = Errors.size();
  if (parseYAMLFile(Path, Root, Errors))
    compileCost(Root, Path, Into, Errors);
  return Errors.size() == Before;
}

/// A pack that a library ships is used if it is right and nobody else has its
/// name.
static void loadShipped(StringRef Path, StringSet<> &Taken, LoadResult &Into) {
  Node Root;
  std::vector<PackDiagnostic> Errors;
  if (parseYAMLFile(Path, Root, Errors)) {
    if (Taken.contains(packName(Root)))
      return;
    RuleSet Trial;
    compilePack(Root, Path, Trial, Errors);
    inOrder(Errors, 0);
  }
  append_range(Into.Warnings, Errors);
  if (!Errors.empty())
    return;
  compilePack(Root, Path, Into.Rules, Into.Errors);
  Taken.insert(packName(Root));
}

LoadResult loadPacks(const PackChoice &Which) {
  LoadResult Result;
  StringSet<> Taken;
  for (const std::string &Path : Which.Files) {
    Node Root;
    size_t Before = Result.Errors.size();
    if (!parseYAMLFile(Path, Root, Result.Errors))
      continue;
    compilePack(Root, Path, Result.Rules, Result.Errors);
    inOrder(Result.Errors, Before);
    Taken.insert(packName(Root));
  }
  Taken.insert_range(Which.Disabled);
  checkDisabled(Which.Disabled, Result);
  for (const std::string &Path : Which.Shipped)
    loadShipped(Path, Taken, Result);
  if (Which.WithDefaults)
    loadDefaults(Taken, Result);
  compileCost(embeddedTree("cost"), "rules/cost.yaml", Result.Rules.Cost,
              Result.Errors);
  compileAdvice(embeddedTree("advice"), "rules/advice.yaml",
                Result.Rules.Advice, Result.Errors);
  Result.Rules.index();
  return Result;
}

} // namespace waitwise
