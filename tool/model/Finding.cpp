//===- model/Finding.cpp - identity and order of findings -----------------===//
#include "model/Finding.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/xxhash.h"

#include <tuple>

namespace waitwise {

static std::string hashed(llvm::StringRef Key) {
  return llvm::formatv("{0:x-16}", llvm::xxh3_64bits(Key)).str();
}

void identify(Finding &F) {
  std::string Key;
  for (llvm::StringRef Part :
       {llvm::StringRef(F.Check),
        F.HasContext ? toString(F.Context) : llvm::StringRef(),
        llvm::StringRef(F.SinkFunction), llvm::StringRef(F.SinkIn),
        llvm::StringRef(F.Entry.Function)}) {
    Key += Part;
    Key += '\0'; // Parts must not run together: "a","bc" is not "ab","c".
  }
  F.Id = hashed(Key);
}

static auto orderOf(const Place &P) {
  return std::tie(P.File, P.Line, P.Column);
}

void sortFindings(std::vector<Finding> &Findings) {
  // What follows the id only makes the order total.
  auto Before = [](const Finding &A, const Finding &B) {
    return std::tuple(orderOf(A.At), std::tie(A.Check, A.Id), orderOf(A.SinkAt),
                      std::tie(A.Message)) <
           std::tuple(orderOf(B.At), std::tie(B.Check, B.Id), orderOf(B.SinkAt),
                      std::tie(B.Message));
  };
  llvm::sort(Findings, Before);
  llvm::StringMap<unsigned> Seen;
  for (Finding &F : Findings)
    if (unsigned Earlier = Seen[F.Id]++)
      F.Id = hashed(F.Id + "#" + std::to_string(Earlier));
}

} // namespace waitwise
