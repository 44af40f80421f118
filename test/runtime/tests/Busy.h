//===- runtime/tests/Busy.h - work of a known amount ----------------------===//
#ifndef WAITWISE_RUNTIME_TESTS_BUSY_H
#define WAITWISE_RUNTIME_TESTS_BUSY_H

#include "Monitor.h"

namespace waitwise::runtime {

/// Computes until the thread has used so much CPU time.
inline void burn(Nanoseconds Amount) {
  ThreadMeter Meter;
  while (Meter.elapsed().Cpu < Amount)
    ;
}

} // namespace waitwise::runtime

#endif
