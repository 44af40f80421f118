//===- packs/Profile.cpp - what a profiler measured -----------------------===//
#include "packs/Profile.h"

#include "support/Limits.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace waitwise {
namespace {

/// One field of a line, and the column it begins in.
struct Cell {
  std::string Text;
  unsigned Column = 1;
};

/// Takes the next field of \p Rest, from column \p At on; quoted as RFC 4180
/// has it.
Cell takeCell(StringRef &Rest, char Separator, unsigned At) {
  Cell C{"", At};
  if (Separator == ',' && Rest.consume_front("\"")) {
    while (!Rest.empty()) {
      bool IsQuote = Rest.consume_front("\"");
      if (IsQuote && !Rest.starts_with("\""))
        break;
      C.Text += Rest.empty() ? '"' : Rest[0];
      Rest = Rest.drop_front(Rest.empty() ? 0 : 1);
    }
    Rest = Rest.drop_while([&](char Ch) { return Ch != Separator; });
    return C;
  }
  size_t End = std::min(Rest.find(Separator), Rest.size());
  C.Text = Rest.take_front(End).trim().str();
  Rest = Rest.drop_front(End);
  return C;
}

SmallVector<Cell, 4> cellsOf(StringRef Line, char Separator) {
  SmallVector<Cell, 4> Cells;
  StringRef Rest = Line;
  while (true) {
    Cells.push_back(takeCell(Rest, Separator, Line.size() - Rest.size() + 1));
    if (Rest.empty())
      return Cells;
    Rest = Rest.drop_front();
  }
}

class ProfileReader {
public:
  ProfileReader(StringRef File, std::vector<PackDiagnostic> &Errors)
      : File(File), Errors(Errors) {}

  void read(StringRef Text, CostTable &Into) {
    StringRef Rest = Text;
    while (!Rest.empty()) {
      auto [Line, After] = Rest.split('\n');
      Rest = After;
      ++At;
      Line = Line.rtrim('\r');
      if (Line.trim().empty() || Line.starts_with("#"))
        continue;
      if (Separator)
        readRow(Line);
      else if (!readHeader(Line))
        return;
    }
    if (!Separator)
      return error(0, "there is no header with 'function', 'calls' and "
                      "'self_ns'");
    for (const auto &[Name, Sum] : Sums)
      Into.SelfNs[Name] = Sum.Ns / double(Sum.Calls);
  }

private:
  StringRef File;
  std::vector<PackDiagnostic> &Errors;
  unsigned At = 0;
  char Separator = 0;
  size_t Function = 0, Calls = 0, Self = 0, Needed = 0;
  double NsPerUnit = 0;
  struct Measured {
    uint64_t Calls = 0;
    double Ns = 0;
  };
  std::map<std::string, Measured> Sums;

  void error(unsigned Column, const Twine &Text) {
    if (Errors.size() < limits::ErrorsShown)
      Errors.push_back({File.str(), At, Column, Text.str()});
  }

  /// Nanoseconds in the unit of a column "self_ms", "self time ms", …; or 0.
  static double unitOf(StringRef Column) {
    std::string Name = Column.lower();
    for (char &C : Name)
      C = isAlnum(C) ? C : '_';
    StringRef Rest = Name;
    if (!Rest.consume_front("self_"))
      return 0;
    Rest.consume_front("time_");
    static constexpr std::pair<StringLiteral, double> Units[] = {
        {"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}};
    for (const auto &[Unit, Ns] : Units)
      if (Rest.trim('_') == Unit)
        return Ns;
    return 0;
  }

  bool readHeader(StringRef Line) {
    Separator = Line.contains('\t') ? '\t' : ',';
    SmallVector<Cell, 4> Names = cellsOf(Line, Separator);
    size_t Missing = Names.size();
    Function = Calls = Self = Missing;
    for (size_t I = 0; I < Names.size(); ++I) {
      StringRef Name = Names[I].Text;
      if (Name.equals_insensitive("function"))
        Function = I;
      else if (Name.equals_insensitive("calls"))
        Calls = I;
      else if (double Ns = unitOf(Name); Ns > 0)
        Self = I, NsPerUnit = Ns;
    }
    if (Function == Missing)
      error(1, "the header has no column 'function'");
    if (Calls == Missing)
      error(1, "the header has no column 'calls'");
    if (Self == Missing)
      error(1, "the header has no column 'self_ns', 'self_us', 'self_ms' or "
               "'self_s'");
    Needed = std::max({Function, Calls, Self}) + 1;
    return Needed <= Missing;
  }

  void readRow(StringRef Line) {
    SmallVector<Cell, 4> Cells = cellsOf(Line, Separator);
    if (Cells.size() < Needed)
      return error(1, "expected " + Twine(Needed) + " fields, found " +
                          Twine(Cells.size()));
    const Cell &Of = Cells[Function], &Count = Cells[Calls];
    uint64_t N = 0;
    double Time = 0;
    if (Of.Text.empty())
      return error(Of.Column, "expected a function, found nothing");
    if (StringRef(Count.Text).getAsInteger(10, N) || N == 0)
      return error(Count.Column, "expected how many calls, a whole number "
                                 "above 0, found '" + Count.Text + "'");
    constexpr double Century = 3e18;
    bool IsTime = !StringRef(Cells[Self].Text).getAsDouble(Time) && Time >= 0 &&
                  Time * NsPerUnit < Century;
    if (!IsTime)
      return error(Cells[Self].Column, "expected a time, found '" +
                                           Cells[Self].Text + "'");
    Measured &Sum = Sums[plainFunctionName(Of.Text)];
    Sum.Calls += N;
    Sum.Ns += Time * NsPerUnit;
  }
};

/// Drops what stands between \p Open and its \p Close at the end of \p Name;
/// false if nothing does.
bool dropGroup(StringRef &Name, char Open, char Close) {
  if (!Name.ends_with(Close))
    return false;
  unsigned Depth = 0;
  for (size_t I = Name.size(); I-- > 0;) {
    Depth += Name[I] == Close;
    Depth -= Name[I] == Open;
    if (Depth)
      continue;
    Name = Name.take_front(I);
    return true;
  }
  return false;
}

} // namespace

std::string plainFunctionName(StringRef Measured) {
  StringRef Name = Measured.trim();
  if (size_t Clone = Name.find(" [clone"); Clone != StringRef::npos)
    Name = Name.take_front(Clone);
  for (StringRef End : {" const", " volatile", " &", " &&", " noexcept"})
    Name.consume_back(End);
  StringRef Whole = Name;
  // "(lambda:2)" is a name, and so is "operator()".
  if (!Name.ends_with("operator()") && !Whole.contains("(lambda:"))
    dropGroup(Name, '(', ')');
  std::string Plain;
  unsigned Depth = 0;
  size_t Operator = Name.rfind("operator");
  for (size_t I = 0; I < Name.size(); ++I) {
    bool InOperator = Operator != StringRef::npos && I >= Operator;
    if (InOperator) {
      Plain += Name[I];
      continue;
    }
    Depth += Name[I] == '<';
    if (!Depth && Name[I] == ' ')
      Plain.clear(); // What stood before is the return type.
    else if (!Depth)
      Plain += Name[I];
    Depth -= Name[I] == '>' && Depth;
  }
  return Plain;
}

bool loadProfile(StringRef Path, CostTable &Into,
                 std::vector<PackDiagnostic> &Errors) {
  size_t Before = Errors.size();
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer) {
    Errors.push_back({Path.str(), 0, 0, Buffer.getError().message()});
    return false;
  }
  if ((*Buffer)->getBufferSize() > limits::ProfileBytes) {
    Errors.push_back({Path.str(), 0, 0, "the file is too large for a profile"});
    return false;
  }
  ProfileReader(Path, Errors).read((*Buffer)->getBuffer(), Into);
  return Errors.size() == Before;
}

} // namespace waitwise
