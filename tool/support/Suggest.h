//===- support/Suggest.h - "did you mean …?" ------------------------------===//
//
// The word nearest to one that nobody knows, by edit distance, for error
// messages about keys, names and options. A guess further away than a third
// of the word's length, rounded up, helps nobody and is not made; two letters
// that changed places are two edits.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SUPPORT_SUGGEST_H
#define WAITWISE_SUPPORT_SUGGEST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace waitwise {

/// The word of \p Known nearest to \p Word, the first of several; empty if
/// none is near.
inline llvm::StringRef nearestWord(llvm::StringRef Word,
                                   llvm::ArrayRef<llvm::StringRef> Known) {
  unsigned Best = (Word.size() + 2) / 3 + 1;
  llvm::StringRef Found;
  for (llvm::StringRef K : Known) {
    unsigned D = Word.edit_distance_insensitive(K, true, Best);
    if (D < Best) {
      Best = D;
      Found = K;
    }
  }
  return Found;
}

/// "; did you mean 'x'?", or nothing if no word of \p Known is near.
inline std::string didYouMean(llvm::StringRef Word,
                              llvm::ArrayRef<llvm::StringRef> Known) {
  llvm::StringRef Near = nearestWord(Word, Known);
  return Near.empty() ? "" : "; did you mean '" + Near.str() + "'?";
}

} // namespace waitwise

#endif // WAITWISE_SUPPORT_SUGGEST_H
