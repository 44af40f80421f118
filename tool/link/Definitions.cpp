//===- link/Definitions.cpp - which definition a translation unit means ---===//
//
// collect() runs over all summaries first: USR → the files that define it.
// keyOf() then gives the USR itself where there is one defining file, and
// "USR@file" where there are several. System entities and entities that are
// known in one unit only are never split.
//
//===----------------------------------------------------------------------===//
#include "link/Definitions.h"

#include "llvm/ADT/StringRef.h"

using namespace waitwise;

namespace {

bool isSplittable(const Entity &E) {
  return !E.has(EF_System) && !E.has(EF_Internal);
}

/// Number of leading directories that two paths share.
size_t sharedDirectories(llvm::StringRef A, llvm::StringRef B) {
  size_t Shared = 0;
  for (size_t I = 0; I < A.size() && I < B.size() && A[I] == B[I]; ++I)
    Shared += A[I] == '/';
  return Shared;
}

llvm::StringRef nearest(const std::set<std::string> &Files,
                        llvm::StringRef From) {
  llvm::StringRef Best;
  size_t BestShared = 0;
  for (const std::string &File : Files) {
    size_t Shared = sharedDirectories(File, From);
    if (!Best.empty() && Shared <= BestShared)
      continue;
    Best = File;
    BestShared = Shared;
  }
  return Best;
}

} // namespace

void Definitions::collect(const Summary &S) {
  for (const Entity &E : S.Entities)
    if (E.has(EF_Defined) && isSplittable(E) && E.Loc.isValid())
      FilesOf[S.Strings[E.Usr]].insert(S.Strings[E.Loc.File]);
}

std::string Definitions::keyOf(const Summary &S, const Entity &E) const {
  const std::string &Usr = S.Strings[E.Usr];
  if (!isSplittable(E))
    return Usr;
  auto It = FilesOf.find(Usr);
  if (It == FilesOf.end() || It->second.size() < 2)
    return Usr;
  llvm::StringRef File = E.has(EF_Defined) && E.Loc.isValid()
                             ? llvm::StringRef(S.Strings[E.Loc.File])
                             : nearest(It->second, S.MainFile);
  return Usr + "@" + File.str();
}
