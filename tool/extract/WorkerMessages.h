//===- extract/WorkerMessages.h - what a run and its workers say ----------===//
//
// A message is a list of byte strings: its size, then each string after its
// own size (32 bits, little endian). Paths and summaries are bytes, so nothing
// is escaped.
//
//   job     memory limit, directory, file, resource directory, number of
//           arguments, arguments …, third-party globs …
//   reply   "done", summary, paths where no file was …
//           "failed", message
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_WORKERMESSAGES_H
#define WAITWISE_EXTRACT_WORKERMESSAGES_H

#include "extract/Extract.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace waitwise {

std::string packMessage(llvm::ArrayRef<llvm::StringRef> Fields);

/// Collects bytes until they are a message. Each side has one message under
/// way at a time.
class MessageBuffer {
public:
  void append(llvm::StringRef Bytes) { Received += Bytes; }
  /// The message, once it is whole. It points into this buffer.
  std::optional<std::vector<llvm::StringRef>> message() const;
  /// True if no message can come of these bytes.
  bool isBroken() const;
  void clear() { Received.clear(); }

private:
  std::string Received;
};

/// A job as a message, with the limit it runs under.
std::string packJob(const ExtractJob &Job, unsigned MemoryMiB);
/// False if \p Fields is no job.
bool unpackJob(llvm::ArrayRef<llvm::StringRef> Fields, ExtractJob &Job,
               unsigned &MemoryMiB);

/// How a worker ends that has no reply to give.
enum WorkerExit : int {
  WE_OutOfMemory = 120,
  WE_FatalError = 121, ///< The reason is on its standard error.
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_WORKERMESSAGES_H
