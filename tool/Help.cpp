//===- Help.cpp - usage, for the terminal and for docs/cli.md -------------===//
#include "Help.h"

#include "Options.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

constexpr unsigned Width = 79, FlagWidth = 28;

/// Writes \p Text, beginning in column \p Indent and going on there.
void wrapped(StringRef Text, unsigned Indent, raw_ostream &OS) {
  unsigned Column = Indent;
  bool First = true;
  for (StringRef Word : split(Text, ' ')) {
    if (!First && Column + 1 + Word.size() > Width) {
      OS << '\n';
      OS.indent(Indent);
      Column = Indent;
      First = true;
    }
    OS << (First ? "" : " ") << Word;
    Column += unsigned(Word.size()) + !First;
    First = false;
  }
  OS << '\n';
}

void printFlags(StringRef Command, raw_ostream &OS) {
  for (const FlagInfo &F : flagsOf(Command)) {
    std::string Left = F.Spelling;
    if (!F.Value.empty())
      Left += " " + F.Value.str();
    OS << "  " << left_justify(Left, FlagWidth - 3) << ' ';
    wrapped(F.Help, FlagWidth, OS);
  }
}

void printTool(raw_ostream &OS) {
  OS << "usage: waitwise [SUBCOMMAND] [FLAGS] [INPUTS] [-- COMPILER-FLAGS]\n\n"
        "finds work in C and C++ that runs under a concurrency model that "
        "does not\nsuit it; inputs are sources of a compilation database, or "
        "summaries (.wws)\n\nsubcommands:\n";
  for (const CommandInfo &C : commands())
    if (!C.Hidden)
      OS << "  " << left_justify(C.Name, 12) << C.Summary << '\n';
  OS << "\nflags of check:\n";
  printFlags("check", OS);
  OS << "\nexit status: 0 nothing to report, 1 findings, 2 the run failed or "
        "lost a\ntranslation unit; 'waitwise help SUBCOMMAND' tells more\n";
}

} // namespace

void printHelp(Subcommand On, raw_ostream &OS) {
  if (On == Subcommand::Help)
    return printTool(OS);
  const CommandInfo &Info = infoOf(On);
  OS << "usage: waitwise " << Info.Name << ' ' << Info.Arguments << "\n\n"
     << Info.Summary << '\n';
  if (flagsOf(Info.Name).empty())
    return;
  OS << "\nflags:\n";
  printFlags(Info.Name, OS);
}

void printCommandLineDocs(raw_ostream &OS) {
  for (const CommandInfo &C : commands()) {
    if (C.Hidden)
      continue;
    OS << "## waitwise " << C.Name << "\n\n`waitwise " << C.Name << ' '
       << C.Arguments << "`\n\n"
       << StringRef(C.Summary).take_front(1).upper()
       << StringRef(C.Summary).drop_front() << ".\n\n";
    std::vector<FlagInfo> Flags = flagsOf(C.Name);
    if (Flags.empty())
      continue;
    OS << "| flag | meaning |\n|---|---|\n";
    for (const FlagInfo &F : Flags)
      OS << "| `" << F.Spelling << (F.Value.empty() ? "" : " ") << F.Value
         << "` | " << F.Help << " |\n";
    OS << '\n';
  }
}

} // namespace waitwise
