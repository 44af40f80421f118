//===- extract/CompileCommands.cpp - which commands compile the project ---===//
//
//   where is the database? ─▶ read ─▶ clean each command ─▶ choose by file
//
// Files that the database does not name get the command of the one most like
// them (CommandGuess.h), and a note. One that it names several times is
// analysed once for each command that differs after cleaning.
//
//===----------------------------------------------------------------------===//
#include "extract/CompileCommands.h"

#include "extract/CommandDatabase.h"
#include "extract/CommandGuess.h"
#include "support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;
using namespace waitwise;

namespace {

/// A database with its commands made clang's.
struct CleanDatabase {
  std::string Path;
  bool IsFlagsOnly = false;
  std::vector<FileCommand> Commands; ///< C and C++ only.
  std::multimap<std::string, size_t> ByFile;
};

class Finder {
public:
  explicit Finder(const CommandRequest &R)
      : R(R), ResourceDir(resourceDirectory()) {}
  Expected<CommandSet> find();

private:
  Error findFile(const std::string &File);
  Error findInFolder(const std::string &Folder, bool HasFlags);
  Error findAll();
  Expected<std::string> databaseFor(StringRef File) const;
  Expected<const CleanDatabase *> load(const std::string &Path);
  std::vector<size_t> named(const CleanDatabase &D, const std::string &File);
  void addJob(const FileCommand &C);
  void addWithFlags(const CompileCommand &Flags, const std::string &File);
  void guess(const CleanDatabase &D, const std::string &File);
  void note(const Twine &Text) { Result.Notes.push_back(Text.str()); }

  const CommandRequest &R;
  std::string ResourceDir;
  CommandCleaner Cleaner;
  CommandSet Result;
  std::map<std::string, CleanDatabase> Databases;
};

void Finder::addJob(const FileCommand &C) {
  ExtractJob Job;
  Job.Directory = C.Command.Directory;
  Job.File = C.File;
  Job.Args = C.Command.commandFor(C.File);
  Job.ThirdParty = R.ThirdParty;
  Job.Libraries = R.Libraries;
  Job.Root = R.Root;
  Job.ResourceDir = ResourceDir;
  Result.Jobs.push_back(std::move(Job));
}

/// \p Flags is a command without a file: what follows `--`, or a
/// compile_flags.txt.
void Finder::addWithFlags(const CompileCommand &Flags,
                          const std::string &File) {
  FileCommand C = {File, Cleaner.clean(Flags)};
  bool IsCxx = C.Command.languageFor(File) != SourceLanguage::C;
  bool HasLanguage = !C.Command.Language.empty();
  if (!HasLanguage && isHeader(File)) {
    // A header on its own is read as C++ unless its flags say C.
    IsCxx = none_of(C.Command.Flags, [](StringRef Flag) {
      return Flag.starts_with("-std=c") && !Flag.contains("++");
    });
    C.Command.Language = IsCxx ? "c++-header" : "c-header";
  } else if (!HasLanguage && languageOf(File) == SourceLanguage::Other) {
    C.Command.Language = "c++";
  }
  C.Command.IsCxxDriver = IsCxx;
  addJob(C);
}

Expected<std::string> Finder::databaseFor(StringRef File) const {
  if (!R.Database.empty())
    return locateDatabase(absolutePath(R.Database, R.Directory));
  StringRef Folder = File.empty() ? R.Directory : sys::path::parent_path(File);
  std::string Path = findDatabaseAbove(Folder);
  if (!Path.empty())
    return Path;
  return failure("there is no compile_commands.json in '" + Folder +
                 "', the folders above it or their 'build'; name one with "
                 "'-p', or give flags after '--'");
}

Expected<const CleanDatabase *> Finder::load(const std::string &Path) {
  auto [It, IsNew] = Databases.try_emplace(Path);
  CleanDatabase &Clean = It->second;
  if (!IsNew)
    return &Clean;
  Expected<CommandDatabase> D = loadDatabase(Path);
  if (!D)
    return D.takeError();
  Clean.Path = D->Path;
  Clean.IsFlagsOnly = D->IsFlagsOnly;
  if (Result.Database.empty())
    Result.Database = D->Path;
  std::set<std::string> Skipped;
  for (const CompileCommand &C : D->Commands) {
    DriverCommand Command = Cleaner.clean(C);
    if (!D->IsFlagsOnly &&
        Command.languageFor(C.File) == SourceLanguage::Other) {
      Skipped.insert(C.File);
      continue;
    }
    Clean.ByFile.emplace(C.File, Clean.Commands.size());
    Clean.Commands.push_back({C.File, std::move(Command)});
  }
  if (!Skipped.empty())
    note("skipped " + Twine(Skipped.size()) + " file" +
         (Skipped.size() == 1 ? "" : "s") + " of '" + Path +
         "' that are neither C nor C++: '" + *Skipped.begin() + "'" +
         (Skipped.size() == 1 ? "" : ", …"));
  return &Clean;
}

/// Indices of the commands for \p File.
std::vector<size_t> Finder::named(const CleanDatabase &D,
                                  const std::string &File) {
  std::vector<size_t> Indices;
  auto [Begin, End] = D.ByFile.equal_range(File);
  for (auto It = Begin; It != End; ++It)
    Indices.push_back(It->second);
  if (!Indices.empty())
    return Indices;
  // The same file by another way: through links.
  sys::fs::UniqueID Wanted, Found;
  if (sys::fs::getUniqueID(File, Wanted))
    return Indices;
  StringRef Name = sys::path::filename(File);
  for (const auto &[Path, Index] : D.ByFile)
    if (sys::path::filename(Path) == Name &&
        !sys::fs::getUniqueID(Path, Found) && Found == Wanted)
      Indices.push_back(Index);
  return Indices;
}

void Finder::guess(const CleanDatabase &D, const std::string &File) {
  const FileCommand &From = D.Commands[nearestCommand(File, D.Commands)];
  addJob({File, commandLike(From, File)});
  note("'" + File + "' is not in the compilation database; it is read as '" +
       From.File + "' is");
}

Error Finder::findFile(const std::string &File) {
  Expected<std::string> Path = databaseFor(File);
  if (!Path)
    return Path.takeError();
  Expected<const CleanDatabase *> D = load(*Path);
  if (!D)
    return D.takeError();
  if ((*D)->IsFlagsOnly) {
    FileCommand C = {File, (*D)->Commands.front().Command};
    CompileCommand Flags = {C.Command.Directory, File, {"clang"}};
    append_range(Flags.Words, C.Command.Flags);
    if (!C.Command.Language.empty())
      append_range(Flags.Words,
                   std::vector<std::string>{"-x", C.Command.Language});
    addWithFlags(Flags, File);
    return Error::success();
  }
  if ((*D)->Commands.empty())
    return failure(*Path + ": no file in it is C or C++");
  std::vector<size_t> Indices = named(**D, File);
  for (size_t I : Indices)
    addJob((*D)->Commands[I]);
  if (Indices.empty())
    guess(**D, File);
  return Error::success();
}

/// A folder stands for the files below it that the database names.
Error Finder::findInFolder(const std::string &Folder, bool HasFlags) {
  if (HasFlags)
    return failure("'" + Folder + "' is a folder; with '--' name its files");
  Expected<std::string> Path = databaseFor(Folder + "/");
  if (!Path)
    return Path.takeError();
  Expected<const CleanDatabase *> D = load(*Path);
  if (!D)
    return D.takeError();
  size_t Before = Result.Jobs.size();
  for (const FileCommand &C : (*D)->Commands)
    if (StringRef(C.File).starts_with(Folder + "/"))
      addJob(C);
  if (Result.Jobs.size() != Before)
    return Error::success();
  return failure("'" + Folder + "': no file in this folder is in '" + *Path +
                 "'");
}

Error Finder::findAll() {
  Expected<std::string> Path = databaseFor("");
  if (!Path)
    return Path.takeError();
  Expected<const CleanDatabase *> D = load(*Path);
  if (!D)
    return D.takeError();
  if ((*D)->IsFlagsOnly)
    return failure(*Path + ": names no files; say which to analyse");
  if ((*D)->Commands.empty())
    return failure(*Path + ": no file in it is C or C++");
  for (const FileCommand &C : (*D)->Commands)
    addJob(C);
  return Error::success();
}

Expected<CommandSet> Finder::find() {
  assert(sys::path::is_absolute(R.Directory));
  if (R.Flags && R.Files.empty())
    return failure("flags after '--' need a source file before it");
  if (R.Files.empty())
    if (Error E = findAll())
      return std::move(E);
  for (const std::string &Given : R.Files) {
    std::string File = absolutePath(Given, R.Directory);
    sys::fs::file_status Status;
    if (std::error_code EC = sys::fs::status(File, Status))
      return failure("'" + Given + "': " + EC.message());
    Error E = Error::success();
    if (Status.type() == sys::fs::file_type::directory_file) {
      E = findInFolder(File, R.Flags.has_value());
    } else if (R.Flags) {
      CompileCommand Flags = {R.Directory, File, {"clang"}};
      append_range(Flags.Words, *R.Flags);
      addWithFlags(Flags, File);
    } else {
      E = findFile(File);
    }
    if (E)
      return std::move(E);
  }
  auto Key = [](const ExtractJob &J) {
    return std::tie(J.File, J.Args, J.Directory);
  };
  sort(Result.Jobs, [&](auto &A, auto &B) { return Key(A) < Key(B); });
  Result.Jobs.erase(
      unique(Result.Jobs, [&](auto &A, auto &B) { return Key(A) == Key(B); }),
      Result.Jobs.end());
  append_range(Result.Notes, Cleaner.notes());
  sort(Result.Notes);
  Result.Notes.erase(unique(Result.Notes), Result.Notes.end());
  return std::move(Result);
}

} // namespace

Expected<CommandSet> waitwise::findCommands(const CommandRequest &Request) {
  return Finder(Request).find();
}
