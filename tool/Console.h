//===- Console.h - what the tool says beside its output -------------------===//
//
// Errors, notes and progress of a run, on standard error. Findings never go
// here, and none of this ever goes to standard output.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_CONSOLE_H
#define WAITWISE_CONSOLE_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>

namespace waitwise {

class Console {
public:
  /// \p Quiet: errors only. \p Terminal: a person watches, so progress is
  /// drawn in one line; else it is a line now and then.
  Console(llvm::raw_ostream &OS, bool Quiet, bool Terminal)
      : OS(OS), Quiet(Quiet), Terminal(Terminal), Started(Clock::now()),
        LastLine(Started) {}

  void error(llvm::Error E);
  void error(const llvm::Twine &Text);
  void note(const llvm::Twine &Text);
  /// A warning that says where it is: "FILE:LINE:COLUMN: warning: …".
  void warning(const llvm::Twine &Located);

  /// \p Done of \p Total translation units are read, \p File the last of them.
  void progress(size_t Done, size_t Total, llvm::StringRef File);

private:
  using Clock = std::chrono::steady_clock;

  void clearBar();
  void drawBar(size_t Done, size_t Total, llvm::StringRef File);

  llvm::raw_ostream &OS;
  bool Quiet, Terminal, BarShown = false;
  Clock::time_point Started, LastLine;
};

} // namespace waitwise

#endif // WAITWISE_CONSOLE_H
