//===- support/Limits.h - every bound of the program, with its reason -----===//
//
// Work over input that we did not write is bounded. The bounds stand here, in
// one place, each with the reason for its size.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SUPPORT_LIMITS_H
#define WAITWISE_SUPPORT_LIMITS_H

#include <cstddef>
#include <cstdint>

namespace waitwise::limits {

/// Seconds of wall time after which one translation unit is given up: the
/// slowest header-heavy files seen take under 60 s on a busy core.
inline constexpr unsigned TranslationUnitSeconds = 180;

/// Address space, in MiB, of one extraction worker: heavy template code needs
/// about 2 GiB, the shared clang libraries map some 400 MiB.
inline constexpr unsigned WorkerMemoryMiB = 6144;

/// Blocks of one function's control-flow graph; generated switch tables reach
/// 20,000. Larger functions keep their calls but lose their control flow.
inline constexpr size_t BlocksPerFunction = 50000;

/// Steps of a constexpr function that is evaluated to see what an argument is
/// worth: flags and durations take a dozen.
inline constexpr unsigned ConstexprSteps = 20000;

/// Successors of a switch that is taken apart into two-way branches: enough
/// for fork() and states, no blow-up for opcode tables.
inline constexpr unsigned CasesAsBranches = 16;

/// Nesting of one expression that values are followed through; people stop
/// long before, macros and generated tables may not.
inline constexpr unsigned ExpressionDepth = 128;

/// Template arguments of one specialisation that are kept: rules count by
/// hand, sequences of indices have thousands.
inline constexpr size_t TemplateArgs = 64;

/// Size in MiB that the on-disk cache may grow to before old entries go.
inline constexpr uint64_t CacheMiB = 2048;

/// Nodes (function, constants of the parameters that matter) that one context
/// explores. A million functions fit; a blow-up of constants does not.
inline constexpr size_t NodesPerContext = 4000000;

/// Nodes that all locks of a program together explore: each has its share, the
/// nearest. With a hundred locks that is all of a large program.
inline constexpr size_t NodesForLocks = 400000;

/// Nodes that are looked through, for all findings of one context together, for
/// the entries that lead to them. A hundred findings have all of their entries.
inline constexpr size_t NodesForEntries = 2000000;

/// Different constants and callables with which one function is explored before
/// it is explored without any: as many as a call may have targets, so that a
/// wrapper which runs what it is given is known for every caller.
inline constexpr unsigned BindingsPerFunction = 200;

/// Calls of one chain: nobody reads on, and SARIF viewers show no more.
inline constexpr size_t StepsPerChain = 1000;

/// Entries listed for one finding (output contract).
inline constexpr size_t EntriesPerFinding = 100;

/// Targets of one indirect or virtual call above which it counts as
/// unresolved: nobody believes a chain through one of 200 callbacks.
inline constexpr size_t TargetsPerCall = 200;

/// Slots visited when asking where a value came from, the nearest first: what
/// comes from further away is mixed with everything else.
inline constexpr size_t SlotsPerOrigin = 1000;

/// Slots visited when asking how many threads a pool has: the number comes out
/// of a handful; where it does not, it is not seen.
inline constexpr size_t SlotsPerCount = 200;

/// Functions that one piece of work is followed through to a wait for its own
/// pool.
inline constexpr size_t FunctionsPerWorker = 2000;

/// Texts that one slot is known to hold: a handful of paths or host names. Into
/// the parameter of a logging function flow thousands.
inline constexpr unsigned TextsPerSlot = 8;

/// Size of a YAML file that is read at all: the largest pack is under 64 KiB.
inline constexpr size_t YamlBytes = 4u << 20;

/// Size of a profile's table that is read: a million functions with long names
/// take 100 MiB.
inline constexpr size_t ProfileBytes = 256u << 20;

/// Nesting depth of a YAML document.
inline constexpr unsigned YamlDepth = 32;

/// Values in a YAML document, those that aliases repeat counted each time: the
/// largest pack has 3,000.
inline constexpr size_t YamlNodes = 200000;

/// Errors in YAML files that are shown: nobody mends a thousand at once.
inline constexpr size_t ErrorsShown = 1000;

/// Names that one name with {a,b} alternatives stands for.
inline constexpr size_t NamesPerPattern = 1000;

/// Size in bytes of a source file of which lines are shown or searched for
/// suppressions: generated sources reach some 10 MiB.
inline constexpr uint64_t SourceBytes = 64u << 20;

/// Columns of a source line shown under a finding: generated lines may have
/// a million.
inline constexpr size_t SnippetColumns = 160;

/// Things listed in one message or explanation before the rest is counted.
inline constexpr size_t NamesInMessage = 20;

/// Size in bytes of a summary file that is opened at all.
inline constexpr uint64_t SummaryBytes = 1u << 30;

/// Bytes of all paths of one list once they are written out: a stored list
/// could ask for thousands of times its size. Real ones have under 10 MiB.
inline constexpr uint64_t PathBytes = 256u << 20;

/// Size in bytes of a compilation database that is opened at all.
inline constexpr uint64_t DatabaseBytes = 1u << 30;

/// Response files of one command: build tools write one, and one in that.
inline constexpr unsigned ResponseFiles = 256;

/// Words of one compile command once its response files are expanded.
inline constexpr size_t CommandWords = 1u << 20;

/// Paths remembered at which one unit found no file. Heavy template code looks
/// in vain some 2,000 times; a hundred search folders make it 100,000.
inline constexpr size_t LookupsPerUnit = 1u << 18;

/// Times that the effect of one function on its callers' locks is worked out
/// anew: it changes with each of its callees, in a recursion with itself.
inline constexpr unsigned LockRoundsPerFunction = 16;

/// What a forked child may call before it counts as a program of its own, and
/// how many forks are looked at: real programs have a few dozen.
inline constexpr size_t FunctionsPerChild = 20000;
inline constexpr size_t ForksPerProgram = 500;

/// Wrappers of wrappers that are seen through: real ones are two or three deep.
inline constexpr unsigned WrapperRounds = 16;

/// Nearest sources looked through for one that includes a given header.
inline constexpr size_t GuessSources = 200;

/// Size of a source that is looked through for its includes.
inline constexpr size_t GuessSourceBytes = 4u << 20;

/// Functions looked through for what started work shares.
inline constexpr size_t FunctionsPerWork = 1000;

/// Packs read from one folder beside headers: a library ships one or a few.
inline constexpr size_t PacksPerFolder = 256;

} // namespace waitwise::limits

#endif // WAITWISE_SUPPORT_LIMITS_H
