//===- Main.cpp - argv → subcommand → exit status -------------------------===//
#include "Options.h"
#include "Pipeline.h"
#include "extract/Workers.h"

#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/WithColor.h"

#include <cstdlib>

using namespace llvm;
using namespace waitwise;

/// Decides whether what is printed is coloured.
static void chooseColor(std::optional<bool> Asked) {
  using Choice = bool (*)(const raw_ostream &);
  Choice Never = [](const raw_ostream &) { return false; };
  Choice Always = [](const raw_ostream &) { return true; };
  Choice Terminals = [](const raw_ostream &OS) { return OS.has_colors(); };
  const char *NoColor = std::getenv("NO_COLOR");
  if (Asked)
    return WithColor::setAutoDetectFunction(*Asked ? Always : Never);
  WithColor::setAutoDetectFunction(NoColor && *NoColor ? Never : Terminals);
}

int main(int Argc, const char **Argv) {
  if (Argc == 2 && Argv[1] == WorkerSubcommand)
    return runWorker(extractSummary); // Sets its own handlers.
  InitLLVM Init(Argc, Argv);
  ArrayRef<const char *> Words(Argv, size_t(Argc));
  Expected<Options> O = parseOptions(Words);
  Console Con(errs(), O && O->Quiet, errs().is_displayed());
  if (!O) {
    Con.error(O.takeError());
    return int(ExitStatus::Failed);
  }
  chooseColor(O->Color);
  ExitStatus Status = run(std::move(*O), outs(), Con);
  outs().flush();
  if (outs().has_error()) {
    Con.error("cannot write to standard output: " + outs().error().message());
    outs().clear_error();
    return int(ExitStatus::Failed);
  }
  return int(Status);
}
