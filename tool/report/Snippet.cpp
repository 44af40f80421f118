//===- report/Snippet.cpp - a source line with a caret under it -----------===//
#include "report/Snippet.h"

#include "support/Limits.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace waitwise {

static constexpr size_t TabStop = 8;

/// Appends the character at the front of \p Rest to \p Out and drops it;
/// returns the columns it takes.
static size_t renderChar(StringRef &Rest, size_t AtColumn, std::string &Out) {
  if (Rest.front() == '\t') {
    Rest = Rest.drop_front();
    size_t Width = TabStop - AtColumn % TabStop;
    Out.append(Width, ' ');
    return Width;
  }
  size_t Bytes = getNumBytesForUTF8(Rest.front());
  StringRef Char = Rest.take_front(Bytes);
  // Negative for control characters and bytes that are no UTF-8.
  int Width = sys::unicode::columnWidthUTF8(Char);
  if (Width < 0 || Char.size() < Bytes) {
    Rest = Rest.drop_front();
    Out += '?';
    return 1;
  }
  Rest = Rest.drop_front(Bytes);
  Out += Char;
  return size_t(Width);
}

/// Cuts \p Line to a window around \p Column, on character boundaries.
static bool cutAround(StringRef &Line, unsigned &Column) {
  constexpr size_t Max = limits::SnippetColumns;
  if (Line.size() <= Max)
    return false;
  size_t From = Column > Max / 2 ? Column - Max / 2 : 0;
  auto IsContinuation = [&](size_t I) {
    return I < Line.size() && (Line[I] & 0xC0) == 0x80;
  };
  while (From > 0 && IsContinuation(From))
    --From;
  size_t To = std::min(Line.size(), From + Max);
  while (To > From && IsContinuation(To))
    --To;
  Line = Line.slice(From, To);
  Column -= unsigned(From);
  return From > 0;
}

Snippet renderLine(StringRef Line, unsigned Column) {
  Snippet S;
  if (Column == 0 || Column > Line.size() + 1)
    Column = 1;
  if (cutAround(Line, Column))
    S.Text = "...";
  size_t Width = S.Text.size();
  const char *Caret = Line.data() + (Column - 1);
  for (StringRef Rest = Line; !Rest.empty();) {
    if (Rest.data() <= Caret)
      S.Indent = Width;
    Width += renderChar(Rest, Width, S.Text);
  }
  if (Caret == Line.end())
    S.Indent = Width;
  S.Text = StringRef(S.Text).rtrim().str();
  return S;
}

} // namespace waitwise
