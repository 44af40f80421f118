//===- store/Envelope.h - the last 16 bytes of a stored summary -----------===//
//
// Common to every format, so that a damaged file and one of another version
// can be told apart: format number, zero, xxh3 of everything before.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_STORE_ENVELOPE_H
#define WAITWISE_STORE_ENVELOPE_H

#include <cstddef>

namespace waitwise::envelope {

inline constexpr size_t Bytes = 16;        ///< Size of the trailer.
inline constexpr size_t ChecksumBytes = 8; ///< The last part of it.
inline constexpr size_t Alignment = 8;     ///< Of the file and the trailer.
inline constexpr size_t IdentifierAt = 4;  ///< Offset of "WWSM".

} // namespace waitwise::envelope

#endif // WAITWISE_STORE_ENVELOPE_H
