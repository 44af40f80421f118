//===- report/JUnit.cpp - findings as JUnit XML ---------------------------===//
//
// A test case per check that ran; one with findings fails, with their text.
// Translation units that were lost are a test case that is in error. XML cannot
// carry every character, not even escaped: those are shown as U+FFFD.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace waitwise {
namespace {

/// \p C as it may stand in XML; empty: as it is.
StringRef escapeOf(char C) {
  switch (C) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\r':
    return "&#13;";
  case '\t':
  case '\n':
    return "";
  default:
    return uint8_t(C) < 0x20 ? "\uFFFD" : "";
  }
}

std::string xml(StringRef Text) {
  std::string Valid = validUTF8(Text), Result;
  for (StringRef Rest = Valid; !Rest.empty();) {
    // U+FFFE and U+FFFF are no characters of XML.
    if (Rest.consume_front("\xEF\xBF\xBE") ||
        Rest.consume_front("\xEF\xBF\xBF")) {
      Result += "\uFFFD";
      continue;
    }
    StringRef Escape = escapeOf(Rest[0]);
    Result += (Escape.empty() ? Rest.take_front() : Escape).str();
    Rest = Rest.drop_front();
  }
  return Result;
}

void writeCase(const ReportCheck &Of, const Report &R, raw_ostream &OS) {
  unsigned Count = 0;
  std::string Text;
  raw_string_ostream To(Text);
  for (const Finding *F : R.reported())
    if (F->Check == Of.Id) {
      ++Count;
      writeFinding(*F, *R.Sources, To);
      To << '\n';
    }
  OS << "    <testcase classname=\"waitwise\" name=\"" << xml(Of.Id) << '"';
  if (!Count) {
    OS << "/>\n";
    return;
  }
  OS << formatv(">\n      <failure type=\"{0}\" message=\"{1} {2}: {3}\">",
                xml(Of.Id), Count, Count == 1 ? "finding" : "findings",
                xml(Of.Summary))
     << xml(Text) << "</failure>\n    </testcase>\n";
}

void writeJUnit(const Report &R, raw_ostream &OS) {
  size_t Failures = count_if(R.Checks, [&](const ReportCheck &Of) {
    return any_of(R.reported(),
                  [&](const Finding *F) { return F->Check == Of.Id; });
  });
  unsigned Errors = R.Cov.Failed ? 1 : 0;
  std::string Counts =
      formatv("tests=\"{0}\" failures=\"{1}\" errors=\"{2}\"",
              R.Checks.size() + Errors, Failures, Errors)
          .str();
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " << Counts
     << ">\n  <testsuite name=\"waitwise\" " << Counts << ">\n";
  for (const ReportCheck &Of : R.Checks)
    writeCase(Of, R, OS);
  if (Errors)
    OS << formatv("    <testcase classname=\"waitwise\" name=\"translation "
                  "units\">\n      <error message=\"{0} of {1} could not be "
                  "read\"/>\n    </testcase>\n",
                  R.Cov.Failed, R.Cov.TranslationUnits);
  OS << "  </testsuite>\n</testsuites>\n";
}

} // namespace

constexpr ReportFormat JUnitFormat = {
    "junit", "JUnit XML, a test case per check", writeJUnit};

} // namespace waitwise
