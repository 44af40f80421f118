//===- support/Suggest.h - "did you mean …?" ------------------------------===//
//
// The word nearest to one that nobody knows, by edit distance, for error
// messages about keys, names and options. A guess further away than a third
// of the word's length, rounded up, helps nobody and is not made. Two letters
// that changed places are one edit (Damerau): that is how keys are mistyped.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SUPPORT_SUGGEST_H
#define WAITWISE_SUPPORT_SUGGEST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <string>

namespace waitwise {

/// Edits that make \p A into \p B, letters of either case being the same.
inline unsigned editsBetween(llvm::StringRef A, llvm::StringRef B) {
  // Rows of the last two letters of A and of the present one.
  llvm::SmallVector<unsigned, 32> Rows[3];
  for (auto &Row : Rows)
    Row.resize(B.size() + 1);
  auto Same = [](char X, char Y) {
    return llvm::toLower(X) == llvm::toLower(Y);
  };
  for (size_t I = 0; I <= A.size(); ++I) {
    auto &Now = Rows[I % 3], &Last = Rows[(I + 2) % 3],
         &Before = Rows[(I + 1) % 3];
    for (size_t J = 0; J <= B.size(); ++J) {
      if (!I || !J) {
        Now[J] = I + J;
        continue;
      }
      unsigned Changed = !Same(A[I - 1], B[J - 1]);
      Now[J] = std::min({Last[J] + 1, Now[J - 1] + 1, Last[J - 1] + Changed});
      if (I > 1 && J > 1 && Same(A[I - 1], B[J - 2]) &&
          Same(A[I - 2], B[J - 1]))
        Now[J] = std::min(Now[J], Before[J - 2] + 1);
    }
  }
  return Rows[A.size() % 3][B.size()];
}

/// The word of \p Known nearest to \p Word, the first of several; empty if
/// none is near.
inline llvm::StringRef nearestWord(llvm::StringRef Word,
                                   llvm::ArrayRef<llvm::StringRef> Known) {
  unsigned Best = (Word.size() + 2) / 3 + 1;
  llvm::StringRef Found;
  for (llvm::StringRef K : Known) {
    unsigned D = editsBetween(Word, K);
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
