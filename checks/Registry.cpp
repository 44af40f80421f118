//===- checks/Registry.cpp - all checks -----------------------------------===//
#include "checks/Check.h"

using namespace waitwise;

namespace waitwise {
#define CHECK(Name) extern const Check Name;
#include "checks/Checks.def"
#undef CHECK
} // namespace waitwise

llvm::ArrayRef<const Check *> waitwise::allChecks() {
  static constexpr const Check *All[] = {
#define CHECK(Name) &Name,
#include "checks/Checks.def"
#undef CHECK
  };
  return All;
}

const Check *waitwise::findCheck(llvm::StringRef Id) {
  for (const Check *C : allChecks())
    if (C->Info.Id == Id)
      return C;
  return nullptr;
}
