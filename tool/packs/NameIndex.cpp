//===- packs/NameIndex.cpp - which of many names and patterns fit? --------===//
#include "packs/NameIndex.h"

#include "packs/Names.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

/// Letters by which patterns of one component are filed: few enough for
/// "uv_*", enough to keep libraries apart.
constexpr size_t StartLetters = 3;

/// "a::b" of "a::b::c*d": the components before the first wildcard.
StringRef literalHead(StringRef Pattern) {
  StringRef Literal = Pattern.take_front(Pattern.find('*'));
  size_t End = Literal.rfind("::");
  return End == StringRef::npos ? StringRef() : Literal.take_front(End);
}

StringRef lastComponent(StringRef Name) {
  size_t At = Name.rfind("::");
  return At == StringRef::npos ? Name : Name.drop_front(At + 2);
}

} // namespace

void NameIndex::add(StringRef Written, uint32_t Id) {
  if (!isPattern(Written)) {
    Exact[Written].push_back(Id);
    return;
  }
  StringRef Head = literalHead(Written), Tail = lastComponent(Written);
  StringRef Letters = Written.take_front(Written.find('*'));
  Bucket &Into = !Head.empty()      ? Under[Head]
                 : !isPattern(Tail) ? Last[Tail]
                 : !Letters.empty() ? Start[Letters.take_front(StartLetters)]
                                    : Anywhere;
  Into.push_back({Written.str(), Id});
}

void NameIndex::match(const Bucket &Among, StringRef Name,
                      SmallVectorImpl<uint32_t> &Into) {
  for (const Pattern &P : Among)
    if (matchesName(P.Written, Name))
      Into.push_back(P.Id);
}

SmallVector<uint32_t, 2> NameIndex::find(StringRef Name) const {
  SmallVector<uint32_t, 2> Found;
  if (auto It = Exact.find(Name); It != Exact.end())
    append_range(Found, It->second);
  size_t NumExact = Found.size();
  auto Look = [&](const StringMap<Bucket> &In, StringRef Key) {
    if (auto It = In.find(Key); It != In.end())
      match(It->second, Name, Found);
  };
  if (!Under.empty()) {
    for (size_t At = Name.find("::"); At != StringRef::npos;
         At = Name.find("::", At + 2))
      Look(Under, Name.take_front(At));
    Look(Under, Name); // "a::**" fits "a", too.
  }
  if (!Last.empty())
    Look(Last, lastComponent(Name));
  if (!Start.empty())
    for (size_t N = 1; N <= std::min(StartLetters, Name.size()); ++N)
      Look(Start, Name.take_front(N));
  match(Anywhere, Name, Found);
  sort(Found.begin() + NumExact, Found.end());
  return Found;
}

std::optional<uint32_t> NameIndex::first(StringRef Name) const {
  SmallVector<uint32_t, 2> Found = find(Name);
  return Found.empty() ? std::nullopt : std::optional(Found.front());
}

} // namespace waitwise
