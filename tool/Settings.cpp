//===- Settings.cpp - what holds for one run ------------------------------===//
#include "Settings.h"

#include "packs/Compile.h"
#include "packs/Load.h"
#include "packs/Profile.h"
#include "support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace waitwise {

static std::string absolute(StringRef Path) {
  SmallString<128> Result(Path);
  if (sys::fs::make_absolute(Result))
    return Path.str(); // The working directory is gone; errors follow.
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return std::string(Result);
}

/// The deepest folder that holds all of \p Files, which are absolute.
static std::string commonFolder(ArrayRef<std::string> Files) {
  StringRef Folder = sys::path::parent_path(Files.front());
  auto Holds = [&](StringRef File) {
    return File.starts_with(Folder) &&
           (Folder == "/" || File.drop_front(Folder.size()).starts_with("/"));
  };
  while (!Folder.empty() && !all_of(Files, Holds))
    Folder = sys::path::parent_path(Folder);
  return Folder.str();
}

/// Where looking upwards begins: at the sources, so that the folder one
/// stands in does not matter; at the database; where one stands.
static std::vector<std::string> startFolders(const Options &O) {
  std::vector<std::string> Sources, Folders;
  for (const std::string &Input : O.Inputs)
    if (!StringRef(Input).ends_with(".wws"))
      Sources.push_back(absolute(Input));
  if (!Sources.empty())
    Folders.push_back(commonFolder(Sources));
  if (!O.BuildDir.empty())
    Folders.push_back(absolute(O.BuildDir));
  Folders.push_back(absolute("."));
  return Folders;
}

/// What \p Find finds first.
static std::string firstFound(ArrayRef<std::string> Folders,
                              std::string (*Find)(StringRef)) {
  for (const std::string &Folder : Folders)
    if (std::string Found = Find(Folder); !Found.empty())
      return Found;
  return "";
}

static LoadResult readPacks(Settings &S) {
  PackChoice Which;
  Which.Files = S.Opts.Packs;
  append_range(Which.Files, S.Conf.Packs);
  Which.Shipped = S.ShippedPacks;
  Which.Disabled = S.Conf.DisablePacks;
  LoadResult Loaded = loadPacks(Which);
  if (S.Conf.Cost)
    compileCost(*S.Conf.Cost, S.Conf.File, Loaded.Rules.Cost, Loaded.Errors);
  if (S.Conf.Advice)
    compileAdvice(*S.Conf.Advice, S.Conf.File, Loaded.Rules.Advice,
                  Loaded.Errors);
  if (StringRef Profile = S.costProfile(); !Profile.empty())
    loadProfile(Profile, Loaded.Rules.Cost, Loaded.Errors);
  S.Rules = std::move(Loaded.Rules);
  S.Rules.Named = S.Conf.Contexts;
  return Loaded;
}

std::vector<std::string> addShippedPacks(Settings &S,
                                         std::vector<std::string> Files) {
  S.ShippedPacks = std::move(Files);
  std::vector<std::string> Warnings;
  for (const PackDiagnostic &D : readPacks(S).Warnings)
    Warnings.push_back(D.str("warning"));
  return Warnings;
}

Expected<Settings> settle(Options O) {
  Settings S;
  S.Opts = std::move(O);
  std::vector<std::string> Folders = startFolders(S.Opts);
  bool Chosen = !S.Opts.ConfigFile.empty();
  std::string File =
      Chosen ? S.Opts.ConfigFile : firstFound(Folders, findConfigAbove);
  if (!File.empty()) {
    Expected<Config> C = readConfig(File);
    if (!C)
      return C.takeError();
    S.Conf = std::move(*C);
  }
  if (!S.Opts.Root.empty() && !sys::fs::is_directory(S.Opts.Root))
    return failure("'--root': no folder '" + S.Opts.Root + "'");
  if (!S.Opts.Root.empty())
    S.Root = absolute(S.Opts.Root);
  else if (!File.empty() && !Chosen)
    S.Root = S.Conf.folder();
  else
    S.Root = firstFound(Folders, findRepositoryAbove);
  if (Error E = asError(readPacks(S).Errors))
    return std::move(E);
  return S;
}

} // namespace waitwise
