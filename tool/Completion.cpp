//===- Completion.cpp - what shells and `man` are told --------------------===//
#include "Completion.h"

#include "Options.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

/// "--format --profile …" of a subcommand, and what its first word may be.
std::string wordsAfter(const CommandInfo &C) {
  std::vector<std::string> Words;
  for (const FlagInfo &F : flagsOf(C.Name))
    Words.push_back(F.Spelling);
  SmallVector<StringRef> Subjects;
  C.Subjects.split(Subjects, ',', -1, /*KeepEmpty=*/false);
  for (StringRef S : Subjects)
    if (S != "*")
      Words.push_back(S.str());
  return join(Words, " ");
}

/// zsh reads it, too, through its own bashcompinit.
void printBash(raw_ostream &OS) {
  OS << "_waitwise() {\n"
        "  local word command=check words\n"
        "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        "    case $word in\n"
        "    "
     << join(commandNames(), "|")
     << ") command=$word; break ;;\n"
        "    esac\n"
        "  done\n"
        "  case $command in\n";
  for (const CommandInfo &C : commands())
    if (!C.Hidden)
      OS << "  " << C.Name << ") words='" << wordsAfter(C) << "' ;;\n";
  OS << "  esac\n"
        "  [ \"$COMP_CWORD\" = 1 ] && words=\"$words "
     << join(commandNames(), " ")
     << "\"\n"
        "  COMPREPLY=($(compgen -W \"$words\" -- "
        "\"${COMP_WORDS[COMP_CWORD]}\"))\n"
        "}\n"
        "complete -o default -F _waitwise waitwise\n";
}

std::string quotedForFish(StringRef Text) {
  std::string Result = "'";
  for (char C : Text) {
    if (C == '\'' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + "'";
}

void printFish(raw_ostream &OS) {
  for (const CommandInfo &C : commands()) {
    if (C.Hidden)
      continue;
    OS << "complete -c waitwise -n __fish_use_subcommand -a " << C.Name
       << " -d " << quotedForFish(C.Summary) << '\n';
    for (const FlagInfo &F : flagsOf(C.Name)) {
      StringRef Name = StringRef(F.Spelling).ltrim('-');
      OS << "complete -c waitwise -n '__fish_seen_subcommand_from " << C.Name
         << "' " << (Name.size() == 1 ? "-s " : "-l ") << Name
         << (F.Value.empty() ? "" : " -r") << " -d " << quotedForFish(F.Help)
         << '\n';
    }
  }
}

/// A text in troff: no line begins with a control character.
std::string troff(StringRef Text) {
  std::string Result;
  for (char C : Text)
    Result += C == '\\'  ? "\\e"
              : C == '-' ? "\\-"
                         : std::string(1, C);
  bool Control = Result.starts_with(".") || Result.starts_with("'");
  return Control ? "\\&" + Result : Result;
}

} // namespace

void printCompletion(StringRef Shell, raw_ostream &OS) {
  if (Shell == "fish")
    return printFish(OS);
  if (Shell == "zsh")
    OS << "#compdef waitwise\nautoload -U +X bashcompinit && bashcompinit\n";
  printBash(OS);
}

void printManPage(raw_ostream &OS) {
  OS << ".TH WAITWISE 1 \"\" \"waitwise " WAITWISE_VERSION "\"\n"
        ".SH NAME\nwaitwise \\- find work that runs under a concurrency model "
        "that does not suit it\n"
        ".SH SYNOPSIS\n.B waitwise\n"
        "[SUBCOMMAND] [FLAGS] [INPUTS] [\\-\\- COMPILER\\-FLAGS]\n"
        ".SH DESCRIPTION\nReads C and C++ sources, works out in which context "
        "each function runs, and reports calls that wait or compute longer "
        "than that context can bear, with the chain of calls that leads there. "
        "Inputs are sources of a compilation database, or summaries (.wws).\n"
        ".SH SUBCOMMANDS\n";
  for (const CommandInfo &C : commands()) {
    if (C.Hidden)
      continue;
    OS << ".SS " << C.Name << ' ' << troff(C.Arguments) << '\n'
       << troff(C.Summary) << ".\n";
    for (const FlagInfo &F : flagsOf(C.Name)) {
      OS << ".TP\n.B " << troff(F.Spelling);
      if (!F.Value.empty())
        OS << ' ' << troff(F.Value);
      OS << '\n' << troff(F.Help) << '\n';
    }
  }
  OS << ".SH EXIT STATUS\n0: nothing to report; 1: findings at or above "
        "\\-\\-fail\\-on; 2: the run failed, or lost a translation unit.\n"
        ".SH FILES\n.TP\n.B .waitwise.yaml\nthe configuration of a project, in "
        "its root\n.TP\n.B .waitwise\\-baseline\nfindings that are known "
        "already\n";
}

} // namespace waitwise
