//===- packs/Names.cpp - names as packs write them ------------------------===//
//
// Expansion works on a stack of names that may still have braces and replaces
// the first group of each until none is left; the number of names is bounded.
// Matching is glob matching on two levels: components against `**`, characters
// of one component against `*`. Each level needs to remember only its last
// wildcard, so that matching never takes more than quadratic time.
//
//===----------------------------------------------------------------------===//
#include "packs/Names.h"

#include "packs/RuleSet.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

Error badName(const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

/// \p Name up to \p End, in quotes: what was meant.
std::string quotedHead(StringRef Name, size_t End) {
  return "'" + Name.take_front(End).str() + "'";
}

/// What is wrong with one component of \p Name, or nothing. What is in angle
/// brackets or parentheses may hold anything, so these are looked for first.
std::string faultOfPart(StringRef Part, StringRef Name, NameOf Of) {
  if (Part.starts_with("operator"))
    return "";
  size_t Angle = Name.find('<');
  if (Part.contains('<'))
    return "has template arguments: names are written without, as " +
           quotedHead(Name, Angle) +
           (Of == NameOf::Function
                ? " (a condition {arg: N, type: …} tells them apart)"
                : "");
  size_t Paren = Name.find('(');
  bool Unnamed = Part.starts_with("(anonymous") || Part.starts_with("(lambda");
  if (Part.contains('(') && !Unnamed)
    return "has parentheses: write " + quotedHead(Name, Paren) +
           ", and the types of its parameters under 'params'";
  if (Part.contains('.'))
    return "has a '.' in it: components are put together by '::'";
  if (Part.contains(':'))
    return "has a single ':' in it: components are put together by '::'";
  if (Part.contains("->"))
    return "has '->' in it: write the class and '::'";
  if (Part.contains("**") && Part != "**")
    return "'**' stands for whole components";
  if (Of == NameOf::Function && !Unnamed && Part.contains(' '))
    return "has a space in it: no return type, only the name";
  return "";
}

/// True for identifiers with "::" between them, as nearly all names are.
bool isPlain(StringRef Name) {
  bool AfterLetter = false;
  for (size_t I = 0; I < Name.size(); ++I) {
    bool IsLetter = isAlnum(Name[I]) || Name[I] == '_';
    if (!IsLetter && !(AfterLetter && Name.substr(I, 2) == "::"))
      return false;
    I += !IsLetter;
    AfterLetter = IsLetter;
  }
  return AfterLetter;
}

/// What is wrong with a name whose braces are expanded, or nothing.
std::string fault(StringRef Name, NameOf Of) {
  if (isPlain(Name))
    return "";
  if (Name.empty())
    return "empty";
  if (Of == NameOf::Type && Name == "...")
    return "";
  if (Name.contains("***"))
    return "'***' is no wildcard: use '*' within a component, '**' for any "
           "run of components";
  if (Name.starts_with("::") || Name.ends_with("::"))
    return "starts or ends with '::'";
  if (Name.contains("@"))
    return "'@' stands only at the start, as in '@::name'";
  SmallVector<StringRef, 8> Parts;
  Name.split(Parts, "::");
  for (StringRef Part : Parts) {
    if (Part.empty())
      return "has an empty component";
    if (std::string Why = faultOfPart(Part, Name, Of); !Why.empty())
      return Why;
  }
  return "";
}

/// The alternatives of the text between the braces.
SmallVector<StringRef, 16> alternatives(StringRef Inside) {
  SmallVector<StringRef, 16> Result;
  Inside.split(Result, ',');
  for (StringRef &R : Result)
    R = R.trim();
  return Result;
}

bool matchesComponent(StringRef Pattern, StringRef Text) {
  size_t P = 0, T = 0, Star = StringRef::npos, Resume = 0;
  while (T < Text.size()) {
    if (P < Pattern.size() && Pattern[P] == '*') {
      Star = P++;
      Resume = T;
    } else if (P < Pattern.size() && Pattern[P] == Text[T]) {
      ++P, ++T;
    } else if (Star != StringRef::npos) {
      P = Star + 1;
      T = ++Resume;
    } else {
      return false;
    }
  }
  return Pattern.find_first_not_of('*', P) == StringRef::npos;
}

} // namespace

Expected<std::vector<std::string>>
expandName(StringRef Written, ArrayRef<std::string> Prefixes, NameOf Of) {
  std::vector<std::string> Names;
  if (!Written.starts_with("@::"))
    Names.push_back(Written.str());
  else if (Prefixes.empty())
    return badName("'@::' needs a 'prefixes' list in the pack");
  for (const std::string &Prefix : Prefixes)
    if (Written.starts_with("@::"))
      Names.push_back(Prefix + Written.drop_front(1).str());

  // The next name is the last one on the stack.
  std::vector<std::string> Stack(Names.rbegin(), Names.rend());
  Names.clear();
  while (!Stack.empty()) {
    std::string Name = std::move(Stack.back());
    Stack.pop_back();
    size_t Begin = Name.find_first_of("{}");
    if (Begin == std::string::npos) {
      Names.push_back(std::move(Name));
      continue;
    }
    size_t End = Name.find_first_of("{}", Begin + 1);
    if (Name[Begin] == '}' || End == std::string::npos || Name[End] == '{')
      return badName("braces do not pair (they cannot be nested)");
    StringRef Whole = Name;
    auto Parts = alternatives(Whole.slice(Begin + 1, End));
    for (StringRef Part : reverse(Parts))
      Stack.push_back(
          (Whole.take_front(Begin) + Part + Whole.drop_front(End + 1)).str());
    if (Names.size() + Stack.size() > limits::NamesPerPattern)
      return badName("stands for more than " + utostr(limits::NamesPerPattern) +
                     " names");
  }
  for (const std::string &Name : Names)
    if (std::string Why = fault(Name, Of); !Why.empty())
      return badName(Why);
  return Names;
}

bool matchesName(StringRef Pattern, StringRef Name) {
  if (!isPattern(Pattern))
    return Pattern == Name;
  SmallVector<StringRef, 8> Parts, Texts;
  Pattern.split(Parts, "::");
  Name.split(Texts, "::");
  size_t P = 0, T = 0, Star = StringRef::npos, Resume = 0;
  while (T < Texts.size()) {
    if (P < Parts.size() && Parts[P] == "**") {
      Star = P++;
      Resume = T;
    } else if (P < Parts.size() && matchesComponent(Parts[P], Texts[T])) {
      ++P, ++T;
    } else if (Star != StringRef::npos) {
      P = Star + 1;
      T = ++Resume;
    } else {
      return false;
    }
  }
  while (P < Parts.size() && Parts[P] == "**")
    ++P;
  return P == Parts.size();
}

} // namespace waitwise
