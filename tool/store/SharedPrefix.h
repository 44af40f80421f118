//===- store/SharedPrefix.h - lists of paths, each told by the one before -===//
//
// Neighbours in a list of headers share most of their path. What they share is
// stored as a number: a list shrinks to a quarter.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_SHAREDPREFIX_H
#define WAITWISE_STORE_SHAREDPREFIX_H

#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <cstdint>

namespace waitwise {

/// Number of characters, at most 65,535, with which both begin.
inline uint16_t sharedPrefix(llvm::StringRef A, llvm::StringRef B) {
  size_t Most = std::min({A.size(), B.size(), size_t(UINT16_MAX)});
  return uint16_t(std::mismatch(A.begin(), A.begin() + Most, B.begin()).first -
                  A.begin());
}

} // namespace waitwise

#endif // WAITWISE_STORE_SHAREDPREFIX_H
