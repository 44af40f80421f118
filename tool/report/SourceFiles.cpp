//===- report/SourceFiles.cpp - lines of the analysed sources -------------===//
#include "report/SourceFiles.h"

#include "support/Limits.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace waitwise {

static std::unique_ptr<MemoryBuffer> readRegularFile(StringRef Path) {
  sys::fs::file_status Status;
  if (sys::fs::status(Path, Status) || !sys::fs::is_regular_file(Status) ||
      Status.getSize() > limits::SourceBytes)
    return nullptr;
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  return Buffer ? std::move(*Buffer) : nullptr;
}

ArrayRef<StringRef> SourceFiles::lines(StringRef Path) {
  auto [It, Fresh] = Files.try_emplace(Path);
  File &F = It->second;
  if (!Fresh)
    return F.Lines;
  SmallString<128> Absolute(Path);
  if (!sys::path::is_absolute(Path)) {
    Absolute = Root;
    sys::path::append(Absolute, Path);
  }
  F.Text = readRegularFile(Absolute);
  if (!F.Text)
    return {};
  for (StringRef Rest = F.Text->getBuffer(); !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    Line.consume_back("\r");
    F.Lines.push_back(Line);
    Rest = Tail;
  }
  return F.Lines;
}

std::optional<StringRef> SourceFiles::line(const Place &At) {
  if (!At.isValid())
    return std::nullopt;
  ArrayRef<StringRef> All = lines(At.File);
  if (At.Line == 0 || At.Line > All.size())
    return std::nullopt;
  return All[At.Line - 1];
}

} // namespace waitwise
