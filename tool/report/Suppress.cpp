//===- report/Suppress.cpp - findings that the source itself permits ------===//
//
// Each file is scanned once for comments; BEGIN and END are paired while
// scanning, so that every suppression is a range of lines. An END closes the
// last BEGIN with the same list; a BEGIN without END reaches to the end of the
// file.
//
//===----------------------------------------------------------------------===//
#include "report/Suppress.h"

#include "support/Globs.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

constexpr StringLiteral Keyword = "NOLINT";

/// One comment as written.
struct Comment {
  enum Kind { Line, NextLine, Begin, End } K = Line;
  std::optional<StringRef> List; ///< What stands in parentheses.
  std::string Reason;
};

/// Lines over which checks in List are permitted.
struct Permission {
  unsigned First = 0, Last = 0;
  std::optional<StringRef> List;
  std::string Reason;

  bool covers(unsigned Line, StringRef Check) const {
    if (Line < First || Line > Last)
      return false;
    if (!List)
      return true;
    Expected<GlobList> Globs = GlobList::parse(*List);
    if (!Globs) {
      consumeError(Globs.takeError()); // Another tool's syntax, perhaps.
      return false;
    }
    return Globs->contains(("waitwise-" + Check).str());
  }
};

Comment::Kind takeKind(StringRef &Rest) {
  if (Rest.consume_front("NEXTLINE"))
    return Comment::NextLine;
  if (Rest.consume_front("BEGIN"))
    return Comment::Begin;
  if (Rest.consume_front("END"))
    return Comment::End;
  return Comment::Line;
}

/// The next comment in \p Rest, which is advanced past it.
std::optional<Comment> takeComment(StringRef &Rest) {
  for (;;) {
    size_t At = Rest.find(Keyword);
    if (At == StringRef::npos)
      return std::nullopt;
    bool Starts = At == 0 || !(isAlnum(Rest[At - 1]) || Rest[At - 1] == '_');
    Rest = Rest.drop_front(At + Keyword.size());
    Comment C;
    C.K = takeKind(Rest);
    bool Ends = Rest.empty() || !(isAlnum(Rest[0]) || Rest[0] == '_');
    if (!Starts || !Ends)
      continue;
    size_t Close = Rest.find(')');
    if (Rest.starts_with("(") && Close != StringRef::npos) {
      C.List = Rest.slice(1, Close);
      Rest = Rest.drop_front(Close + 1);
    }
    StringRef Reason = Rest.take_front(Rest.find(Keyword));
    Reason = Reason.take_front(Reason.find("*/"));
    C.Reason = Reason.trim(" \t:-").str();
    return C;
  }
}

class Scanner {
public:
  std::vector<Permission> scan(ArrayRef<StringRef> Lines) {
    for (unsigned I = 0; I < Lines.size(); ++I)
      for (StringRef Rest = Lines[I]; auto C = takeComment(Rest);)
        add(*C, I + 1);
    return std::move(Found);
  }

private:
  std::vector<Permission> Found;
  std::vector<size_t> Open; ///< BEGINs in Found that have no END yet.

  void add(const Comment &C, unsigned Line) {
    if (C.K == Comment::End)
      return close(C, Line);
    if (C.K == Comment::Begin)
      Open.push_back(Found.size());
    unsigned First = C.K == Comment::NextLine ? Line + 1 : Line;
    unsigned Last = C.K == Comment::Begin ? ~0u : First;
    Found.push_back({First, Last, C.List, C.Reason});
  }

  void close(const Comment &C, unsigned Line) {
    for (size_t I = Open.size(); I-- > 0;)
      if (Found[Open[I]].List == C.List) {
        Found[Open[I]].Last = Line;
        Open.erase(Open.begin() + ptrdiff_t(I));
        return;
      }
  }
};

class Suppressor {
public:
  explicit Suppressor(SourceFiles &Sources) : Sources(Sources) {}

  void apply(Finding &F) {
    for (const Place *At : {&F.At, &F.SinkAt})
      for (const Permission &P : permissionsIn(At->File))
        if (!F.Suppressed && P.covers(At->Line, F.Check))
          F.Suppressed = P.Reason;
  }

private:
  SourceFiles &Sources;
  StringMap<std::vector<Permission>> ByFile;

  const std::vector<Permission> &permissionsIn(StringRef File) {
    auto [It, Fresh] = ByFile.try_emplace(File);
    if (Fresh && !File.empty())
      It->second = Scanner().scan(Sources.lines(File));
    return It->second;
  }
};

/// True if one of \p Names is what the globs say; no globs: any is.
bool fits(StringRef Globs, ArrayRef<StringRef> Names) {
  if (Globs.empty())
    return true;
  Expected<GlobList> List = GlobList::parse(Globs);
  if (!List) {
    consumeError(List.takeError()); // Told when the configuration was read.
    return false;
  }
  return any_of(Names, [&](StringRef Name) { return List->contains(Name); });
}

bool covers(const Suppression &S, const Finding &F) {
  bool Names = S.Function.empty() || F.Entry.Function == S.Function ||
               F.SinkIn == S.Function || F.SinkFunction == S.Function ||
               any_of(F.Chain, [&](const NamedPlace &Step) {
                 return Step.Function == S.Function;
               });
  return Names &&
         fits(S.Checks, {F.Check, ("waitwise-" + F.Check)}) &&
         fits(S.Paths, {F.At.File, F.SinkAt.File});
}

} // namespace

std::vector<std::string> applySuppressions(std::vector<Finding> &Findings,
                                           ArrayRef<Suppression> Entries,
                                           const SuppressionDay &Day) {
  std::vector<std::string> Warnings;
  for (const Suppression &S : Entries) {
    if (!S.Until.empty() && S.Until < Day.Today) {
      Warnings.push_back(S.At + ": warning: this suppression ended on " +
                         S.Until + ": mend what it was about, or give it time");
      continue;
    }
    bool Used = false;
    for (Finding &F : Findings) {
      if (!covers(S, F))
        continue;
      Used = true;
      F.SuppressedByProject |= !F.Suppressed;
      if (!F.Suppressed)
        F.Suppressed = S.Reason;
    }
    if (!Used && Day.SeesAll)
      Warnings.push_back(S.At + ": warning: this suppression suppresses "
                                "nothing: take it out");
  }
  return Warnings;
}

void applySuppressions(std::vector<Finding> &Findings, SourceFiles &Sources) {
  Suppressor S(Sources);
  for (Finding &F : Findings)
    S.apply(F);
}

} // namespace waitwise
