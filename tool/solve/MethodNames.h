//===- solve/MethodNames.h - methods that a text names --------------------===//
//
//   "refresh"            a name
//   "1setValue(int)\0…"  with the types of the parameters; what stands before
//                        the name and behind a NUL is for others
//   on_*_*               a pattern of names
//
// Types are written as the sources write them, so that a typedef fits no type.
// What has as many parameters is good enough then, or more: they may have
// defaults.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_METHODNAMES_H
#define WAITWISE_SOLVE_METHODNAMES_H

#include "model/Program.h"

#include "llvm/ADT/SmallVector.h"

namespace waitwise {

/// Last component of a qualified name.
llvm::StringRef unqualified(llvm::StringRef Name);

class MethodName {
public:
  /// \p Text outlives the name.
  explicit MethodName(llvm::StringRef Text);

  enum class Fit : uint8_t { No, Defaults, Count, Types };
  /// How well a method fits, apart from its own name.
  Fit fit(const Program &P, const Entity &Method) const;
  llvm::StringRef name() const { return Name; }

private:
  llvm::StringRef Name;
  bool HasParams = false;
  llvm::SmallVector<llvm::StringRef, 4> Params;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_METHODNAMES_H
