//===- packs/Load.h - which packs, and all of their errors ----------------===//
//
// Packs of the project come first, so that they win over those that libraries
// ship, and these win over the default packs; a pack takes the place of those
// behind it that have its name. Default packs and the cost table are compiled
// into the program.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_LOAD_H
#define WAITWISE_PACKS_LOAD_H

#include "packs/RuleSet.h"
#include "packs/Syntax.h"

#include "llvm/ADT/ArrayRef.h"

namespace waitwise {

struct LoadResult {
  RuleSet Rules; ///< Indexed; what could be read, where there are errors.
  std::vector<PackDiagnostic> Errors;
  /// Errors of shipped packs, which are left out.
  std::vector<PackDiagnostic> Warnings;
};

/// Which packs, in this order.
struct PackChoice {
  std::vector<std::string> Files;    ///< Of the project.
  std::vector<std::string> Shipped;  ///< Found beside headers.
  std::vector<std::string> Disabled; ///< Names of packs that do not apply.
  bool WithDefaults = true;
};

LoadResult loadPacks(const PackChoice &Which);

/// Reads a cost table over \p Into: what it does not name stays.
bool loadCost(llvm::StringRef Path, CostTable &Into,
              std::vector<PackDiagnostic> &Errors);

/// One file of rules/, as compiled in.
struct EmbeddedFile {
  llvm::StringRef Name; ///< Without folder and ".yaml".
  llvm::StringRef Tree; ///< Bytes of packs/Stored.h.
};

/// All files of rules/, sorted by name, cost.yaml and advice.yaml included.
llvm::ArrayRef<EmbeddedFile> embeddedFiles();
/// The tree of one of them. There must be one of that name.
Node embeddedTree(llvm::StringRef Name);

} // namespace waitwise

#endif // WAITWISE_PACKS_LOAD_H
