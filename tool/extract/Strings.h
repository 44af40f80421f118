//===- extract/Strings.h - the string table of a summary ------------------===//
#ifndef WAITWISE_EXTRACT_STRINGS_H
#define WAITWISE_EXTRACT_STRINGS_H

#include "model/Value.h"

#include "llvm/ADT/StringMap.h"

#include <string>
#include <vector>

namespace waitwise {

/// Gives equal strings equal numbers, in order of first use.
class StringTable {
public:
  explicit StringTable(std::vector<std::string> &Out) : Out(Out) { add(""); }

  StringId add(llvm::StringRef S) {
    auto [It, IsNew] = Ids.try_emplace(S, uint32_t(Out.size()));
    if (IsNew)
      Out.push_back(S.str());
    return It->second;
  }

private:
  std::vector<std::string> &Out;
  llvm::StringMap<StringId> Ids;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_STRINGS_H
