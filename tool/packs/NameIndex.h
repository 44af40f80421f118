//===- packs/NameIndex.h - which of many names and patterns fit? ----------===//
//
//   a::b::c      ─▶ Exact["a::b::c"]
//   a::b::get_*  ─▶ Under["a::b"]      the literal components it begins with
//   **::get      ─▶ Last["get"]        else the literal one it ends with
//   curl_*       ─▶ Start["cur"]       else its first few letters
//   *_wait       ─▶ Anywhere           else nothing helps
//
// A name is looked up once exactly, under each of its own prefixes, by its last
// component and by its first letters: what is not filed there cannot match it,
// so that the number of patterns hardly matters.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_NAMEINDEX_H
#define WAITWISE_PACKS_NAMEINDEX_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waitwise {

class NameIndex {
public:
  /// Files \p Written, a name or a pattern, which is copied, as entry \p Id.
  void add(llvm::StringRef Written, uint32_t Id);
  void clear() { *this = NameIndex(); }

  /// Entries that fit \p Name: exact ones, then patterns, each by number.
  llvm::SmallVector<uint32_t, 2> find(llvm::StringRef Name) const;
  /// The first of them, if there is one.
  std::optional<uint32_t> first(llvm::StringRef Name) const;

private:
  struct Pattern {
    std::string Written;
    uint32_t Id;
  };
  using Bucket = llvm::SmallVector<Pattern, 1>;
  static void match(const Bucket &Among, llvm::StringRef Name,
                    llvm::SmallVectorImpl<uint32_t> &Into);

  llvm::StringMap<llvm::SmallVector<uint32_t, 1>> Exact;
  llvm::StringMap<Bucket> Under, Last, Start;
  Bucket Anywhere;
};

} // namespace waitwise

#endif // WAITWISE_PACKS_NAMEINDEX_H
