//===- Pipeline.h - a command line, carried out ---------------------------===//
#ifndef WAITWISE_PIPELINE_H
#define WAITWISE_PIPELINE_H

#include "Console.h"
#include "Options.h"

namespace waitwise {

/// Exit status: a contract with scripts and build systems.
enum class ExitStatus : int {
  Clean = 0,    ///< Nothing at or above --fail-on.
  Findings = 1, ///< Something is.
  Failed = 2,   ///< The run failed, or lost a translation unit.
};

/// Carries out \p O: output goes to \p Out (or -o), all else to \p Con.
ExitStatus run(Options O, llvm::raw_ostream &Out, Console &Con);

} // namespace waitwise

#endif // WAITWISE_PIPELINE_H
