//===- Settings.cpp - what holds for one run ------------------------------===//
#include "Settings.h"

#include "packs/Compile.h"
#include "packs/Load.h"
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

/// Looking for the configuration begins where the sources are, so that the
/// folder one stands in does not matter; without sources, where one stands.
static std::string startFolder(const Options &O) {
  std::vector<std::string> Sources;
  for (const std::string &Input : O.Inputs)
    if (!StringRef(Input).ends_with(".wws"))
      Sources.push_back(absolute(Input));
  return Sources.empty() ? absolute(".") : commonFolder(Sources);
}

static std::string projectRoot(const Settings &S) {
  if (!S.Opts.Root.empty())
    return absolute(S.Opts.Root);
  if (!S.Conf.File.empty() && S.Opts.ConfigFile.empty())
    return S.Conf.folder();
  std::string Repository = findRepositoryAbove(S.StartDir);
  if (!Repository.empty())
    return Repository;
  if (!S.Opts.BuildDir.empty()) {
    std::string Database = absolute(S.Opts.BuildDir);
    return sys::fs::is_directory(Database)
               ? Database
               : sys::path::parent_path(Database).str();
  }
  return absolute(".");
}

static Error readPacks(Settings &S) {
  std::vector<std::string> Files = S.Opts.Packs;
  append_range(Files, S.Conf.Packs);
  LoadResult Loaded =
      loadPacks(Files, /*WithDefaults=*/true, S.Conf.DisablePacks);
  if (S.Conf.Cost)
    compileCost(*S.Conf.Cost, S.Conf.File, Loaded.Rules.Cost, Loaded.Errors);
  S.Rules = std::move(Loaded.Rules);
  return asError(Loaded.Errors);
}

Expected<Settings> settle(Options O) {
  Settings S;
  S.Opts = std::move(O);
  S.StartDir = startFolder(S.Opts);
  std::string File = S.Opts.ConfigFile.empty() ? findConfigAbove(S.StartDir)
                                               : S.Opts.ConfigFile;
  if (!File.empty()) {
    Expected<Config> C = readConfig(File);
    if (!C)
      return C.takeError();
    S.Conf = std::move(*C);
  }
  if (!S.Opts.Root.empty() && !sys::fs::is_directory(S.Opts.Root))
    return failure("'--root': no folder '" + S.Opts.Root + "'");
  S.Root = projectRoot(S);
  if (Error E = readPacks(S))
    return std::move(E);
  return S;
}

} // namespace waitwise
