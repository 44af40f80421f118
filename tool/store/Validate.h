//===- store/Validate.h - is a summary well-formed? -----------------------===//
#ifndef WAITWISE_STORE_VALIDATE_H
#define WAITWISE_STORE_VALIDATE_H

#include "model/Summary.h"

#include "llvm/Support/Error.h"

namespace waitwise {

/// Success if every index in \p S leads somewhere, every enumeration has a
/// value that exists, and nothing is its own parent. Else an error that names
/// the first fault ("function 3: event 2: no entity 99").
llvm::Error validate(const Summary &S);

} // namespace waitwise

#endif // WAITWISE_STORE_VALIDATE_H
