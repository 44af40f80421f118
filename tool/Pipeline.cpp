//===- Pipeline.cpp - a command line, carried out -------------------------===//
//
//   settings ▶ units ▶ link ▶ solve ▶ checks ▶ suppressions ▶ report
//
// The order of the stages stands here and nowhere else. Every stage is one
// call; subcommands differ in how far they go and in what they print.
//
//===----------------------------------------------------------------------===//
#include "Pipeline.h"

#include "Completion.h"
#include "ConfigSuppressions.h"
#include "Help.h"
#include "Selection.h"
#include "Settings.h"
#include "Units.h"
#include "checks/Check.h"
#include "dev/Docs.h"
#include "link/Link.h"
#include "packs/PackCommands.h"
#include "report/Advice.h"
#include "report/Classes.h"
#include "report/Explain.h"
#include "report/Report.h"
#include "report/Suppress.h"
#include "solve/Solve.h"
#include "store/Bundle.h"
#include "support/Error.h"
#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace waitwise {
namespace {

/// Everything up to the solution.
struct Analysis {
  Settings Set;
  Program P;
  Solution S;
  unsigned Lost = 0;
};

/// Tells how much of a profile is about functions that the program has not.
void noteUnmeasured(const Analysis &A, Console &Con) {
  const auto &Measured = A.Set.Rules.Cost.SelfNs;
  if (Measured.empty())
    return;
  StringSet<> Known;
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
    Known.insert(A.P.nameOf(F));
  size_t Strange = count_if(
      Measured, [&](const auto &Of) { return !Known.contains(Of.first); });
  if (Strange)
    Con.note(A.Set.costProfile() + ": " + Twine(Strange) + " of " +
             Twine(Measured.size()) +
             " functions are not in this program, and are left out");
}

/// The program that the command line names. Units that are lost are told and
/// counted; an error means that there is no program.
Error analyse(Options O, Console &Con, Analysis &A) {
  Expected<Settings> Set = settle(std::move(O));
  if (!Set)
    return Set.takeError();
  A.Set = std::move(*Set);
  Expected<UnitSet> Units = readUnits(A.Set, Con);
  if (!Units)
    return Units.takeError();
  A.Lost = Units->Lost;
  if (A.Set.Root.empty())
    A.Set.Root = Units->folder();
  A.P = link(std::move(Units->Summaries));
  noteUnmeasured(A, Con);
  A.S = solve(A.P, A.Set.Rules, A.Set.Root);
  for (const auto &[At, Text] : A.S.Problems) {
    Place Where = A.S.place(At);
    Con.note(Where.File + ":" + Twine(Where.Line) + ": " + Text);
  }
  for (const std::string &Warning : A.S.Warnings)
    Con.warning(Warning);
  A.S.Cov.TranslationUnits += A.Lost;
  A.S.Cov.Failed = A.Lost;
  return Error::success();
}

/// What is left of the exit status when all went well otherwise.
ExitStatus whole(const Analysis &A, ExitStatus Otherwise) {
  return A.Lost ? ExitStatus::Failed : Otherwise;
}

Error writeFile(StringRef File, function_ref<void(raw_ostream &)> Print) {
  return withContext(writeToOutput(File,
                                   [&](raw_ostream &OS) {
                                     Print(OS);
                                     return Error::success();
                                   }),
                     "cannot write '" + File + "'");
}

/// Writes to -o, or to \p Out.
Error write(const Options &O, raw_ostream &Out,
            function_ref<void(raw_ostream &)> Print) {
  if (!O.Output.empty())
    return writeFile(O.Output, Print);
  Print(Out);
  return Error::success();
}

/// Writes the report in every format that is asked for.
Error writeReports(const Report &R, const Options &O, raw_ostream &Out) {
  auto In = [&](StringRef Format) {
    return [&R, Print = findReportFormat(Format)->Write](raw_ostream &OS) {
      Print(R, OS);
    };
  };
  for (const auto &[Format, File] : O.MoreOutputs)
    if (Error E = writeFile(File, In(Format)))
      return E;
  return write(O, Out, In(O.Format));
}

/// What the checks found, and what of it was known before.
struct Checked {
  std::vector<const Check *> Checks;
  std::vector<Finding> Findings;
  bool HasBaseline = false;
  std::vector<KnownFinding> Known, Gone;
  std::vector<std::string> Warnings; ///< Of entries of the configuration.
};

/// True if all of the program was looked at, as far as the command line tells.
bool seesAll(const Analysis &A) {
  const Options &O = A.Set.Opts;
  bool Whole = O.Inputs.empty() || O.Flags || all_of(O.Inputs, isSummary);
  return Whole && !A.Lost;
}

/// What the checks find, with what source and configuration suppress.
std::vector<Finding> findings(const Analysis &A, ArrayRef<const Check *> Checks,
                              SourceFiles &Sources,
                              std::vector<std::string> &Warnings) {
  std::vector<Finding> Found = runChecks(Checks, A.S, A.Set.profile());
  applySuppressions(Found, Sources);
  Warnings = applySuppressions(Found, A.Set.Conf.Suppressions,
                               {today(), seesAll(A)});
  return Found;
}

/// Runs the checks and reads the baseline, which \p MustExist or may.
Error runAll(const Analysis &A, SourceFiles &Sources, bool MustExist,
             Checked &C) {
  auto Checks = selectChecks(A.Set.checks());
  if (!Checks)
    return Checks.takeError();
  C.Checks = std::move(*Checks);
  C.Findings = findings(A, C.Checks, Sources, C.Warnings);
  std::string File = A.Set.baseline();
  C.HasBaseline = MustExist || sys::fs::exists(File);
  if (!C.HasBaseline)
    return Error::success();
  auto Known = readBaseline(File);
  if (!Known)
    return Known.takeError();
  C.Known = std::move(*Known);
  C.Gone = applyBaseline(C.Known, C.Findings);
  // Who looks at a part of the program misses what lies elsewhere.
  if (!seesAll(A))
    C.Gone.clear();
  if (C.Gone.empty())
    return Error::success();
  // What another profile or check reports is still there.
  StringSet<> Ids;
  for (const Finding &F : runChecks(allChecks(), A.S, Profile::Audit))
    Ids.insert(F.Id);
  llvm::erase_if(C.Gone,
                 [&](const KnownFinding &K) { return Ids.contains(K.Id); });
  return Error::success();
}

Expected<ExitStatus> check(Options O, raw_ostream &Out, Console &Con) {
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  SourceFiles Sources(A.Set.Root);
  Checked C;
  bool Named = !A.Set.Opts.Baseline.empty() || !A.Set.Conf.Baseline.empty();
  if (Error E = runAll(A, Sources, Named, C))
    return std::move(E);
  for (const std::string &Warning : C.Warnings)
    Con.warning(Warning);
  Report R{C.Findings,    A.S.Cov, {}, A.Set.Root, &Sources, {},
           C.HasBaseline, C.Gone};
  for (const Check *Of : C.Checks)
    R.Checks.push_back(
        {Of->Info.Id, Of->Info.Summary, Of->Info.Doc, Of->Info.Cwe});
  if (A.Set.profile() == Profile::Audit)
    R.Unknowns = A.S.unknowns();
  if (Error E = writeReports(R, A.Set.Opts, Out))
    return std::move(E);
  if (Error E = requireRulesHit(A.Set.Opts.RequireRulesHit, A.Set.Rules, A.S))
    return std::move(E);
  return whole(A, anyFails(C.Findings, A.Set.failOn()) ? ExitStatus::Findings
                                                       : ExitStatus::Clean);
}

void showBaseline(const Checked &C, raw_ostream &Out) {
  auto Line = [&](StringRef State, const KnownFinding &K) {
    Out << State << ' ' << K.Id << ' ' << K.File << ": " << K.Check << ": '"
        << K.Sink << "' from '" << K.Entry << "'\n";
  };
  StringSet<> Gone;
  for (const KnownFinding &K : C.Gone)
    Gone.insert(K.Id);
  for (const KnownFinding &K : C.Known)
    Line(Gone.contains(K.Id) ? "absent   " : "unchanged", K);
  std::vector<Finding> New;
  for (const Finding &F : C.Findings)
    if (!F.Baselined)
      New.push_back(F);
  for (const KnownFinding &K : knownOf(New))
    Line("new      ", K);
}

/// `baseline write` makes the file anew, `update` takes out what is gone and
/// puts in what is new, `show` tells what holds.
Expected<ExitStatus> baseline(Options O, raw_ostream &Out, Console &Con) {
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  StringRef What = A.Set.Opts.Subject;
  if (What == "write" && A.Lost)
    return failure("the baseline is not written: of the translation units that "
                   "were lost, nothing is known");
  SourceFiles Sources(A.Set.Root);
  Checked C;
  if (What != "write") {
    if (Error E = runAll(A, Sources, /*MustExist=*/true, C))
      return std::move(E);
  } else {
    auto Checks = selectChecks(A.Set.checks());
    if (!Checks)
      return Checks.takeError();
    C.Findings = findings(A, *Checks, Sources, C.Warnings);
  }
  if (What == "show") {
    showBaseline(C, Out);
    return whole(A, ExitStatus::Clean);
  }
  std::vector<KnownFinding> Next = knownOf(C.Findings);
  size_t Found = Next.size(), Before = C.Known.size() - C.Gone.size();
  StringSet<> Ids;
  for (const KnownFinding &K : Next)
    Ids.insert(K.Id);
  for (const KnownFinding &K : C.Gone)
    Ids.insert(K.Id);
  for (const KnownFinding &K : C.Known)
    if (Ids.insert(K.Id).second)
      Next.push_back(K);
  std::string File = A.Set.baseline();
  auto Print = [&](raw_ostream &OS) { writeBaseline(Next, OS); };
  if (Error E = writeFile(File, Print))
    return std::move(E);
  if (What == "write")
    Out << formatv("{0}: {1:N} known {2}\n", File, Found,
                   Found == 1 ? "finding" : "findings");
  else
    Out << formatv("{0}: {1:N} known {2}, {3:N} new, {4:N} gone\n", File,
                   Next.size(), Next.size() == 1 ? "finding" : "findings",
                   Next.size() - std::min(Before, Next.size()),
                   C.Gone.size());
  return whole(A, ExitStatus::Clean);
}

Expected<ExitStatus> classes(Options O, raw_ostream &Out, Console &Con) {
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  const Options &Set = A.Set.Opts;
  auto Print = [&](raw_ostream &OS) {
    writeClasses(A.S, Set.Format, {Set.PathGlob, Set.ByLocation}, OS);
  };
  if (Error E = write(Set, Out, Print))
    return std::move(E);
  return whole(A, ExitStatus::Clean);
}

Expected<ExitStatus> advise(Options O, raw_ostream &Out, Console &Con) {
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  auto Print = [&](raw_ostream &OS) {
    writeAdvice(A.S, A.Set.Opts.Format, OS);
  };
  if (Error E = write(A.Set.Opts, Out, Print))
    return std::move(E);
  return whole(A, ExitStatus::Clean);
}

bool isFindingId(StringRef S) {
  return S.size() == 16 && all_of(S, isHexDigit);
}

/// The finding called \p Id, of every profile, and whether it is suppressed.
Error explainFindingId(const Analysis &A, StringRef Id, raw_ostream &Out) {
  std::vector<Finding> Findings = runChecks(allChecks(), A.S, Profile::Audit);
  SourceFiles Sources(A.Set.Root);
  applySuppressions(Findings, Sources);
  applySuppressions(Findings, A.Set.Conf.Suppressions, {today(), false});
  for (const Finding &F : Findings)
    if (F.Id == Id) {
      explainFinding(F, Sources, Out);
      return Error::success();
    }
  return failure("no finding has the id '" + Id + "'");
}

Expected<ExitStatus> explain(Options O, raw_ostream &Out, Console &Con) {
  StringRef CheckId = O.Subject;
  CheckId.consume_front("waitwise-");
  if (const Check *C = findCheck(CheckId)) {
    Out << StringRef(C->Info.Doc).trim() << '\n';
    if (C->Info.Least != Profile::Default)
      Out << "\nReported by these profiles: " << profilesOf(C->Info) << ".\n";
    return ExitStatus::Clean;
  }
  // No name in C or C++ has a hyphen outside an operator.
  if (CheckId.contains('-') && !CheckId.contains("operator")) {
    std::vector<StringRef> Known;
    for (const Check *C : allChecks())
      Known.push_back(C->Info.Id);
    return failure("no check is called '" + CheckId + "'" +
                   didYouMean(CheckId, Known));
  }
  std::string Subject = O.Subject;
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  Error E = isFindingId(Subject) ? explainFindingId(A, Subject, Out)
                                 : explainFunction(A.S, Subject, Out);
  if (E)
    return std::move(E);
  return whole(A, ExitStatus::Clean);
}

/// `dump summary` stops before the program is linked.
Expected<ExitStatus> dumpSummaries(Options O, raw_ostream &Out, Console &Con) {
  Expected<Settings> Set = settle(std::move(O));
  if (!Set)
    return Set.takeError();
  Expected<UnitSet> Units = readUnits(*Set, Con);
  if (!Units)
    return Units.takeError();
  auto Print = [&](raw_ostream &OS) {
    for (const Summary &S : Units->Summaries)
      S.print(OS);
  };
  if (Error E = write(Set->Opts, Out, Print))
    return std::move(E);
  return Units->Lost ? ExitStatus::Failed : ExitStatus::Clean;
}

Expected<ExitStatus> dump(Options O, raw_ostream &Out, Console &Con) {
  if (O.Subject == "summary")
    return dumpSummaries(std::move(O), Out, Con);
  Analysis A;
  if (Error E = analyse(std::move(O), Con, A))
    return std::move(E);
  auto Print = [&](raw_ostream &OS) {
    if (A.Set.Opts.Subject == "program")
      A.P.print(OS);
    else if (A.Set.Opts.Subject == "contexts")
      A.S.printContexts(OS);
    else if (A.Set.Opts.Subject == "cost")
      A.S.printCosts(OS);
    else
      A.S.printEffects(OS);
  };
  if (Error E = write(A.Set.Opts, Out, Print))
    return std::move(E);
  return whole(A, ExitStatus::Clean);
}

/// Summaries of all inputs, into one file.
Expected<ExitStatus> bundle(Options O, Console &Con) {
  StringRef Name = O.Command == Subcommand::Link ? "link" : "summarize";
  if (O.Output.empty())
    return failure("'" + Name + "' needs '-o FILE'");
  if (O.Inputs.empty())
    return failure("'" + Name + "' needs an input");
  bool Linking = O.Command == Subcommand::Link;
  if (!Linking && O.Inputs.size() != 1)
    return failure("'summarize' takes one source file");
  for (const std::string &Input : O.Inputs)
    if (isSummary(Input) != Linking)
      return failure(
          "'" + Name + "' takes " +
          (Linking ? "summaries (.wws), not '" : "a source file, not '") +
          Input + "'");
  Expected<Settings> Set = settle(std::move(O));
  if (!Set)
    return Set.takeError();
  Expected<UnitSet> Units = readUnits(*Set, Con);
  if (!Units)
    return Units.takeError();
  if (Units->Summaries.empty())
    return ExitStatus::Failed;
  if (Error E = writeSummaries(Units->Summaries, Set->Opts.Output))
    return std::move(E);
  return Units->Lost ? ExitStatus::Failed : ExitStatus::Clean;
}

Expected<ExitStatus> packs(Options O, raw_ostream &Out) {
  if (O.Subject == "check") {
    if (O.Inputs.empty())
      return failure("'packs check' needs a file");
    bool Ok = true;
    checkPacks(O.Inputs, Out, Ok);
    return Ok ? ExitStatus::Clean : ExitStatus::Findings;
  }
  std::vector<std::string> Names = std::exchange(O.Inputs, {});
  bool Listing = O.Subject == "list";
  if (Names.size() != (Listing ? 0 : 1))
    return failure(Listing ? "'packs list' takes no names"
                           : "'packs show' needs the name of one pack");
  Expected<Settings> Set = settle(std::move(O));
  if (!Set)
    return Set.takeError();
  if (Listing) {
    listPacks(Set->Rules, Out);
    return ExitStatus::Clean;
  }
  if (showPack(Set->Rules, Names[0], Out))
    return ExitStatus::Clean;
  std::vector<StringRef> Known;
  for (const PackInfo &P : Set->Rules.Packs)
    Known.push_back(P.Name);
  return failure("no pack is called '" + Names[0] + "'" +
                 didYouMean(Names[0], Known));
}

Expected<ExitStatus> dispatch(Options O, raw_ostream &Out, Console &Con) {
  switch (O.Command) {
  case Subcommand::Check:
    return check(std::move(O), Out, Con);
  case Subcommand::Classify:
    return classes(std::move(O), Out, Con);
  case Subcommand::Advise:
    return advise(std::move(O), Out, Con);
  case Subcommand::Explain:
    return explain(std::move(O), Out, Con);
  case Subcommand::Baseline:
    return baseline(std::move(O), Out, Con);
  case Subcommand::Packs:
    return packs(std::move(O), Out);
  case Subcommand::Summarize:
  case Subcommand::Link:
    return bundle(std::move(O), Con);
  case Subcommand::Dump:
    return dump(std::move(O), Out, Con);
  case Subcommand::Completion:
    printCompletion(O.Subject, Out);
    return ExitStatus::Clean;
  case Subcommand::ManPage:
    printManPage(Out);
    return ExitStatus::Clean;
  case Subcommand::Help:
    printHelp(O.HelpOn, Out);
    return ExitStatus::Clean;
  case Subcommand::Version:
    Out << "waitwise " WAITWISE_VERSION "\n";
    return ExitStatus::Clean;
  case Subcommand::DevDocs:
    if (Error E = writeGeneratedDocs(O.Subject))
      return std::move(E);
    return ExitStatus::Clean;
  }
  llvm_unreachable("every subcommand is handled");
}

} // namespace

ExitStatus run(Options O, raw_ostream &Out, Console &Con) {
  Expected<ExitStatus> Status = dispatch(std::move(O), Out, Con);
  if (Status)
    return *Status;
  Con.error(Status.takeError());
  return ExitStatus::Failed;
}

} // namespace waitwise
