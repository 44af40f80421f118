//===- Commands.cpp - the subcommands -------------------------------------===//
#include "Commands.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace waitwise {

static constexpr CommandInfo Commands[] = {
    {Subcommand::Check, "check", "[FLAGS] [INPUTS] [-- COMPILER-FLAGS]",
     "find work that waits where it must not (the default subcommand)", ""},
    {Subcommand::Classify, "classify",
     "[FLAGS] [INPUTS] [-- COMPILER-FLAGS]",
     "tell of every function whether it waits or computes, and how long", ""},
    {Subcommand::Advise, "advise", "[FLAGS] [INPUTS] [-- COMPILER-FLAGS]",
     "tell of every place that starts work which model suits that work", ""},
    {Subcommand::Explain, "explain",
     "FUNCTION|FINDING|CHECK [FLAGS] [INPUTS] [-- COMPILER-FLAGS]",
     "tell why: the contexts of a function, a finding in full, a check", "*"},
    {Subcommand::Baseline, "baseline",
     "write|update|show [FLAGS] [INPUTS] [-- COMPILER-FLAGS]",
     "keep the findings of today, so that only new ones are reported",
     "write,update,show"},
    {Subcommand::Packs, "packs", "list | check FILES | show NAME",
     "list, check or show what is known of libraries", "list,check,show"},
    {Subcommand::Summarize, "summarize", "FILE -o OUT.wws [-- COMPILER-FLAGS]",
     "write what one translation unit says, for build systems", ""},
    {Subcommand::Link, "link", "SUMMARIES -o OUT.wws",
     "put summaries together; every subcommand takes the result as input", ""},
    {Subcommand::Dump, "dump",
     "summary|program|contexts|effects|cost [FLAGS] [INPUTS] "
     "[-- COMPILER-FLAGS]",
     "print a stage of the analysis", "summary,program,contexts,effects,cost"},
    {Subcommand::Completion, "completion", "bash|zsh|fish",
     "print what makes a shell complete this command", "bash,zsh,fish"},
    {Subcommand::Help, "help", "[SUBCOMMAND]", "print this, or more on one",
     ""},
    {Subcommand::ManPage, "man-page", "", "print the page for man", "",
     /*Hidden=*/true},
    {Subcommand::DevDocs, "dev-docs", "DIR", "write the generated documents",
     "*", /*Hidden=*/true},
};

ArrayRef<CommandInfo> commands() { return Commands; }

const CommandInfo *findCommand(StringRef Name) {
  for (const CommandInfo &C : Commands)
    if (C.Name == Name)
      return &C;
  return nullptr;
}

const CommandInfo &infoOf(Subcommand Id) {
  for (const CommandInfo &C : Commands)
    if (C.Id == Id)
      return C;
  llvm_unreachable("every subcommand is in the table");
}

std::vector<StringRef> commandNames() {
  std::vector<StringRef> Names;
  for (const CommandInfo &C : Commands)
    if (!C.Hidden)
      Names.push_back(C.Name);
  return Names;
}

} // namespace waitwise
