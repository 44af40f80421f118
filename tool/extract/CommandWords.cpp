//===- extract/CommandWords.cpp - command lines split into words ----------===//
//
// Response files nest, and a hostile one names itself: the words still to be
// looked at are a stack, and the number of words and files is bounded.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandWords.h"

#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace waitwise;

namespace {

/// Splits text into words; one object per text.
class Splitter {
public:
  Splitter(StringRef Text, bool IsShell) : Text(Text), IsShell(IsShell) {}
  std::vector<std::string> split();

private:
  void quoted(char Quote);
  void escaped(bool InDoubleQuotes);
  StringRef Text;
  bool IsShell;
  size_t At = 0;
  std::string Word;
};

/// A backslash was read. In a shell's double quotes it stays, except before
/// what it can quote there; at the end of a line both vanish.
void Splitter::escaped(bool InDoubleQuotes) {
  if (At == Text.size())
    return;
  char C = Text[At++];
  if (IsShell && C == '\n')
    return;
  if (IsShell && InDoubleQuotes && !StringRef("\"\\$`").contains(C))
    Word += '\\';
  Word += C;
}

void Splitter::quoted(char Quote) {
  bool HasEscapes = Quote == '"' || !IsShell;
  while (At != Text.size() && Text[At] != Quote) {
    char C = Text[At++];
    if (C == '\\' && HasEscapes)
      escaped(Quote == '"');
    else
      Word += C;
  }
  if (At != Text.size())
    ++At;
}

std::vector<std::string> Splitter::split() {
  std::vector<std::string> Words;
  bool InWord = false;
  while (At != Text.size()) {
    char C = Text[At++];
    if (isSpace(C)) {
      if (InWord)
        Words.push_back(std::exchange(Word, ""));
      InWord = false;
      continue;
    }
    InWord = true;
    if (C == '\'' || C == '"')
      quoted(C);
    else if (C == '\\')
      escaped(/*InDoubleQuotes=*/false);
    else
      Word += C;
  }
  if (InWord)
    Words.push_back(Word);
  return Words;
}

bool isAssignment(StringRef Word) {
  StringRef Name = Word.take_until([](char C) { return C == '='; });
  return Name.size() < Word.size() && !Name.empty() && !isDigit(Name[0]) &&
         all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
}

} // namespace

std::vector<std::string> waitwise::splitShellWords(StringRef Command) {
  return Splitter(Command, /*IsShell=*/true).split();
}

std::vector<std::string> waitwise::splitResponseFile(StringRef Text) {
  return Splitter(Text, /*IsShell=*/false).split();
}

void waitwise::expandResponseFiles(std::vector<std::string> &Words,
                                   StringRef Directory,
                                   std::vector<std::string> &Unread) {
  auto IsFile = [](StringRef W) { return W.size() > 1 && W[0] == '@'; };
  if (none_of(Words, IsFile))
    return;
  std::vector<std::string> Stack(Words.rbegin(), Words.rend());
  Words.clear();
  unsigned NumFiles = 0;
  while (!Stack.empty()) {
    std::string Word = std::move(Stack.back());
    Stack.pop_back();
    if (!IsFile(Word)) {
      Words.push_back(std::move(Word));
      continue;
    }
    SmallString<128> Path = StringRef(Word).drop_front();
    sys::path::make_absolute(Directory, Path);
    auto Buffer = MemoryBuffer::getFile(Path);
    std::vector<std::string> More;
    if (Buffer && ++NumFiles <= limits::ResponseFiles)
      More = splitResponseFile((*Buffer)->getBuffer());
    else
      Unread.push_back(std::string(Path));
    if (Words.size() + Stack.size() + More.size() > limits::CommandWords)
      Unread.push_back(std::string(Path));
    else
      Stack.insert(Stack.end(), More.rbegin(), More.rend());
  }
  sort(Unread);
  Unread.erase(unique(Unread), Unread.end());
}

void waitwise::dropWrappers(std::vector<std::string> &Words) {
  constexpr StringRef Wrappers[] = {"ccache", "sccache",    "distcc",
                                    "icecc",  "buildcache", "gomacc",
                                    "env",    "nice",       "time"};
  size_t At = 0;
  bool AfterEnv = false;
  for (; At + 1 < Words.size(); ++At) {
    StringRef Word = Words[At];
    // Flags of `env` and `nice` take no words of their own here.
    if (isAssignment(Word) || (AfterEnv && Word.starts_with("-")))
      continue;
    StringRef Name = sys::path::filename(Word);
    if (!is_contained(Wrappers, Name))
      break;
    // "ccache -v": the cache itself is what is run.
    AfterEnv = Name == "env" || Name == "nice";
    if (!AfterEnv && StringRef(Words[At + 1]).starts_with("-"))
      break;
  }
  Words.erase(Words.begin(), Words.begin() + At);
}
