//===- Units.cpp - what is analysed: summaries of translation units -------===//
//
// Whatever becomes of one input, the others are read: a lost unit or a damaged
// summary is an error message and a count, not the end of the run.
//
//===----------------------------------------------------------------------===//
#include "Units.h"

#include "ShippedPacks.h"
#include "extract/CompileCommands.h"
#include "extract/Extraction.h"
#include "extract/IncludeDirs.h"
#include "store/Bundle.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace waitwise {
namespace {

std::string workingDirectory() {
  SmallString<128> Dir;
  sys::fs::current_path(Dir);
  return std::string(Dir);
}

/// The first notes; the rest is counted.
void showNotes(ArrayRef<std::string> Notes, StringRef What, Console &Con) {
  for (const std::string &Note : Notes.take_front(limits::NamesInMessage))
    Con.note(Note);
  if (Notes.size() > limits::NamesInMessage)
    Con.note(
        formatv("{0} more {1}", Notes.size() - limits::NamesInMessage, What));
}

/// Units with errors, with the first thing that the compiler said.
void showPartial(ArrayRef<Summary> Summaries, Console &Con) {
  std::vector<std::string> Notes;
  for (const Summary &S : Summaries) {
    if (S.Errors == 0)
      continue;
    std::string Note =
        formatv("'{0}' has {1} {2} and is analysed as far as it parses",
                S.MainFile, S.Errors, S.Errors == 1 ? "error" : "errors");
    if (!S.Diagnostics.empty())
      Note += ": " + S.Diagnostics.front();
    Notes.push_back(std::move(Note));
  }
  llvm::sort(Notes);
  showNotes(Notes, "units are partial", Con);
}

WorkerOptions workerOptions(const Options &O) {
  WorkerOptions W;
  W.Workers = O.Jobs
                  ? O.Jobs
                  : heavyweight_hardware_concurrency().compute_thread_count();
  if (O.TimeLimit)
    W.Seconds = O.TimeLimit;
  if (O.MemoryLimit)
    W.MemoryMiB = O.MemoryLimit;
  return W;
}

Cache openCache(const Options &O) {
  if (O.NoCache || O.Command == Subcommand::Summarize)
    return Cache();
  return Cache::open(O.CacheDir.empty() ? Cache::defaultDirectory()
                                        : O.CacheDir);
}

CommandRequest requestFor(const Settings &S, ArrayRef<std::string> Sources) {
  CommandRequest R;
  R.Directory = workingDirectory();
  R.Database = S.Opts.BuildDir;
  R.Flags = S.Opts.Flags;
  R.Files = Sources;
  R.ThirdParty = S.Conf.ThirdParty;
  R.Root = S.Root;
  for (const PackInfo &Pack : S.Rules.Packs)
    append_range(R.Libraries, Pack.Headers);
  return R;
}

/// The include directory that a shipped pack belongs to, as seen from the root.
StringRef includeFolder(StringRef Pack, StringRef Root) {
  StringRef Folder = sys::path::parent_path(sys::path::parent_path(Pack));
  StringRef Below = Folder;
  bool IsBelow = !Root.empty() && Below.consume_front(Root) &&
                 Below.consume_front("/");
  return IsBelow ? Below : Folder;
}

/// Reads the packs that libraries ship beside their headers. These headers are
/// then read as a library's.
void readShippedPacks(Settings &S, std::vector<ExtractJob> &Jobs,
                      Console &Con) {
  ShippedPacks Found =
      findShippedPacks(includeDirectories(Jobs), S.Conf.TrustedPacks);
  std::vector<std::string> Notes;
  for (const std::string &Path : Found.Untrusted)
    Notes.push_back(
        formatv("pack '{0}' was found, but not read: add '{1}' to "
                "'trusted-packs' in .waitwise.yaml",
                Path, includeFolder(Path, S.Root)));
  showNotes(Notes, "packs were not read", Con);
  if (Found.Trusted.empty())
    return;
  for (const std::string &Warning :
       addShippedPacks(S, std::move(Found.Trusted)))
    Con.warning(Warning);
  for (const PackInfo &Pack : S.Rules.Packs)
    for (ExtractJob &Job : Jobs)
      if (is_contained(S.ShippedPacks, Pack.Path))
        append_range(Job.Libraries, Pack.Headers);
}

Error extractSources(Settings &S, ArrayRef<std::string> Sources, Console &Con,
                     UnitSet &Units) {
  Expected<CommandSet> Commands = findCommands(requestFor(S, Sources));
  if (!Commands)
    return Commands.takeError();
  Units.Database = Commands->Database;
  showNotes(Commands->Notes, "notes on the compile commands", Con);
  readShippedPacks(S, Commands->Jobs, Con);
  Cache Kept = openCache(S.Opts);
  auto Take = [&](size_t, UnitResult R) {
    if (R.How == WorkerResult::Done) {
      Units.Summaries.push_back(std::move(R.S));
      return;
    }
    Con.error(R.Message);
    ++Units.Lost;
  };
  extractAll(Commands->Jobs, workerOptions(S.Opts), Kept, Take,
             [&](size_t Done, size_t Total, StringRef File) {
               Con.progress(Done, Total, File);
             });
  std::string Warning = Kept.takeWarning();
  if (!Warning.empty())
    Con.note(Warning);
  return Error::success();
}

} // namespace

bool isSummary(StringRef Input) { return Input.ends_with(".wws"); }

std::string UnitSet::folder() const {
  return Database.empty() ? workingDirectory()
                          : sys::path::parent_path(Database).str();
}

Expected<UnitSet> readUnits(Settings &S, Console &Con) {
  UnitSet Units;
  std::vector<std::string> Sources;
  for (const std::string &Input : S.Opts.Inputs) {
    if (!isSummary(Input)) {
      Sources.push_back(Input);
      continue;
    }
    Expected<std::vector<Summary>> Read = readSummaries(Input);
    if (Read) {
      llvm::move(*Read, std::back_inserter(Units.Summaries));
      continue;
    }
    Con.error(Read.takeError());
    ++Units.Lost;
  }
  if (!Sources.empty() || S.Opts.Inputs.empty())
    if (Error E = extractSources(S, Sources, Con, Units))
      return std::move(E);
  showPartial(Units.Summaries, Con);
  return std::move(Units);
}

} // namespace waitwise
