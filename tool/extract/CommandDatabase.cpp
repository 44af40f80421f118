//===- extract/CommandDatabase.cpp - compile_commands.json, as written ----===//
//
// The format is https://clang.llvm.org/docs/JSONCompilationDatabase.html. The
// JSON reader forgets where things stood, and it recurses; so the text is
// outlined once before: how deep it nests, and where its entries begin.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandDatabase.h"

#include "extract/CommandWords.h"
#include "support/Error.h"
#include "support/Limits.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace waitwise;

std::string waitwise::absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Full(Path);
  sys::path::make_absolute(Directory, Full);
  sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return std::string(Full);
}

namespace {

/// Where the entries of a JSON text begin and how deep it nests.
struct Outline {
  unsigned Depth = 0;
  std::vector<size_t> Entries;
};

Outline outline(StringRef Text) {
  Outline O;
  unsigned Depth = 0;
  for (size_t I = 0; I < Text.size(); ++I) {
    switch (Text[I]) {
    case '"':
      for (++I; I < Text.size() && Text[I] != '"'; ++I)
        I += Text[I] == '\\';
      break;
    case '[':
    case '{':
      if (Depth == 1)
        O.Entries.push_back(I);
      O.Depth = std::max(O.Depth, ++Depth);
      break;
    case ']':
    case '}':
      Depth -= Depth > 0;
      break;
    }
  }
  return O;
}

class Loader {
public:
  Loader(StringRef Path, StringRef Text)
      : Path(Path), Folder(sys::path::parent_path(Path)), Text(Text) {}
  Error load(CommandDatabase &D);

private:
  Error syntaxError(Error E) const;
  Error entryError(size_t Entry, const Twine &What) const;
  Expected<CompileCommand> entry(size_t Index, const json::Value &V) const;
  Expected<std::vector<std::string>> words(size_t Index,
                                           const json::Object &O) const;

  StringRef Path, Folder, Text;
  Outline Shape;
};

/// "[3:14, byte=60]: Expected ," becomes "FILE:3:14: expected ,".
Error Loader::syntaxError(Error E) const {
  std::string Message = toString(std::move(E));
  StringRef Rest = Message;
  unsigned Line = 0, Column = 0;
  if (Rest.consume_front("[") && !Rest.consumeInteger(10, Line) &&
      Rest.consume_front(":") && !Rest.consumeInteger(10, Column))
    Rest = Rest.split("]: ").second;
  std::string What = Rest.empty() ? Message : Rest.str();
  What[0] = toLower(What[0]);
  return located(Path, Line, Column, "not JSON: " + What);
}

Error Loader::entryError(size_t Entry, const Twine &What) const {
  if (Entry >= Shape.Entries.size())
    return failure(Path + ": entry " + Twine(Entry + 1) + " " + What);
  StringRef Before = Text.take_front(Shape.Entries[Entry]);
  unsigned Column = Before.size() - (Before.rfind('\n') + 1) + 1;
  return located(Path, Before.count('\n') + 1, Column,
                 "entry " + Twine(Entry + 1) + " " + What);
}

Expected<std::vector<std::string>> Loader::words(size_t Index,
                                                 const json::Object &O) const {
  std::vector<std::string> Words;
  const json::Value *Arguments = O.get("arguments");
  if (!Arguments) {
    std::optional<StringRef> Command = O.getString("command");
    if (!Command)
      return entryError(Index, O.get("command")
                                   ? "has a 'command' that is no string"
                                   : "has neither 'command' nor 'arguments'");
    Words = splitShellWords(*Command);
  } else {
    const json::Array *List = Arguments->getAsArray();
    for (const json::Value &V : List ? *List : json::Array())
      if (std::optional<StringRef> Word = V.getAsString())
        Words.push_back(Word->str());
    if (!List || Words.size() != List->size())
      return entryError(Index, "has 'arguments' that are no list of strings");
  }
  if (Words.empty())
    return entryError(Index, "has an empty command");
  return Words;
}

Expected<CompileCommand> Loader::entry(size_t Index,
                                       const json::Value &V) const {
  const json::Object *O = V.getAsObject();
  if (!O)
    return entryError(Index, "is no object");
  std::optional<StringRef> File = O->getString("file");
  if (!File || File->empty())
    return entryError(Index, "has no 'file'");
  if (O->get("directory") && !O->getString("directory"))
    return entryError(Index, "has a 'directory' that is no string");
  CompileCommand C;
  C.Directory = absolutePath(O->getString("directory").value_or(""), Folder);
  C.File = absolutePath(*File, C.Directory);
  Expected<std::vector<std::string>> Words = words(Index, *O);
  if (!Words)
    return Words.takeError();
  C.Words = std::move(*Words);
  return C;
}

Error Loader::load(CommandDatabase &D) {
  Shape = outline(Text);
  constexpr unsigned DepthNeeded = 3, DepthAllowed = 64;
  static_assert(DepthNeeded < DepthAllowed);
  if (Shape.Depth > DepthAllowed)
    return failure(Path + ": nested too deeply for a compilation database");
  Expected<json::Value> Root = json::parse(Text);
  if (!Root)
    return syntaxError(Root.takeError());
  const json::Array *Entries = Root->getAsArray();
  if (!Entries)
    return located(Path, 1, 1, "not a list of compile commands");
  if (Entries->empty())
    return failure(Path + ": the compilation database is empty");
  D.Commands.reserve(Entries->size());
  for (size_t I = 0; I != Entries->size(); ++I) {
    Expected<CompileCommand> C = entry(I, (*Entries)[I]);
    if (!C)
      return C.takeError();
    D.Commands.push_back(std::move(*C));
  }
  return Error::success();
}

/// compile_flags.txt: one flag a line.
void loadFlags(StringRef Text, CommandDatabase &D) {
  D.IsFlagsOnly = true;
  CompileCommand C;
  C.Directory = sys::path::parent_path(D.Path).str();
  C.Words.push_back("clang");
  for (StringRef Line : split(Text, '\n'))
    if (!Line.trim().empty())
      C.Words.push_back(Line.trim().str());
  D.Commands.push_back(std::move(C));
}

constexpr StringLiteral DatabaseName = "compile_commands.json";
constexpr StringLiteral FlagsName = "compile_flags.txt";

std::string inFolder(StringRef Folder, ArrayRef<StringRef> Names) {
  SmallString<256> Path(Folder);
  for (StringRef Name : Names)
    sys::path::append(Path, Name);
  return sys::fs::is_regular_file(Path) ? std::string(Path) : "";
}

} // namespace

Expected<CommandDatabase> waitwise::loadDatabase(StringRef Path) {
  CommandDatabase D;
  D.Path = Path.str();
  uint64_t Size = 0;
  if (!sys::fs::file_size(Path, Size) && Size > limits::DatabaseBytes)
    return failure(Path + ": too large for a compilation database");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure(Path + ": " + Buffer.getError().message());
  if (sys::path::filename(Path) == FlagsName) {
    loadFlags((*Buffer)->getBuffer(), D);
    return D;
  }
  if (Error E = Loader(D.Path, (*Buffer)->getBuffer()).load(D))
    return std::move(E);
  return D;
}

Expected<std::string> waitwise::locateDatabase(StringRef Given) {
  sys::fs::file_status Status;
  if (std::error_code EC = sys::fs::status(Given, Status))
    return failure(Given + ": " + EC.message());
  if (Status.type() != sys::fs::file_type::directory_file)
    return Given.str();
  for (StringRef Name : {DatabaseName, FlagsName})
    if (std::string Path = inFolder(Given, {Name}); !Path.empty())
      return Path;
  return failure(Given + ": there is no compile_commands.json in this folder");
}

std::string waitwise::findDatabaseAbove(StringRef Directory) {
  for (StringRef Folder = Directory; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    std::string Path = inFolder(Folder, {DatabaseName});
    if (Path.empty())
      Path = inFolder(Folder, {"build", DatabaseName});
    if (Path.empty())
      Path = inFolder(Folder, {FlagsName});
    if (!Path.empty())
      return Path;
  }
  return "";
}
