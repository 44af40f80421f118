//===- extract/CommandTrial.cpp - which flags would clang refuse? ---------===//
//
// The driver makes the frontend's invocation, the frontend its target; both
// complain by diagnostics that quote the flag or its value. What is quoted is
// looked for among the flags, they are left out, and the rest is tried again,
// a bounded number of times. A complaint that quotes no flag ends it: then
// extraction will say what is wrong.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandTrial.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace waitwise;

namespace {

/// Keeps the text of errors.
class ErrorTexts : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (Level < clang::DiagnosticsEngine::Error)
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Texts.push_back(std::string(Text));
  }
  std::vector<std::string> Texts;
};

std::vector<std::string> complaintsAbout(ArrayRef<const char *> Command) {
  ErrorTexts Errors;
  clang::DiagnosticOptions DiagOpts;
  auto Diags = makeIntrusiveRefCnt<clang::DiagnosticsEngine>(
      makeIntrusiveRefCnt<clang::DiagnosticIDs>(), DiagOpts, &Errors,
      /*ShouldOwnClient=*/false);
  clang::CreateInvocationOptions Options;
  Options.Diags = Diags;
  std::unique_ptr<clang::CompilerInvocation> Invocation =
      clang::createInvocation(Command, std::move(Options));
  if (Invocation) {
    // It belongs to itself: reference-counted.
    IntrusiveRefCntPtr<clang::TargetInfo> Target(
        clang::TargetInfo::CreateTargetInfo(*Diags,
                                            Invocation->getTargetOpts()));
  }
  return std::move(Errors.Texts);
}

std::vector<StringRef> quotedIn(StringRef Text) {
  std::vector<StringRef> Quoted;
  SmallVector<StringRef, 8> Pieces;
  Text.split(Pieces, '\'');
  for (size_t I = 1; I < Pieces.size(); I += 2)
    if (Pieces[I].size() > 1)
      Quoted.push_back(Pieces[I]);
  return Quoted;
}

std::vector<size_t> flagsWith(StringRef Quoted, ArrayRef<Flag> Flags,
                              bool Exactly) {
  std::vector<size_t> Found;
  for (size_t I = 0; I != Flags.size(); ++I)
    if (any_of(Flags[I], [&](StringRef Word) {
          return Exactly ? Word == Quoted : Word.contains(Quoted);
        }))
      Found.push_back(I);
  return Found;
}

/// Indices of the flags that \p Complaint is about: those it quotes, else those
/// of which it quotes a part.
std::vector<size_t> flagsMeant(StringRef Complaint, ArrayRef<Flag> Flags) {
  std::vector<StringRef> Quoted = quotedIn(Complaint);
  for (bool Exactly : {true, false})
    for (StringRef Text : Quoted)
      if (auto Found = flagsWith(Text, Flags, Exactly); !Found.empty())
        return Found;
  return {};
}

std::vector<RefusedFlag> tryOut(ArrayRef<std::string> Head,
                                ArrayRef<Flag> Flags,
                                ArrayRef<std::string> Tail) {
  constexpr unsigned Rounds = 8;
  std::vector<RefusedFlag> Refused;
  std::vector<Flag> Left(Flags.begin(), Flags.end());
  for (unsigned Round = 0; Round != Rounds; ++Round) {
    std::vector<const char *> Command;
    for (const std::string &Word : Head)
      Command.push_back(Word.c_str());
    for (const Flag &F : Left)
      for (const std::string &Word : F)
        Command.push_back(Word.c_str());
    for (const std::string &Word : Tail)
      Command.push_back(Word.c_str());
    size_t Before = Refused.size();
    for (const std::string &Complaint : complaintsAbout(Command))
      for (size_t I : flagsMeant(Complaint, Left)) {
        // Emptied, not removed: indices stay.
        Left[I].clear();
        Refused.push_back({I, Complaint});
      }
    if (Refused.size() == Before)
      break;
  }
  return Refused;
}

} // namespace

const std::vector<RefusedFlag> &
CommandTrial::refused(ArrayRef<std::string> Head, ArrayRef<Flag> Flags,
                      ArrayRef<std::string> Tail) {
  std::string Nul(1, '\0'), Key = join(Head, Nul) + Nul + Nul;
  for (const Flag &F : Flags)
    Key += join(F, Nul) + Nul + Nul;
  auto [It, IsNew] = Known.try_emplace(Key + Nul + join(Tail, Nul));
  if (IsNew)
    It->second = tryOut(Head, Flags, Tail);
  return It->second;
}
