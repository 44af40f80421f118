//===- store/Eviction.h - keeping a cache within its size -----------------===//
#ifndef WAITWISE_STORE_EVICTION_H
#define WAITWISE_STORE_EVICTION_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>

namespace waitwise {

/// Files of this name are being written, or were when a run was killed.
inline constexpr llvm::StringLiteral TemporaryPrefix = "tmp-";

/// If the files below \p Directory are larger than \p MaxBytes, removes those
/// used longest ago until they have four fifths of that; and temporary files
/// that nobody writes any more. Does nothing while another process does it.
/// Errors are passed over: what cannot be removed stays.
void evictOldest(llvm::StringRef Directory, uint64_t MaxBytes);

} // namespace waitwise

#endif // WAITWISE_STORE_EVICTION_H
