//===- packs/Names.h - names as packs write them --------------------------===//
//
// A written name stands for several: '@::' for every prefix of its pack,
// {a,b} for each alternative. What is left is an exact qualified name or a
// pattern with `*` (any run of characters in one component) and `**` (any run
// of components).
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_NAMES_H
#define WAITWISE_PACKS_NAMES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace waitwise {

/// Types may have spaces in their names ("unsigned int"), functions not.
enum class NameOf : uint8_t { Function, Type };

/// All names that \p Written stands for, in the order written. An error says
/// what is wrong with the pattern.
llvm::Expected<std::vector<std::string>>
expandName(llvm::StringRef Written, llvm::ArrayRef<std::string> Prefixes,
           NameOf Of = NameOf::Function);

/// True if \p Name matches \p Pattern: `*` is any run of characters within one
/// component, `**` any run of components.
bool matchesName(llvm::StringRef Pattern, llvm::StringRef Name);

/// True if \p Name is a pattern rather than a name.
inline bool isPattern(llvm::StringRef Name) { return Name.contains('*'); }

} // namespace waitwise

#endif // WAITWISE_PACKS_NAMES_H
