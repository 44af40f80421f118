//===- extract/Sources.cpp - where things stand in the source -------------===//
#include "extract/Sources.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace waitwise {

std::string normalPath(StringRef Path, StringRef Directory) {
  llvm::SmallString<256> Full(Path);
  if (!llvm::sys::path::is_absolute(Full))
    llvm::sys::path::make_absolute(Directory, Full);
  // Behind a symbolic link ".." is not the folder before it in the path.
  llvm::SmallString<256> Real;
  bool Climbs = llvm::StringRef(Full).contains("..");
  if (Climbs && !llvm::sys::fs::real_path(Full, Real))
    return std::string(Real);
  llvm::sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return std::string(Full);
}

/// Folders in which projects keep other people's code.
static bool isVendored(StringRef Below) {
  static const StringRef Names[] = {
      "third_party", "third-party", "thirdparty", "3rdparty",  "3rd_party",
      "3rd-party",   "vendor",      "vendored",   "external",  "externals",
      "extern",      "deps",        "_deps",      "contrib",   "submodules",
      "subprojects", "node_modules", "vcpkg_installed"};
  for (StringRef Part : llvm::make_range(llvm::sys::path::begin(Below),
                                         llvm::sys::path::end(Below)))
    if (llvm::is_contained(Names, Part.lower()))
      return true;
  return false;
}

bool OtherCode::covers(StringRef Path) const {
  auto Matches = [&](const llvm::GlobPattern &Glob) {
    return Glob.match(Path);
  };
  if (Path.empty() || llvm::any_of(ThirdParty, Matches))
    return !Path.empty();
  StringRef Below = Path;
  bool IsOwn = !Root.empty() && Below.consume_front(Root) &&
               Below.starts_with("/") && !isVendored(Below);
  return !IsOwn && llvm::any_of(Libraries, Matches);
}

Sources::FileFacts &Sources::facts(FileID File) {
  auto [It, IsNew] = Files.try_emplace(File);
  FileFacts &Facts = It->second;
  if (!IsNew)
    return Facts;
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  Facts.Path = Entry ? normalPath(Entry->getName(), Directory) : "";
  return Facts;
}

Location Sources::locate(SourceLocation Loc) {
  Location Result;
  if (Loc.isInvalid())
    return Result;
  auto [File, Offset] = SM.getDecomposedLoc(SM.getFileLoc(Loc));
  FileFacts &Facts = facts(File);
  if (Facts.Path.empty())
    return Result;
  if (Facts.Id == None)
    Facts.Id = Strings.add(Facts.Path);
  Result.File = Facts.Id;
  Result.Line = SM.getLineNumber(File, Offset);
  Result.Column = SM.getColumnNumber(File, Offset);
  return Result;
}

StringId Sources::macro(SourceLocation Loc) {
  if (!Loc.isMacroID())
    return None;
  auto [File, Offset] = SM.getDecomposedExpansionLoc(Loc);
  bool Invalid = false;
  StringRef Text = SM.getBufferData(File, &Invalid);
  if (Invalid || Offset >= Text.size())
    return None;
  StringRef Name = Text.substr(Offset).take_while(
      [](char C) { return llvm::isAlnum(C) || C == '_'; });
  return Name.empty() ? None : Strings.add(Name);
}

bool Sources::isSystem(SourceLocation Loc) {
  if (Loc.isInvalid())
    return true;
  Loc = SM.getExpansionLoc(Loc);
  if (SM.isInSystemHeader(Loc))
    return true;
  FileFacts &Facts = facts(SM.getFileID(Loc));
  if (!Facts.IsThirdParty)
    Facts.IsThirdParty = Others.covers(Facts.Path);
  return *Facts.IsThirdParty;
}

bool Sources::isMainFile(SourceLocation Loc) const {
  return Loc.isValid() &&
         SM.getFileID(SM.getExpansionLoc(Loc)) == SM.getMainFileID();
}

StringRef Sources::path(SourceLocation Loc) {
  return Loc.isInvalid() ? StringRef()
                         : facts(SM.getFileID(SM.getFileLoc(Loc))).Path;
}

std::vector<Dependency> Sources::filesRead() {
  std::vector<Dependency> Result;
  llvm::StringSet<> Seen;
  for (unsigned I = 0, N = SM.local_sloc_entry_size(); I != N; ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isFile())
      continue;
    const SrcMgr::ContentCache &Content = Entry.getFile().getContentCache();
    if (!Content.OrigEntry)
      continue;
    std::string Path = normalPath(Content.OrigEntry->getName(), Directory);
    if (!Seen.insert(Path).second)
      continue;
    std::optional<StringRef> Text = Content.getBufferDataIfLoaded();
    Result.push_back({std::move(Path), Text ? llvm::xxh3_64bits(*Text) : 0});
  }
  return Result;
}

} // namespace waitwise
