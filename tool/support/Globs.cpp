//===- support/Globs.cpp - lists of patterns that add and remove ----------===//
#include "support/Globs.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {

Expected<GlobList> GlobList::parse(StringRef Text) {
  GlobList List;
  for (StringRef Part : split(Text, ',')) {
    Part = Part.trim();
    if (Part.empty())
      continue;
    bool Adds = !Part.consume_front("-");
    Part.consume_front("+");
    Expected<GlobPattern> Pattern = GlobPattern::create(Part);
    if (!Pattern)
      return createStringError("'" + Part + "' is not a glob pattern: " +
                               toString(Pattern.takeError()));
    List.Items.push_back({Adds, std::move(*Pattern)});
  }
  return List;
}

bool GlobList::contains(StringRef Name, bool Otherwise) const {
  for (const Item &I : reverse(Items))
    if (I.Pattern.match(Name))
      return I.Adds;
  return Otherwise;
}

} // namespace waitwise
