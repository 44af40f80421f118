//===- packs/RuleSet.h - rules as used ------------------------------------===//
//
//   YAML text ──ParseYAML──▶ Syntax (as written, located) ──Compile──▶ RuleSet
//
// A RuleSet answers one question fast: which rules name this function, this
// type, this field? NameIndex knows. Whether a rule applies to one
// call (its conditions over arguments) is decided in solve/, which knows the
// values.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_RULESET_H
#define WAITWISE_PACKS_RULESET_H

#include "packs/Advice.h"
#include "packs/NameIndex.h"
#include "packs/Names.h"
#include "packs/Rule.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace waitwise {

/// `coroutines:` entries: kind of a coroutine return type. An awaitable is no
/// coroutine of its own: a call that returns it never blocks, and that is all.
/// Awaiting one that is ready never suspends.
enum class CoroutineKind : uint8_t {
  Task,
  Generator,
  Fiber,
  Awaitable,
  Ready,
};
struct CoroutineRule {
  std::string Pack, Type;
  CoroutineKind Kind = CoroutineKind::Task;
  Drop Dropped = Drop::Fine; ///< If nobody awaits or starts it.
};

/// `executors:` entries: where an executor type runs things.
struct ExecutorRule {
  std::string Pack, Type;
  ContextKind Context = ContextKind::EventLoop;
};

/// `fields:` entries: a callable stored in a field of a library's struct.
struct FieldRule {
  std::string Pack;
  std::string Field;                ///< Qualified: sigaction::sa_handler.
  RunsSpec::Where W = RunsSpec::In; ///< In, Inline or Never.
  ContextKind Context = ContextKind::EventLoop;
};

/// `parameters:` entries: a function with a parameter of this type runs there.
struct ParameterRule {
  std::string Pack, Type;
  ContextKind Context = ContextKind::Fiber;
};

/// `signatures:` entries: the program's functions of this type run there.
struct SignatureRule {
  std::string Pack;
  /// Only methods of these classes, or derived from them; if there are none,
  /// only functions that need no object.
  std::vector<std::string> Of;
  std::vector<std::string> Params;  ///< "..." for the rest.
  std::vector<std::string> Returns; ///< Any of them.
  ContextKind Context = ContextKind::GilHeld;
};

/// `slots:` entries: methods that carry an annotation run there; without one,
/// those that nothing in the program calls.
struct SlotRule {
  std::string Pack, Annotation;
  std::string Class; ///< Of this class, or derived from it.
  ContextKind Context = ContextKind::EventLoop;
};

/// `contexts:` entries of a project's configuration: where a function of its
/// own, or what it is handed, runs.
struct NamedContext {
  std::string Function;             ///< A name or pattern.
  std::optional<unsigned> Callable; ///< Not it runs there but this argument.
  std::optional<ContextKind> Kind;  ///< Absent: nowhere of its own.
  std::string Because;
  std::string File;                 ///< Where that is written.
  unsigned Line = 0, Column = 0;
};

/// `globals:` entries: what a library's variable stands for (stdin, std::cout).
struct GlobalRule {
  std::string Pack, Variable;
  CreatesSpec::What Is = CreatesSpec::Other;
};

/// One pack's head, for `packs list` and reports.
struct PackInfo {
  std::string Name, Path, Description;
  std::string Verified; ///< What the names were checked against.
  std::vector<std::string> References;
  std::vector<std::string> Headers; ///< Path globs read as system headers.
  unsigned NumRules = 0;
  std::map<WorkModel, std::string> How; ///< How a model is written with it.
  std::string Threads; ///< Packs of one name share their threads.
};

class RuleSet {
public:
  RuleSet() = default;
  RuleSet(RuleSet &&) = default;
  RuleSet &operator=(RuleSet &&) = default;

  /// All rules whose name or pattern matches \p Name, in order of precedence
  /// (exact before pattern, then Ordinal). \p Name has no template arguments.
  /// The first rule whose filters (When, ReceiverClass, Params, Returns) hold
  /// is the rule of the call, as a whole.
  llvm::SmallVector<const Rule *, 2> rulesFor(llvm::StringRef Name) const;
  /// The coroutine rule for a return type's name, or null.
  const CoroutineRule *coroutineType(llvm::StringRef TypeName) const;
  /// The executor rule for a type's name, or null.
  const ExecutorRule *executorType(llvm::StringRef TypeName) const;
  /// The rule for a field's qualified name, or null.
  const FieldRule *field(llvm::StringRef Name) const;
  /// The rule for a variable's qualified name, or null.
  const GlobalRule *global(llvm::StringRef Name) const;
  /// The rule for a parameter type's name, or null.
  const ParameterRule *parameterType(llvm::StringRef TypeName) const;

  /// Signatures whose return type has this name, in order.
  llvm::SmallVector<const SignatureRule *, 2>
  signaturesReturning(llvm::StringRef TypeName) const;

  std::deque<Rule> Rules; ///< Stable addresses.
  std::vector<CoroutineRule> Coroutines;
  std::vector<ExecutorRule> Executors;
  std::vector<FieldRule> Fields;
  std::vector<ParameterRule> Parameters;
  std::vector<GlobalRule> Globals;
  std::vector<SignatureRule> Signatures;
  std::vector<SlotRule> Slots;
  std::vector<NamedContext> Named; ///< Of the configuration, no pack.
  std::vector<PackInfo> Packs;
  CostTable Cost;
  AdviceTable Advice;

  /// Builds the index; call once after the last rule was added.
  void index();

private:
  NameIndex ByFunction, ByCoroutine, ByExecutor, ByField, ByGlobal, ByParameter,
      ByReturn;
};

} // namespace waitwise

#endif // WAITWISE_PACKS_RULESET_H
