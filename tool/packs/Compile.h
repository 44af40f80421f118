//===- packs/Compile.h - Syntax → RuleSet ---------------------------------===//
//
//   compilePack ──▶ readRule ──▶ readBlocks, readRuns, …  ──▶ readConditions
//   (Compile)       (CompileRule) (CompileCondition)
//
// Every function reads one kind of node, reports what is wrong with it and
// goes on with what is right.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_COMPILE_H
#define WAITWISE_PACKS_COMPILE_H

#include "packs/Names.h"
#include "packs/Read.h"
#include "packs/RuleSet.h"

#include "llvm/ADT/StringMap.h"

namespace waitwise {

/// What all parts of one pack share.
struct PackScope {
  Reader &R;
  std::string Pack;
  std::vector<std::string> Prefixes;
  llvm::StringMap<int64_t> Constants;
};

/// Adds the pack in \p Root to \p Into. Errors go to \p Errors.
void compilePack(const Node &Root, llvm::StringRef File, RuleSet &Into,
                 std::vector<PackDiagnostic> &Errors);

/// Reads latencies, tolerances and severities (rules/cost.yaml).
void compileCost(const Node &Root, llvm::StringRef File, CostTable &Into,
                 std::vector<PackDiagnostic> &Errors);

/// One rule; a name with alternatives gives several rules.
void readRule(PackScope &S, const Node &N, RuleSet &Into);

/// One operand, Absent after an error.
Operand readOperand(PackScope &S, const Node &N);
/// A condition or a list of them.
std::vector<Condition> readConditions(PackScope &S, const Node &N);
/// One name or a list of them, expanded.
std::vector<std::string> readNames(PackScope &S, const Node &N, NameOf Of);
/// The word for a kind of context.
std::optional<ContextKind> readContext(PackScope &S, const Node &N);

/// The word for a kind of descriptor.
std::optional<CreatesSpec::What> readDescriptor(PackScope &S, const Node &N);

} // namespace waitwise

#endif // WAITWISE_PACKS_COMPILE_H
