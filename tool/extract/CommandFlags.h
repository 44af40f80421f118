//===- extract/CommandFlags.h - a compiler's command as clang's
//------------===//
//
//   ccache arm-linux-gnueabihf-g++ -O2 -fconserve-stack -MD -o a.o -c a.cpp
//     ──▶  clang++ --target=arm-linux-gnueabihf -O2          language C++
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_COMMANDFLAGS_H
#define WAITWISE_EXTRACT_COMMANDFLAGS_H

#include "extract/CommandDatabase.h"
#include "extract/CommandTrial.h"

#include "llvm/ADT/StringRef.h"

#include <map>
#include <string>
#include <vector>

namespace waitwise {

enum class SourceLanguage : uint8_t { Other, C, Cxx, Cuda };

/// The language of a file by its name; headers named .h are C.
SourceLanguage languageOf(llvm::StringRef File);
/// True for the names of headers (.h, .hpp, …).
bool isHeader(llvm::StringRef File);

/// A command for clang's driver, without its input.
struct DriverCommand {
  std::string Directory;
  bool IsCxxDriver = false;       ///< clang++ rather than clang.
  std::vector<std::string> Flags; ///< Without -x.
  std::string Language;           ///< Value of -x; empty: by the file's name.

  /// The whole command for \p File.
  std::vector<std::string> commandFor(llvm::StringRef File) const;
  /// The language that \p File is read as.
  SourceLanguage languageFor(llvm::StringRef File) const;
};

/// Makes commands into clang's, and counts what had to go.
class CommandCleaner {
public:
  DriverCommand clean(const CompileCommand &Command);
  /// "flag '-fconserve-stack' is not known to clang and was dropped (3
  /// commands)", …, sorted. One for each kind of flag.
  std::vector<std::string> notes() const;

private:
  void cleanFlags(llvm::ArrayRef<const char *> Words, DriverCommand &To);
  void dropRefused(llvm::StringRef File, DriverCommand &To);

  /// A flag of the command that is being cleaned.
  struct CleanFlag {
    Flag Words;
    bool IsTried = true; ///< Clang may refuse it; else only a file can.
  };
  std::vector<CleanFlag> Flags;
  CommandTrial Trial;
  std::map<std::string, unsigned> Unknown; ///< Flag, without its value.
  std::map<std::string, unsigned> Unread;  ///< Response file.
  /// Flag → (commands, reason).
  std::map<std::string, std::pair<unsigned, std::string>> Refused;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COMMANDFLAGS_H
