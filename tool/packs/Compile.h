//===- packs/Compile.h - Syntax → RuleSet ---------------------------------===//
//
//   compilePack ──▶ readRule ──▶ readBlocks, readRuns, …  ──▶ readConditions
//   (Compile)       (CompileRule, CompileComputes) (CompileCondition)
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

/// Reads which model suits which work (rules/advice.yaml) over \p Into.
void compileAdvice(const Node &Root, llvm::StringRef File, AdviceTable &Into,
                   std::vector<PackDiagnostic> &Errors);
/// A map of models to texts.
void readModelTexts(Reader &R, const Node &N,
                    std::map<WorkModel, std::string> &Into);

/// One rule.
void readRule(PackScope &S, const Node &N, RuleSet &Into);

/// `starts:` of a rule, and what goes with it.
void readStarts(PackScope &S, const Fields &F, Rule &R);

/// `computes:` of a rule.
void readComputes(PackScope &S, const Node &N, Rule &R);

/// Fields of a map: absent ones give an empty value.
Operand operandField(PackScope &S, const Fields &F, llvm::StringRef Key);
Operand lockField(PackScope &S, const Fields &F, llvm::StringRef Key);
std::vector<Condition> conditionField(PackScope &S, const Fields &F,
                                      llvm::StringRef Key);
/// dropped: waits | never-runs
Drop dropField(PackScope &S, const Fields &F);
bool truthField(PackScope &S, const Fields &F, llvm::StringRef Key);
/// A field that must be there; \p Why says what it is for.
const Node *mustHave(PackScope &S, const Fields &F, llvm::StringRef Key,
                     llvm::StringRef Why);

/// One operand, Absent after an error.
Operand readOperand(PackScope &S, const Node &N);
/// `method:` of a callable: the operand that names it, or a pattern of names.
void readMethod(PackScope &S, const Node &N, RunsSpec &Run);
/// A condition or a list of them.
std::vector<Condition> readConditions(PackScope &S, const Node &N);
/// One name or a list of them, expanded. Types are without const, and end in
/// " *" or " &" where they must be pointers or references.
std::vector<std::string> readNames(PackScope &S, const Node &N, NameOf Of);
/// The same for directives such as `omp parallel for`, which are functions of
/// that name behind "#pragma ".
std::vector<std::string> readDirectives(PackScope &S, const Node &N);
/// The words for all kinds of contexts.
llvm::SmallVector<llvm::StringRef, NumContextKinds + 4> contextWords();
/// The word for a kind of context.
std::optional<ContextKind> readContext(PackScope &S, const Node &N);

/// The word for a kind of descriptor.
std::optional<CreatesSpec::What> readDescriptor(PackScope &S, const Node &N);

} // namespace waitwise

#endif // WAITWISE_PACKS_COMPILE_H
