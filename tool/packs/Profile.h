//===- packs/Profile.h - what a profiler measured -------------------------===//
//
//   function,calls,self_ms
//   Index::search,1200,840.5        CSV, or the same with tabs
//
// Columns may stand in any order, and there may be others. The unit is in the
// name of the column: self_ns, self_us, self_ms or self_s ("self time ms" and
// "Self ms" are read, too). docs/cli.md has commands that make such a table of
// what gprof and perf write.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_PROFILE_H
#define WAITWISE_PACKS_PROFILE_H

#include "model/Effect.h"
#include "packs/Syntax.h"

namespace waitwise {

/// Reads the table in the file \p Path: what one call of each function takes
/// without its callees goes into \p Into. Lines of one function (overloads,
/// instances of a template) are added up. Every error is located; false if
/// there is one.
bool loadProfile(llvm::StringRef Path, CostTable &Into,
                 std::vector<PackDiagnostic> &Errors);

/// A function as profilers name it, "void f<int>(char const*) const", as
/// waitwise does: without parameters, template arguments and return type.
std::string plainFunctionName(llvm::StringRef Measured);

} // namespace waitwise

#endif // WAITWISE_PACKS_PROFILE_H
