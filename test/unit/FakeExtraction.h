//===- unit/FakeExtraction.h - an extraction that does what it is told ----===//
#ifndef WAITWISE_TEST_UNIT_FAKEEXTRACTION_H
#define WAITWISE_TEST_UNIT_FAKEEXTRACTION_H

#include "extract/Extract.h"

namespace waitwise::test {

/// Makes a summary whose main file is that of the job and whose diagnostics
/// are its arguments. The arguments are commands:
///   crash, abort, fatal, exit    ends the process in that way
///   sleep, slow                  for ever; 300 ms
///   eat                          allocates until there is no more
///   fail                         an error
///   print                        much, on stdout and stderr
///   read=FILE                    lists FILE as read
///   absent=FILE                  looked for FILE in vain
///   wrong                        counts a compiler error
///   big                          a large summary
llvm::Expected<Summary> fakeExtraction(const ExtractJob &Job);

} // namespace waitwise::test

#endif // WAITWISE_TEST_UNIT_FAKEEXTRACTION_H
