//===- Selection.h - which checks run and which findings are reported -----===//
#ifndef WAITWISE_SELECTION_H
#define WAITWISE_SELECTION_H

#include "Options.h"
#include "checks/Check.h"
#include "packs/RuleSet.h"

namespace waitwise {

/// The checks that \p Globs select, all if it is empty. Fails if none is left
/// or a pattern is no glob.
llvm::Expected<std::vector<const Check *>> selectChecks(llvm::StringRef Globs);

/// True if \p P reports this finding of the check \p Of.
bool isReported(const Finding &F, const CheckInfo &Of, Profile P);

/// Runs \p Checks and returns what \p P reports of their findings, with ids,
/// in contract order.
std::vector<Finding> runChecks(llvm::ArrayRef<const Check *> Checks,
                               const Solution &S, Profile P);

/// True if a finding that is neither suppressed nor in the baseline is at least
/// as severe as \p FailOn (Severity::None: nothing is).
bool anyFails(llvm::ArrayRef<Finding> Findings, Severity FailOn);

/// Fails, naming them, if rules of \p Packs matched no call.
llvm::Error requireRulesHit(llvm::ArrayRef<std::string> Packs,
                            const RuleSet &Rules, const Solution &S);

} // namespace waitwise

#endif // WAITWISE_SELECTION_H
