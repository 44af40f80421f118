//===- Options.cpp - the command line as data -----------------------------===//
//
// Flags are declared once, below, with the subcommands that take them; Help.cpp
// prints these declarations. llvm::cl splits the words; whatever it would
// reject is looked for before, so that messages are ours: they guess what was
// meant. Every value is text for llvm::cl and is given its meaning here.
//
//===----------------------------------------------------------------------===//
#include "Options.h"

#include "report/Advice.h"
#include "report/Classes.h"
#include "report/Report.h"
#include "support/Error.h"
#include "support/Limits.h"
#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace waitwise {
namespace {

using Text = cl::opt<std::string>;
using Texts = cl::list<std::string>;
using Switch = cl::opt<bool>;

static_assert(limits::TranslationUnitSeconds == 180 &&
                  limits::WorkerMemoryMiB == 6144,
              "help tells these defaults");

/// The declarations. llvm::cl keeps addresses of them for good.
struct Declarations {
  cl::SubCommand Check{"check"}, Classify{"classify"}, Advise{"advise"},
      Explain{"explain"}, Baseline{"baseline"}, Packs{"packs"},
      Summarize{"summarize"}, Link{"link"}, Dump{"dump"},
      Completion{"completion"}, ManPage{"man-page"}, Help{"help"},
      DevDocs{"dev-docs"};
  cl::SubCommandGroup All{&Check,     &Classify, &Advise, &Explain,
                          &Baseline,  &Packs,    &Summarize, &Link,
                          &Dump,      &Help,     &DevDocs, &Completion,
                          &ManPage};
  cl::SubCommandGroup Analyses{&Check,   &Classify, &Advise,
                               &Explain, &Baseline, &Dump};
  cl::SubCommandGroup Parsers{&Check,    &Classify, &Advise,   &Explain,
                              &Baseline, &Dump,     &Summarize};
  cl::SubCommandGroup Writers{&Check, &Classify,  &Advise,
                              &Dump,  &Summarize, &Link};
  cl::SubCommandGroup Knowing{&Check,    &Classify, &Advise, &Explain,
                              &Baseline, &Dump,     &Packs};
  cl::SubCommandGroup Talking{&Check, &Classify,  &Advise, &Explain,
                              &Baseline, &Dump,  &Summarize, &Link};
  cl::SubCommandGroup Finders{&Check, &Baseline};
  cl::SubCommandGroup Reporters{&Check, &Classify, &Advise};
  cl::OptionCategory Ours{"waitwise"};

  Texts Words{cl::Positional, cl::sub(All), cl::cat(Ours)};
  Text BuildDir{"p", cl::value_desc("DIR"), cl::sub(Parsers), cl::cat(Ours),
                cl::desc("folder of compile_commands.json, or that file "
                         "(default: looked for in the parents of the inputs "
                         "and their build/)")};
  Text Jobs{"j", cl::value_desc("N"), cl::sub(Analyses), cl::cat(Ours),
            cl::desc("translation units read at a time (default: one per "
                     "core)")};
  Text Profile{"profile", cl::value_desc("NAME"), cl::sub(Finders),
               cl::cat(Ours),
               cl::desc("default, strict (low severity and the checks that "
                        "only it has, too) or audit (low confidence, too)")};
  Text FailOn{"fail-on", cl::value_desc("SEVERITY"), cl::sub(Check),
              cl::cat(Ours),
              cl::desc("high, medium, low or none: least severity of a "
                       "finding that makes the exit status 1 (default: "
                       "medium)")};
  Text Format{"format", cl::value_desc("NAME"), cl::sub(Reporters),
              cl::cat(Ours),
              cl::desc("text, json, sarif, gitlab, github, rdjson or junit; "
                       "of classify text, json or csv (default: text)")};
  Texts OutputFormat{"output-format", cl::value_desc("NAME=FILE"),
                     cl::sub(Check), cl::cat(Ours),
                     cl::desc("write the findings to a file in this format, "
                              "too; may be repeated")};
  Text Color{"color", cl::value_desc("WHEN"), cl::sub(Check), cl::cat(Ours),
             cl::desc("auto, always or never (default: auto: on a terminal, "
                      "unless $NO_COLOR is set)")};
  Text Path{"path", cl::value_desc("GLOB"), cl::sub(Classify), cl::cat(Ours),
            cl::desc("only functions in files that match")};
  Text Sort{"sort", cl::value_desc("KEY"), cl::sub(Classify), cl::cat(Ours),
            cl::desc("time or location (default: time; JSON is always sorted "
                     "by location)")};
  Text Checks{"checks", cl::value_desc("GLOBS"), cl::sub(Finders),
              cl::cat(Ours),
              cl::desc("checks to run: globs separated by commas, the last "
                       "that matches decides, '-' in front excludes")};
  Texts RulesHit{"require-rules-hit", cl::value_desc("PACK"), cl::sub(Check),
                 cl::cat(Ours),
                 cl::desc("fail unless every rule of the pack matched a "
                          "call; may be repeated")};
  Text BaselineFile{"baseline", cl::value_desc("FILE"), cl::sub(Finders),
                    cl::cat(Ours),
                    cl::desc("findings that are known already (default: "
                             "baseline of .waitwise.yaml, or "
                             ".waitwise-baseline in the project root, if "
                             "there is one)")};
  Text Output{"o", cl::value_desc("FILE"), cl::sub(Writers), cl::cat(Ours),
              cl::desc("write there instead of to the standard output")};
  Text CostProfile{"cost-profile", cl::value_desc("FILE"), cl::sub(Analyses),
                   cl::cat(Ours),
                   cl::desc("what a profiler measured: a table with the "
                            "columns function, calls and self_ns (or self_us, "
                            "self_ms, self_s)")};
  Texts PackFiles{"packs", cl::value_desc("FILE"), cl::sub(Knowing),
                  cl::cat(Ours),
                  cl::desc("one more rule pack; may be repeated")};
  Text Root{"root", cl::value_desc("DIR"), cl::sub(Parsers), cl::cat(Ours),
            cl::desc("project root: paths are printed relative to it "
                     "(default: folder of .waitwise.yaml, of .git, or of the "
                     "compilation database)")};
  Text ConfigFile{"config", cl::value_desc("FILE"), cl::sub(Parsers),
                  cl::cat(Ours),
                  cl::desc("configuration (default: .waitwise.yaml in the "
                           "parents of the inputs)")};
  Text CacheDir{
      "cache-dir", cl::value_desc("DIR"), cl::sub(Analyses), cl::cat(Ours),
      cl::desc("where summaries are kept (default: $WAITWISE_CACHE_DIR, "
               "$XDG_CACHE_HOME/waitwise or ~/.cache/waitwise)")};
  Switch NoCache{"no-cache", cl::sub(Analyses), cl::cat(Ours),
                 cl::desc("read every translation unit anew")};
  Text TimeLimit{"time-limit", cl::value_desc("SECONDS"), cl::sub(Analyses),
                 cl::cat(Ours),
                 cl::desc("give a translation unit up after this time "
                          "(default: 180)")};
  Text MemoryLimit{"memory-limit", cl::value_desc("MIB"), cl::sub(Analyses),
                   cl::cat(Ours),
                   cl::desc("give a translation unit up above this memory "
                            "(default: 6144)")};
  Switch Quiet{"quiet", cl::sub(Talking), cl::cat(Ours),
               cl::desc("no progress and no notes, only errors")};

  /// Our flags that subcommand \p Name takes, by name.
  std::vector<cl::Option *> flagsOf(StringRef Name) {
    std::vector<cl::Option *> Result;
    for (auto &[Key, O] : cl::getRegisteredOptions(subcommand(Name)))
      if (is_contained(O->Categories, &Ours))
        Result.push_back(O);
    llvm::sort(Result, [](const cl::Option *A, const cl::Option *B) {
      return A->ArgStr < B->ArgStr;
    });
    return Result;
  }

private:
  cl::SubCommand &subcommand(StringRef Name) {
    return **llvm::find_if(All.getSubCommands(), [&](cl::SubCommand *Sub) {
      return Sub->getName() == Name;
    });
  }
};

Declarations &declarations() {
  static Declarations D;
  return D;
}

std::string spelling(const cl::Option &O) {
  return (O.ArgStr.size() == 1 ? "-" : "--") + O.ArgStr.str();
}

bool takesValue(const cl::Option &O) { return !O.ValueStr.empty(); }

/// The words of the command line, taken apart as far as needed to judge them.
class Splitter {
public:
  Options O;
  const CommandInfo *Command = nullptr;
  std::vector<std::string> Words; ///< For llvm::cl, with both leading names.

  /// Splits off compiler flags and the subcommand, answers help and version,
  /// and refuses what llvm::cl would refuse. True if that is all there is.
  Expected<bool> split(ArrayRef<const char *> Argv) {
    std::vector<StringRef> Args(Argv.begin() + 1, Argv.end());
    auto Dashes = llvm::find(Args, "--");
    if (Dashes != Args.end()) {
      O.Flags.emplace();
      for (StringRef F : make_range(Dashes + 1, Args.end()))
        O.Flags->push_back(F.str());
      Args.erase(Dashes, Args.end());
    }
    if (is_contained(Args, "--version")) {
      O.Command = Subcommand::Version;
      return true;
    }
    if (Error E = takeCommand(Args))
      return std::move(E);
    if (Command->Id == Subcommand::Help || is_contained(Args, "--help") ||
        is_contained(Args, "-h"))
      return askForHelp(Args);
    Words = {Argv[0], Command->Name.str()};
    for (size_t I = 0; I < Args.size(); ++I)
      if (Error E = takeWord(Args, I))
        return std::move(E);
    return false;
  }

private:
  bool IsNamed = false; ///< The subcommand is written.

  Error takeCommand(std::vector<StringRef> &Args) {
    StringRef First = Args.empty() ? StringRef() : Args[0];
    Command = findCommand(First);
    if (Command) {
      IsNamed = true;
      Args.erase(Args.begin());
      return Error::success();
    }
    Command = &infoOf(Subcommand::Check);
    bool IsWord = !First.empty() && !First.starts_with("-") &&
                  First.find_first_of("./\\") == StringRef::npos;
    if (!IsWord || sys::fs::exists(First))
      return Error::success();
    return failure("unknown subcommand '" + First + "'" +
                   didYouMean(First, commandNames()));
  }

  Expected<bool> askForHelp(ArrayRef<StringRef> Args) {
    O.Command = Subcommand::Help;
    O.HelpOn = IsNamed ? Command->Id : Subcommand::Help;
    if (Command->Id == Subcommand::Help && !Args.empty() &&
        !Args[0].starts_with("-")) {
      const CommandInfo *On = findCommand(Args[0]);
      if (!On)
        return failure("no help on '" + Args[0] + "'" +
                       didYouMean(Args[0], commandNames()));
      O.HelpOn = On->Id;
    }
    return true;
  }

  /// Passes Args[I] on, with its value if that stands apart.
  Error takeWord(ArrayRef<StringRef> Args, size_t &I) {
    StringRef Word = Args[I];
    if (!Word.starts_with("-") || Word == "-") {
      Words.push_back(Word.str());
      return Error::success();
    }
    auto [Name, Value] = Word.ltrim('-').split('=');
    bool HasValue = Word.contains('=');
    if (Name.size() > 1 && Name[0] == 'j' && isDigit(Name[1])) {
      Value = Name.drop_front(); // -j4
      Name = "j";
      HasValue = true;
    }
    cl::Option *Flag = findFlag(Name);
    if (!Flag)
      return unknownFlag(Word, Name);
    if (takesValue(*Flag) && !HasValue) {
      if (I + 1 == Args.size())
        return failure("flag '" + Word + "' needs a value: " + Flag->HelpStr);
      Value = Args[++I];
    }
    if (HasValue && !takesValue(*Flag))
      return failure("flag '" + spelling(*Flag) + "' takes no value");
    std::string Whole = spelling(*Flag);
    if (takesValue(*Flag))
      Whole += "=" + Value.str();
    Words.push_back(Whole);
    return Error::success();
  }

  cl::Option *findFlag(StringRef Name) {
    for (cl::Option *F : declarations().flagsOf(Command->Name))
      if (F->ArgStr == Name)
        return F;
    return nullptr;
  }

  Error unknownFlag(StringRef Word, StringRef Name) {
    std::vector<StringRef> Known;
    for (cl::Option *F : declarations().flagsOf(Command->Name))
      Known.push_back(F->ArgStr);
    std::string Guess;
    StringRef Near = nearestWord(Name, Known);
    if (!Near.empty())
      Guess = "; did you mean '" + std::string(Near.size() == 1 ? "-" : "--") +
              Near.str() + "'?";
    else if (Command->Id == Subcommand::Check && !O.Flags)
      Guess = "; flags for the compiler follow '--'";
    return failure("unknown flag '" + Word.split('=').first + "' of '" +
                   Command->Name + "'" + Guess);
  }
};

/// What --format may be, the default first.
std::vector<StringRef> formatsOf(Subcommand Command) {
  if (Command == Subcommand::Classify)
    return classFormats().vec();
  if (Command == Subcommand::Advise)
    return adviceFormats().vec();
  std::vector<StringRef> Names;
  for (const ReportFormat *F : reportFormats())
    Names.push_back(F->Name);
  return Names;
}

/// Reads values that are not just text into \p O.
class Meanings {
public:
  explicit Meanings(Options &O) : O(O) {}

  Error read() {
    Declarations &D = declarations();
    if (Error E = number(D.Jobs, O.Jobs))
      return E;
    if (Error E = number(D.TimeLimit, O.TimeLimit))
      return E;
    if (Error E = number(D.MemoryLimit, O.MemoryLimit))
      return E;
    if (Error E = word(D.Profile, O.Profile, parseProfile,
                       {"default", "strict", "audit"}))
      return E;
    if (Error E = word(D.FailOn, O.FailOn, parseSeverity,
                       {"high", "medium", "low", "none"}))
      return E;
    if (D.Sort.getNumOccurrences()) {
      if (!is_contained({"time", "location"}, StringRef(D.Sort)))
        return unknownWord(D.Sort, {"time", "location"});
      O.ByLocation = D.Sort == "location";
    }
    O.PathGlob = D.Path;
    if (Expected<GlobPattern> G = GlobPattern::create(O.PathGlob); !G)
      return withContext(G.takeError(), "--path");
    if (Error E = color(D.Color))
      return E;
    for (StringRef Pair : D.OutputFormat)
      if (Error E = output(Pair))
        return E;
    if (D.Format.getNumOccurrences())
      O.Format = D.Format;
    std::vector<StringRef> Names = formatsOf(O.Command);
    return is_contained(Names, O.Format) ? Error::success()
                                         : unknownWord(D.Format, Names);
  }

private:
  Options &O;

  Error color(const Text &Flag) {
    if (!Flag.getNumOccurrences() || Flag == "auto")
      return Error::success();
    if (Flag != "always" && Flag != "never")
      return unknownWord(Flag, {"auto", "always", "never"});
    O.Color = Flag == "always";
    return Error::success();
  }

  Error output(StringRef Pair) {
    auto [Name, File] = Pair.split('=');
    std::vector<StringRef> Names = formatsOf(Subcommand::Check);
    if (!is_contained(Names, Name))
      return failure("'--output-format' knows " + join(Names, ", ") +
                     ", not '" + Name + "'" + didYouMean(Name, Names));
    if (File.empty())
      return failure("'--output-format' needs a file: '" + Name + "=FILE'");
    O.MoreOutputs.push_back({Name.str(), File.str()});
    return Error::success();
  }

  static Error number(const Text &Flag, unsigned &To) {
    if (!Flag.getNumOccurrences())
      return Error::success();
    if (StringRef(Flag).getAsInteger(10, To) || To == 0)
      return failure("'" + spelling(Flag) +
                     "' needs a whole number above 0, "
                     "not '" +
                     Flag + "'");
    return Error::success();
  }

  template <typename T>
  static Error word(const Text &Flag, std::optional<T> &To,
                    std::optional<T> (*Parse)(StringRef),
                    ArrayRef<StringRef> Known) {
    if (!Flag.getNumOccurrences())
      return Error::success();
    To = Parse(Flag);
    return To ? Error::success() : unknownWord(Flag, Known);
  }

  static Error unknownWord(const Text &Flag, ArrayRef<StringRef> Known) {
    return failure("'" + spelling(Flag) + "' knows " + join(Known, ", ") +
                   ", not '" + Flag + "'" + didYouMean(Flag, Known));
  }
};

/// Moves positional words to where they belong.
Error placeWords(Options &O, const CommandInfo &Command) {
  Declarations &D = declarations();
  O.Inputs.assign(D.Words.begin(), D.Words.end());
  if (Command.Subjects.empty()) {
    for (const std::string &Word : O.Inputs)
      if (findCommand(Word) && !sys::fs::exists(Word))
        return failure("subcommand '" + Word + "' must come first");
    return Error::success();
  }
  SmallVector<StringRef> Known;
  Command.Subjects.split(Known, ',');
  bool Any = Command.Subjects == "*";
  if (O.Inputs.empty())
    return failure("'" + Command.Name + "' needs a word: " + Command.Arguments);
  O.Subject = O.Inputs.front();
  O.Inputs.erase(O.Inputs.begin());
  if (Any || is_contained(Known, O.Subject))
    return Error::success();
  return failure("'" + Command.Name + "' knows " + join(Known, ", ") +
                 ", not '" + O.Subject + "'" + didYouMean(O.Subject, Known));
}

} // namespace

std::optional<Profile> parseProfile(StringRef S) {
  if (S == "default")
    return Profile::Default;
  if (S == "strict")
    return Profile::Strict;
  if (S == "audit")
    return Profile::Audit;
  return std::nullopt;
}

Expected<Options> parseOptions(ArrayRef<const char *> Argv) {
  Declarations &D = declarations();
  Splitter S;
  Expected<bool> Complete = S.split(Argv);
  if (!Complete)
    return Complete.takeError();
  if (*Complete)
    return S.O;
  std::vector<const char *> Words;
  for (const std::string &W : S.Words)
    Words.push_back(W.c_str());
  std::string Text;
  raw_string_ostream Complaints(Text);
  if (!cl::ParseCommandLineOptions(int(Words.size()), Words.data(), "",
                                   &Complaints))
    return failure(StringRef(Text).rtrim());
  Options O = std::move(S.O);
  O.Command = S.Command->Id;
  O.BuildDir = D.BuildDir;
  O.Root = D.Root;
  O.ConfigFile = D.ConfigFile;
  O.CacheDir = D.CacheDir;
  O.Output = D.Output;
  O.Checks = D.Checks;
  O.Baseline = D.BaselineFile;
  O.CostProfile = D.CostProfile;
  O.Packs.assign(D.PackFiles.begin(), D.PackFiles.end());
  O.RequireRulesHit.assign(D.RulesHit.begin(), D.RulesHit.end());
  O.NoCache = D.NoCache;
  O.Quiet = D.Quiet;
  if (Error E = Meanings(O).read())
    return std::move(E);
  if (Error E = placeWords(O, *S.Command))
    return std::move(E);
  return O;
}

std::vector<FlagInfo> flagsOf(StringRef Command) {
  std::vector<FlagInfo> Flags;
  for (const cl::Option *F : declarations().flagsOf(Command))
    if (!F->ArgStr.empty()) // Positional words are no flag.
      Flags.push_back({spelling(*F), F->ValueStr, F->HelpStr});
  return Flags;
}

} // namespace waitwise
