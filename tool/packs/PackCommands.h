//===- packs/PackCommands.h - packs list, check, show ---------------------===//
//
// What the `packs` subcommand prints, and what pack tests ask for.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_PACKCOMMANDS_H
#define WAITWISE_PACKS_PACKCOMMANDS_H

#include "packs/RuleSet.h"

#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class raw_ostream;
}

namespace waitwise {

/// One line for each pack: name, number of rules, description.
void listPacks(const RuleSet &Rules, llvm::raw_ostream &OS);

/// Prints every error of \p Files, or "FILE: N rules, no errors" for one that
/// has none. \p Ok tells whether none has.
void checkPacks(llvm::ArrayRef<std::string> Files, llvm::raw_ostream &OS,
                bool &Ok);

/// Prints a pack's head and its rules as written. False if there is no pack of
/// this name.
bool showPack(const RuleSet &Rules, llvm::StringRef Name,
              llvm::raw_ostream &OS);

/// What a pack's head says of types, fields, variables and functions:
/// "`x::task`, `y::task`: a task".
std::vector<std::string> headFacts(const RuleSet &Rules, llvm::StringRef Pack);

/// What a rule says of a call, in a few words: "blocks (net, slow)".
std::string summaryOf(const Rule &R);

/// Rules of \p Pack, as written, that none of \p Hits ("pack:line name", as in
/// Solution::RulesHit) is about: "pack:line", and the first name. A rule for
/// many names is hit by any of them: names are checked against headers.
std::vector<std::string> rulesNotHit(const RuleSet &Rules, llvm::StringRef Pack,
                                     llvm::ArrayRef<std::string> Hits);

} // namespace waitwise

#endif // WAITWISE_PACKS_PACKCOMMANDS_H
