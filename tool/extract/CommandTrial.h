//===- extract/CommandTrial.h - which flags would clang refuse? -----------===//
//
// A flag may be known to clang and yet fail: -march=x of a newer processor,
// -fsanitize=x of another compiler. One such flag loses the whole unit, so
// commands are tried, without a file being parsed, and what clang complains
// about is found by the words it quotes.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_COMMANDTRIAL_H
#define WAITWISE_EXTRACT_COMMANDTRIAL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <map>
#include <string>
#include <vector>

namespace waitwise {

/// A flag with its values, as written: one word or several.
using Flag = std::vector<std::string>;

/// A flag that clang refuses.
struct RefusedFlag {
  size_t Index = 0;   ///< In the list that was tried.
  std::string Reason; ///< In clang's words.
};

/// Tries commands; equal ones once.
class CommandTrial {
public:
  /// Which of \p Flags make clang's driver or frontend refuse to start. What
  /// is beyond doubt stands around them: the driver and its target in \p Head,
  /// language and name of a file (that need not exist) in \p Tail.
  const std::vector<RefusedFlag> &refused(llvm::ArrayRef<std::string> Head,
                                          llvm::ArrayRef<Flag> Flags,
                                          llvm::ArrayRef<std::string> Tail);

private:
  std::map<std::string, std::vector<RefusedFlag>> Known;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMMANDTRIAL_H
