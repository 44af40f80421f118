//===- checks/Check.h - what a check is -----------------------------------===//
//
// A check is a pure function from the solved program to findings, with its
// document beside it. One file per check, one line in Checks.def.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_CHECKS_CHECK_H
#define WAITWISE_CHECKS_CHECK_H

#include "model/Solution.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace waitwise {

using FindingSink = llvm::function_ref<void(Finding)>;

struct CheckInfo {
  llvm::StringLiteral Id;      ///< "blocking-in-coroutine": never renamed.
  llvm::StringLiteral Summary; ///< One line, no full stop.
  /// Markdown with the headings What it finds, Why it matters, Example,
  /// Instead, Limits. Fenced C++ examples run as tests.
  llvm::StringLiteral Doc;
  unsigned Cwe = 0;            ///< CWE number, or 0.
  /// The narrowest profile that reports its findings.
  Profile Least = Profile::Default;
};

struct Check {
  CheckInfo Info;
  void (*Run)(const Solution &S, FindingSink Report);
};

/// The profiles that report a check's findings, as people read them: "all", or
/// "strict, audit".
llvm::StringRef profilesOf(const CheckInfo &Info);

/// All checks, sorted by id.
llvm::ArrayRef<const Check *> allChecks();
/// The check with this id, or null.
const Check *findCheck(llvm::StringRef Id);

} // namespace waitwise

#endif // WAITWISE_CHECKS_CHECK_H
