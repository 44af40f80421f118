//===- extract/Sources.cpp - where things stand in the source -------------===//
#include "extract/Sources.h"

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

Sources::FileFacts &Sources::facts(FileID File) {
  auto [It, IsNew] = Files.try_emplace(File);
  FileFacts &Facts = It->second;
  if (!IsNew)
    return Facts;
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  Facts.Path = Entry ? normalPath(Entry->getName(), Directory) : "";
  if (Entry)
    for (const llvm::GlobPattern &Glob : ThirdParty)
      Facts.IsThirdParty |= Glob.match(Facts.Path);
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
  return !ThirdParty.empty() && facts(SM.getFileID(Loc)).IsThirdParty;
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
