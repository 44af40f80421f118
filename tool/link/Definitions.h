//===- link/Definitions.h - which definition a translation unit means -----===//
//
// One database often holds several programs (examples, tools, tests), each
// with its own main() and its own class session. The names clash, the code
// does not: every such USR is split into one entity per defining file, and a
// translation unit means the definition that it contains, else the one whose
// file is nearest to its own in the directory tree.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_LINK_DEFINITIONS_H
#define WAITWISE_LINK_DEFINITIONS_H

#include "model/Summary.h"

#include "llvm/ADT/StringMap.h"

#include <set>
#include <string>

namespace waitwise {

class Definitions {
public:
  /// Notes which files define what \p S has bodies or definitions of.
  void collect(const Summary &S);

  /// The program-wide key of entity \p E of \p S.
  std::string keyOf(const Summary &S, const Entity &E) const;

private:
  llvm::StringMap<std::set<std::string>> FilesOf;
};

} // namespace waitwise

#endif // WAITWISE_LINK_DEFINITIONS_H
