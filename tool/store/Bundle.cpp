//===- store/Bundle.cpp - several summaries in one file -------------------===//
#include "store/Bundle.h"

#include "store/SummaryIO.h"
#include "support/Error.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace waitwise {

Error writeSummaries(const std::vector<Summary> &Summaries, StringRef Path) {
  std::vector<std::pair<std::string, std::string>> Stored; // Name, bytes.
  for (const Summary &S : Summaries)
    Stored.emplace_back(S.MainFile, writeSummary(S));
  llvm::sort(Stored);
  Stored.erase(llvm::unique(Stored), Stored.end());
  if (Stored.size() == 1)
    return withContext(writeToOutput(Path,
                                     [&](raw_ostream &OS) {
                                       OS << Stored[0].second;
                                       return Error::success();
                                     }),
                       "cannot write '" + Path + "'");
  std::vector<NewArchiveMember> Members;
  for (const auto &[Name, Bytes] : Stored)
    Members.emplace_back(MemoryBufferRef(Bytes, sys::path::filename(Name)));
  if (Error E = writeArchive(Path, Members, SymtabWritingMode::NoSymtab,
                             object::Archive::K_GNU, /*Deterministic=*/true,
                             /*Thin=*/false))
    return withContext(std::move(E), "cannot write '" + Path + "'");
  return Error::success();
}

/// Reads one summary from wherever its bytes lie: members of an archive are
/// not aligned as summaries must be.
static Expected<Summary> readMember(StringRef Bytes, StringRef Name) {
  return readSummary(*MemoryBuffer::getMemBufferCopy(Bytes, Name));
}

static Expected<std::vector<Summary>> readMembers(const object::Archive &A,
                                                  StringRef Path) {
  if (A.isThin())
    return failure("'" + Path + "': a thin archive holds no summaries");
  std::vector<Summary> Result;
  Error Broken = Error::success();
  for (const object::Archive::Child &Member : A.children(Broken)) {
    Expected<StringRef> Bytes = Member.getBuffer();
    if (!Bytes)
      return joinErrors(std::move(Broken), Bytes.takeError());
    Expected<Summary> S = readMember(*Bytes, Path);
    if (!S)
      return joinErrors(std::move(Broken), S.takeError());
    Result.push_back(std::move(*S));
  }
  if (Broken)
    return std::move(Broken);
  return Result;
}

Expected<std::vector<Summary>> readSummaries(StringRef Path) {
  sys::fs::file_status Status;
  if (std::error_code Code = sys::fs::status(Path, Status))
    return failure("'" + Path + "': " + Code.message());
  if (!sys::fs::is_regular_file(Status))
    return failure("'" + Path + "': not a file");
  if (Status.getSize() > limits::SummaryBytes)
    return failure("'" + Path + "': too large for a summary");
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return failure("'" + Path + "': " + Buffer.getError().message());
  std::vector<Summary> Result;
  if (identify_magic((*Buffer)->getBuffer()) != file_magic::archive) {
    Expected<Summary> S = readSummary(**Buffer);
    if (!S)
      return S.takeError();
    Result.push_back(std::move(*S));
    return Result;
  }
  auto Archive = object::Archive::create(**Buffer);
  if (!Archive)
    return withContext(Archive.takeError(), "'" + Path + "'");
  return readMembers(**Archive, Path);
}

} // namespace waitwise
