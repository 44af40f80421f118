//===- Console.cpp - what the tool says beside its output -----------------===//
#include "Console.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

namespace waitwise {

/// Short runs need no progress; long ones not more than a line this often.
static constexpr std::chrono::seconds LineInterval(2);

/// The bar itself, in columns.
static constexpr unsigned BarColumns = 20;

void Console::error(Error E) {
  if (E)
    error(toString(std::move(E)));
}

void Console::error(const Twine &Text) {
  clearBar();
  std::string Lines = Text.str();
  for (StringRef Line : split(Lines, '\n'))
    if (Line.contains(": error: ")) // Located already: as a compiler has it.
      OS << Line << '\n';
    else
      WithColor::error(OS, "waitwise") << Line << '\n';
}

void Console::note(const Twine &Text) {
  if (Quiet)
    return;
  clearBar();
  WithColor::note(OS, "waitwise") << Text << '\n';
}

void Console::warning(const Twine &Located) {
  if (Quiet)
    return;
  clearBar();
  OS << Located << '\n';
}

void Console::progress(size_t Done, size_t Total, StringRef File) {
  if (Quiet)
    return;
  if (Terminal) {
    if (Done == Total)
      return clearBar();
    return drawBar(Done, Total, File);
  }
  Clock::time_point Now = Clock::now();
  if (Now - LastLine < LineInterval)
    return;
  LastLine = Now;
  OS << formatv("[{0}/{1}] {2}\n", Done, Total, File);
}

void Console::clearBar() {
  if (BarShown)
    OS << "\r\x1b[K";
  BarShown = false;
}

void Console::drawBar(size_t Done, size_t Total, StringRef File) {
  clearBar();
  size_t Full = Total ? BarColumns * Done / Total : 0;
  std::string Line = formatv("[{0}{1}] {2}/{3} ", std::string(Full, '#'),
                             std::string(BarColumns - Full, '.'), Done, Total);
  unsigned Columns = sys::Process::StandardErrColumns();
  size_t Room = Columns > Line.size() ? Columns - Line.size() - 1 : 0;
  if (File.size() > Room)
    File = File.take_back(Room);
  OS << Line << File;
  OS.flush();
  BarShown = true;
}

} // namespace waitwise
