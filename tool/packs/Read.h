//===- packs/Read.h - typed reading of a YAML tree ------------------------===//
//
// Turns located values into words, numbers, times and lists. Whatever does not
// fit is reported with its place, what was expected and what was found, and
// reading goes on, so that one run shows every error of a file.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_READ_H
#define WAITWISE_PACKS_READ_H

#include "packs/Syntax.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

#include <cstdint>
#include <optional>

namespace waitwise {

/// The fields of one map, with unknown and repeated keys reported already.
class Fields {
public:
  explicit Fields(const Node &Map) : Map(Map) {}
  /// The value of \p Key, or null.
  const Node *get(llvm::StringRef Key) const;
  const Node &node() const { return Map; }
  /// True if an unknown key was taken for a misspelt \p Key: that it is
  /// missing need not be said again.
  bool isMisspelt(llvm::StringRef Key) const {
    return llvm::is_contained(Guesses, Key);
  }

private:
  friend class Reader;
  const Node &Map;
  llvm::SmallVector<llvm::StringRef, 1> Guesses;
};

class Reader {
public:
  Reader(llvm::StringRef File, std::vector<PackDiagnostic> &Errors)
      : File(File), Errors(Errors) {}

  void error(const Node &At, const llvm::Twine &Text);

  /// A map with no other keys than \p Known. None if it is no map.
  std::optional<Fields> fields(const Node &N,
                               llvm::ArrayRef<llvm::StringRef> Known);
  /// Any text that is not empty; \p What names it in the error.
  std::optional<llvm::StringRef> text(const Node &N, llvm::StringRef What);
  /// One text or a list of them, not empty.
  std::vector<const Node *> texts(const Node &N, llvm::StringRef What);
  std::optional<bool> truth(const Node &N);
  /// Decimal or 0x hexadecimal.
  std::optional<int64_t> integer(const Node &N);
  /// "2ms", "1s", … in nanoseconds; "unlimited" where \p OrUnlimited.
  std::optional<uint64_t> time(const Node &N, bool OrUnlimited = false);
  /// The index of a word in \p Words. \p What names the set: "latency".
  std::optional<unsigned> oneOf(const Node &N, llvm::StringRef What,
                                llvm::ArrayRef<llvm::StringRef> Words);
  /// The elements of a list; of anything else, that one value.
  static llvm::ArrayRef<Node> elements(const Node &N);

private:
  llvm::StringRef File;
  std::vector<PackDiagnostic> &Errors;
};

/// Whole numbers as packs write them: decimal or 0x hexadecimal, or a minus.
std::optional<int64_t> parseInteger(llvm::StringRef Text);

} // namespace waitwise

#endif // WAITWISE_PACKS_READ_H
