//===- store/SummaryIO.h - summaries to bytes and back --------------------===//
//
//   Summary ──write──▶ bytes (.wws) ──check, verify, decode, validate──▶
//   Summary
//
// Summary.fbs says how the bytes lie. Reading trusts nothing: whatever the
// bytes, the answer is a summary in which every index is good, or an error.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_SUMMARYIO_H
#define WAITWISE_STORE_SUMMARYIO_H

#include "model/Summary.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

#include <string>

namespace waitwise {

/// Number of the stored form; goes up whenever Summary.fbs or the meaning of
/// what is stored changes.
inline constexpr uint32_t SummaryFormat = 3;

/// The stored form of \p S. Equal summaries give equal bytes.
std::string writeSummary(const Summary &S);

/// Reads a stored summary. The error names \p Bytes' identifier and says what
/// is wrong: not a summary, damaged, of another format, malformed.
llvm::Expected<Summary> readSummary(llvm::MemoryBufferRef Bytes);

} // namespace waitwise

#endif // WAITWISE_STORE_SUMMARYIO_H
