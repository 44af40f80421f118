//===- runtime/Attended.h - a clock that stands still in the queue --------===//
//
// On a busy machine a thread that could run waits for a core. That says nothing
// about the program; the kernel counts it (schedstat), and this clock leaves it
// out: it goes on while the thread runs or waits for something of its own.
// With it a stall or a share of CPU time is the same on a busy machine as on an
// idle one. It belongs to its thread, and takes a microsecond to read.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_ATTENDED_H
#define WAITWISE_RUNTIME_ATTENDED_H

#include "Descriptor.h"
#include "Monitor.h"

#include <fcntl.h>

namespace waitwise::runtime {

/// How long this thread has waited for a core since it began.
inline Nanoseconds queuedTime() {
  thread_local Descriptor Statistics(
      open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC));
  char Text[96] = {};
  if (pread(Statistics.get(), Text, sizeof(Text) - 1, 0) <= 0)
    return Nanoseconds(0); // a kernel that does not count it
  char *Rest = Text;
  std::strtoull(Text, &Rest, 10);
  return Nanoseconds(std::strtoull(Rest, nullptr, 10));
}

/// Wall time, without the time this thread has waited for a core.
inline Nanoseconds attendedNow() {
  return clockNow(CLOCK_MONOTONIC) - queuedTime();
}

} // namespace waitwise::runtime

#endif
