//===- report/Formats.cpp - the registry of formats -----------------------===//
#include "report/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace waitwise {

static constexpr const ReportFormat *Formats[] = {&TextFormat, &JsonFormat};

ArrayRef<const ReportFormat *> reportFormats() { return Formats; }

const ReportFormat *findReportFormat(StringRef Name) {
  for (const ReportFormat *F : Formats)
    if (F->Name == Name)
      return F;
  return nullptr;
}

std::string validUTF8(StringRef S) {
  return json::isUTF8(S) ? S.str() : json::fixUTF8(S);
}

} // namespace waitwise
