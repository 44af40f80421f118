//===- extract/IncludeDirs.cpp - where commands look for headers ----------===//
#include "extract/IncludeDirs.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace waitwise {

/// The directory that \p Arg names, or, if that is its next word, empty; none
/// if it is no such flag.
static std::optional<StringRef> directoryIn(StringRef Arg) {
  // Longer flags first: -isystem begins like -I to nobody but a reader.
  for (StringRef Flag :
       {"--include-directory=", "--include-directory", "-cxx-isystem",
        "-isystem-after", "-isystem", "-idirafter", "-iquote", "-I"})
    if (Arg.consume_front(Flag))
      return Arg;
  return std::nullopt;
}

std::vector<std::string> includeDirectories(ArrayRef<ExtractJob> Jobs) {
  std::vector<std::string> Result;
  StringSet<> Seen;
  auto Add = [&](StringRef Written, StringRef From) {
    SmallString<128> Path(Written);
    sys::path::make_absolute(From, Path);
    sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    if (!Written.empty() && Seen.insert(Path).second)
      Result.push_back(std::string(Path));
  };
  for (const ExtractJob &Job : Jobs)
    for (size_t I = 1; I < Job.Args.size(); ++I) {
      std::optional<StringRef> Dir = directoryIn(Job.Args[I]);
      if (Dir && Dir->empty() && I + 1 < Job.Args.size())
        Dir = Job.Args[++I];
      if (Dir)
        Add(*Dir, Job.Directory);
    }
  Add("/usr/local/include", "/");
  Add("/usr/include", "/");
  return Result;
}

} // namespace waitwise
