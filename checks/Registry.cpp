//===- checks/Registry.cpp - all checks -----------------------------------===//
#include "checks/Check.h"

#include "llvm/Support/ErrorHandling.h"

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

llvm::StringRef waitwise::profilesOf(const CheckInfo &Info) {
  switch (Info.Least) {
  case Profile::Default:
    return "all";
  case Profile::Strict:
    return "strict, audit";
  case Profile::Audit:
    return "audit";
  }
  llvm_unreachable("unknown profile");
}

const Check *waitwise::findCheck(llvm::StringRef Id) {
  for (const Check *C : allChecks())
    if (C->Info.Id == Id)
      return C;
  return nullptr;
}
