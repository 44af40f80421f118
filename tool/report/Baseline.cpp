//===- report/Baseline.cpp - findings that are known already --------------===//
#include "report/Baseline.h"

#include "support/Error.h"
#include "support/Limits.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace waitwise {
namespace {

/// A field in one line: names come in any form.
std::string field(StringRef Text) {
  std::string Plain = Text.str();
  for (char &C : Plain)
    if (C == '\t' || C == '\n' || C == '\r')
      C = ' ';
  return Plain;
}

bool isConflict(StringRef Line) {
  return Line.starts_with("<<<<<<<") || Line.starts_with(">>>>>>>") ||
         Line.starts_with("=======") || Line.starts_with("|||||||");
}

/// Reads one line; empty: it is right.
std::string readLine(StringRef Line, std::vector<KnownFinding> &Into) {
  if (isConflict(Line))
    return "a merge conflict is not resolved: keep the lines of both sides, "
           "and take the markers out";
  SmallVector<StringRef, 5> Fields;
  Line.split(Fields, '\t');
  StringRef Id = Fields[0].trim();
  if (Id.size() != 16 || !all_of(Id, isHexDigit))
    return "expected the id of a finding, 16 hexadecimal digits, found '" +
           Id.take_front(40).str() + "'";
  if (Fields.size() != 5)
    return "expected id, check, entry, sink and file with tabs between, "
           "found " +
           utostr(Fields.size()) + (Fields.size() == 1 ? " field" : " fields");
  Into.push_back({Id.lower(), Fields[1].str(), Fields[2].str(),
                  Fields[3].str(), Fields[4].str()});
  return "";
}

} // namespace

Expected<std::vector<KnownFinding>> readBaseline(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer)
    return failure("cannot read the baseline '" + Path +
                   "': " + Buffer.getError().message());
  std::vector<KnownFinding> Known;
  std::string Errors;
  StringRef Rest = (*Buffer)->getBuffer();
  unsigned Shown = 0;
  for (unsigned Line = 1; !Rest.empty(); ++Line) {
    auto [Text, Behind] = Rest.split('\n');
    Rest = Behind;
    Text = Text.rtrim('\r');
    if (Text.trim().empty() || Text.starts_with("#"))
      continue;
    std::string Wrong = readLine(Text, Known);
    if (!Wrong.empty() && Shown++ < limits::NamesInMessage)
      Errors += (Errors.empty() ? "" : "\n") + Path.str() + ":" +
                utostr(Line) + ": " + Wrong;
  }
  if (!Errors.empty())
    return failure(Errors);
  return Known;
}

std::vector<KnownFinding> knownOf(ArrayRef<Finding> Findings) {
  std::vector<KnownFinding> Known;
  for (const Finding &F : Findings)
    if (!F.Suppressed)
      Known.push_back({F.Id, F.Check, field(F.Entry.Function),
                       field(F.SinkFunction), field(F.At.File)});
  return Known;
}

void writeBaseline(std::vector<KnownFinding> Known, raw_ostream &OS) {
  llvm::sort(Known, [](const KnownFinding &A, const KnownFinding &B) {
    return std::tie(A.File, A.Check, A.Entry, A.Sink, A.Id) <
           std::tie(B.File, B.Check, B.Entry, B.Sink, B.Id);
  });
  OS << "# waitwise baseline: findings that were there before. Made by "
        "'waitwise baseline write';\n"
        "# 'waitwise baseline update' takes out what is gone. Resolve "
        "conflicts by keeping both sides.\n";
  for (const KnownFinding &K : Known)
    OS << K.Id << '\t' << K.Check << '\t' << K.Entry << '\t' << K.Sink << '\t'
       << K.File << '\n';
}

std::vector<KnownFinding> applyBaseline(ArrayRef<KnownFinding> Known,
                                        std::vector<Finding> &Findings) {
  StringSet<> Ids, Found;
  for (const KnownFinding &K : Known)
    Ids.insert(K.Id);
  for (Finding &F : Findings) {
    F.Baselined = Ids.contains(F.Id);
    Found.insert(F.Id);
  }
  std::vector<KnownFinding> Gone;
  for (const KnownFinding &K : Known)
    if (!Found.contains(K.Id))
      Gone.push_back(K);
  return Gone;
}

} // namespace waitwise
