//===- support/Globs.h - lists of patterns that add and remove ------------===//
//
// "blocking-*,-blocking-under-lock": the last pattern that matches decides;
// one that begins with '-' removes. Used for --checks and for NOLINT(...).
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SUPPORT_GLOBS_H
#define WAITWISE_SUPPORT_GLOBS_H

#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"

#include <vector>

namespace waitwise {

class GlobList {
public:
  /// Patterns are separated by commas; spaces around them do not count. Fails
  /// on a pattern that is not a glob, naming it.
  static llvm::Expected<GlobList> parse(llvm::StringRef Text);

  /// What the last matching pattern says; \p Otherwise if none matches.
  bool contains(llvm::StringRef Name, bool Otherwise = false) const;

  /// True if the first pattern removes: the list then starts from everything.
  bool startsFromAll() const { return !Items.empty() && !Items[0].Adds; }

private:
  struct Item {
    bool Adds;
    llvm::GlobPattern Pattern;
  };
  std::vector<Item> Items;
};

} // namespace waitwise

#endif // WAITWISE_SUPPORT_GLOBS_H
