//===- packs/Syntax.h - YAML as written -----------------------------------===//
//
// A YAML document as a plain tree in which every value knows its line and
// column, so that whoever reads it can point at what is wrong. Packs, the cost
// table and .waitwise.yaml are read through it. Aliases are replaced by copies
// of what they name; an alias inside the very value it names is an error.
//
//   pack       pack, description, references, verified, headers, prefixes,
//              constants, coroutines: [{type, kind, dropped}],
//              executors: [{type, context}], fields: [{field, in}],
//              parameters: [{type, in}],
//              signatures: [{params, returns, of, in}],
//              slots: [{annotation, of, in}], globals: [{variable, is}],
//              threads, how: {model: text}, rules
//   rule       function | directive, receiver, params, returns, when,
//              blocks: never | {kind, latency | time, descriptor, timeout,
//                       lock, unlocks, unless, only-if, except-in}
//              computes: {cost, each, unless, only-if, parallel}
//              runs: [{callable | (method, of), in, otherwise, only-if, unless,
//                      spawns}]
//              switches: context | {to, otherwise}
//              acquires, releases, queries: {lock, guard, shared, try,
//                       recursive, unless, adopts}
//              creates: {descriptor, at, nonblocking}
//              sets-nonblocking: {target, only-if}
//              waits-for-readiness: true | {unless}
//              drives-loop, yields, fails: nonzero,
//              dropped: waits | never-runs,
//              fork: forks | ends | waits | shares | repairs,
//              spins: reads | tries | pauses,
//              constructs: type-arg,
//              passes: OPERAND | {operand, at}, overrides,
//              counts-cores: true, sizes: OPERAND,
//              starts: never | model, program, executes: OPERAND,
//              accepts: true, joins: end | room
//              because, instead: text | {context | pack | default: text}
//   condition  {arg, is | equals | flag | lacks | begins | type | from},
//              {arity}, {all}, {any}, {not}
//   operand    arg N | last | last-explicit | first-callable | last-callable |
//              receiver | result | any-arg | template-arg N [of OPERAND];
//              for locks also gil
//   cost       constant | linear | nlogn | quadratic | cubic, with operands
//              in parentheses
//
// docs/pack-reference.md explains each.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_SYNTAX_H
#define WAITWISE_PACKS_SYNTAX_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace waitwise {

/// One error in a file of the user's.
struct PackDiagnostic {
  std::string File;
  unsigned Line = 0; ///< From 1; 0: the file as a whole.
  unsigned Column = 0;
  std::string Text;

  /// "file:line:column: error: text", or another word for how bad it is.
  std::string str(llvm::StringRef Word = "error") const;
};

/// One value of a YAML document.
struct Node {
  enum Kind : uint8_t { Null, Scalar, List, Map };
  Kind K = Null;
  bool Quoted = false; ///< A scalar in quotes is text, whatever it looks like.
  unsigned Line = 0, Column = 0; ///< From 1.
  std::string Text;              ///< Of a scalar; "null" or "~" if so written.
  std::vector<Node> Keys;        ///< Of a map, in the order written …
  std::vector<Node> Items;       ///< … with their values; elements of a list.

  /// "a list", "a number", …: what was found, for messages.
  llvm::StringRef describe() const;
};

/// Parses the one document in \p Text. On errors they are appended to
/// \p Errors (with \p File as their file) and the result is false. Size, depth
/// and number of values are bounded (support/Limits.h).
bool parseYAML(llvm::StringRef Text, llvm::StringRef File, Node &Root,
               std::vector<PackDiagnostic> &Errors);

/// The same for a file on disk; a file that cannot be read is an error, too.
bool parseYAMLFile(llvm::StringRef Path, Node &Root,
                   std::vector<PackDiagnostic> &Errors);

} // namespace waitwise

#endif // WAITWISE_PACKS_SYNTAX_H
