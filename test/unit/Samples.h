//===- unit/Samples.h - random but well-formed summaries ------------------===//
#ifndef WAITWISE_TEST_UNIT_SAMPLES_H
#define WAITWISE_TEST_UNIT_SAMPLES_H

#include "model/Summary.h"

namespace waitwise::test {

/// A well-formed summary that uses every field, made from \p Seed.
Summary sampleSummary(unsigned Seed, unsigned NumFunctions = 5);

/// Whether two summaries say the same, field by field.
bool isSame(const Summary &A, const Summary &B);

} // namespace waitwise::test

#endif // WAITWISE_TEST_UNIT_SAMPLES_H
