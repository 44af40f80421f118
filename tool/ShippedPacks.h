//===- ShippedPacks.h - packs that libraries ship beside their headers ----===//
//
//   /usr/include ─────────────▶ /usr/include/waitwise/*.yaml        read
//   third_party/lib/include ──▶ …/include/waitwise/*.yaml     read if trusted
//
// A pack can silence findings, so one that comes with a source tree is read
// only if the project says so. What lies below /usr and belongs to root was put
// there by whoever runs the machine.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SHIPPEDPACKS_H
#define WAITWISE_SHIPPEDPACKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace waitwise {

struct ShippedPacks {
  std::vector<std::string> Trusted;   ///< To be read, in this order.
  std::vector<std::string> Untrusted; ///< Found, but not to be read.
};

/// Packs in the folders waitwise/ of \p IncludeDirs. Trusted are those that
/// lie, symbolic links resolved, below one of \p TrustedDirs, or below
/// \p System if only root can write them.
ShippedPacks findShippedPacks(llvm::ArrayRef<std::string> IncludeDirs,
                              llvm::ArrayRef<std::string> TrustedDirs,
                              llvm::StringRef System = "/usr");

} // namespace waitwise

#endif // WAITWISE_SHIPPEDPACKS_H
