//===- extract/CommandGuess.cpp - a command for a file that has none ------===//
//
// A header is best read as some source reads it that includes it, so the
// nearest sources are looked through for its name. Otherwise sources are
// ranked: same stem (queue.h, queue.cpp), same language, then how much of the
// path they share. Ties go to the first by name.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandGuess.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace waitwise;

namespace {

/// Leading components that two paths share.
unsigned sharedFolders(StringRef A, StringRef B) {
  auto [ItA, ItB] = std::mismatch(sys::path::begin(A), sys::path::end(A),
                                  sys::path::begin(B), sys::path::end(B));
  return unsigned(std::distance(sys::path::begin(A), ItA));
}

/// Greater is better.
using Rank = std::tuple<bool, bool, unsigned>;

Rank rankOf(StringRef File, const FileCommand &Known) {
  bool SameStem = sys::path::stem(File) == sys::path::stem(Known.File);
  SourceLanguage Wanted = languageOf(File);
  bool IsOpen = sys::path::extension(File) == ".h"; // C or C++.
  bool SameLanguage = IsOpen || Wanted == Known.Command.languageFor(Known.File);
  // A C file must not get a C++ command because of its name.
  return {SameLanguage && SameStem, SameLanguage,
          sharedFolders(File, Known.File)};
}

/// True if a line of \p Source includes something of the name \p Header.
bool includesHeader(StringRef Source, StringRef Header) {
  auto Buffer = MemoryBuffer::getFile(Source);
  if (!Buffer || (*Buffer)->getBufferSize() > limits::GuessSourceBytes)
    return false;
  for (StringRef Line : split((*Buffer)->getBuffer(), '\n')) {
    Line = Line.ltrim();
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    if (!Line.consume_front("include"))
      continue;
    StringRef Name = Line.ltrim().drop_front(!Line.ltrim().empty());
    Name = Name.take_until([](char C) { return C == '"' || C == '>'; });
    if (sys::path::filename(Name) == Header)
      return true;
  }
  return false;
}

} // namespace

size_t waitwise::nearestCommand(StringRef File, ArrayRef<FileCommand> Known) {
  std::vector<size_t> Order(Known.size());
  std::vector<Rank> Ranks;
  for (size_t I = 0; I != Known.size(); ++I) {
    Order[I] = I;
    Ranks.push_back(rankOf(File, Known[I]));
  }
  sort(Order, [&](size_t A, size_t B) {
    return Ranks[A] != Ranks[B] ? Ranks[A] > Ranks[B]
                                : Known[A].File < Known[B].File;
  });
  if (isHeader(File) && !Order.empty() && !std::get<0>(Ranks[Order[0]])) {
    StringRef Name = sys::path::filename(File);
    for (size_t I : ArrayRef(Order).take_front(limits::GuessSources))
      if (includesHeader(Known[I].File, Name))
        return I;
  }
  return Order.empty() ? 0 : Order.front();
}

DriverCommand waitwise::commandLike(const FileCommand &From, StringRef File) {
  DriverCommand C = From.Command;
  SourceLanguage Known = C.languageFor(From.File);
  SourceLanguage Wanted = languageOf(File);
  bool IsHeader = isHeader(File);
  if (IsHeader && sys::path::extension(File) == ".h")
    Wanted = Known;
  if (Wanted != Known)
    erase_if(C.Flags, [](StringRef Flag) {
      return Flag.starts_with("-std=") || Flag.starts_with("--std=");
    });
  bool IsCxx = Wanted != SourceLanguage::C;
  C.IsCxxDriver = IsCxx;
  C.Language = "";
  if (IsHeader)
    C.Language = IsCxx ? "c++-header" : "c-header";
  else if (Wanted == SourceLanguage::Other)
    C.Language = Known == SourceLanguage::C ? "c" : "c++";
  return C;
}
