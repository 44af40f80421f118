//===- dev/embed/Embed.cpp - rules/*.yaml → Embedded.inc ------------------===//
//
// Run by the build: waitwise-embed OUT FILES... Parses and checks the default
// packs and the tables beside them, and writes their trees as one C++ table of
// {name, bytes, size}, sorted by name. A mistake in a default pack breaks the
// build with its place, and a run of waitwise has no YAML to parse.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"
#include "packs/Stored.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

using namespace llvm;
using namespace waitwise;

/// Octal escapes have at most three digits and cannot run into what follows.
static void printBytes(StringRef Bytes, raw_ostream &OS) {
  constexpr size_t BytesPerLine = 64;
  for (size_t I = 0; I < Bytes.size(); I += BytesPerLine) {
    OS << "\n    \"";
    for (unsigned char C : Bytes.substr(I, BytesPerLine))
      if (isAlnum(C) || C == ' ')
        OS << char(C);
      else
        OS << '\\' << char('0' + (C >> 6)) << char('0' + ((C >> 3) & 7))
           << char('0' + (C & 7));
    OS << '"';
  }
}

int main(int Argc, char **Argv) {
  if (Argc < 2) {
    errs() << "usage: waitwise-embed OUT FILES...\n";
    return 1;
  }
  std::vector<std::string> Files(Argv + 2, Argv + Argc);
  std::sort(Files.begin(), Files.end(), [](StringRef A, StringRef B) {
    return sys::path::stem(A) < sys::path::stem(B);
  });
  std::vector<PackDiagnostic> Errors;
  std::string Table = "// Made from rules/*.yaml; do not edit.\n";
  raw_string_ostream OS(Table);
  RuleSet Rules;
  for (const std::string &File : Files) {
    Node Root;
    if (!parseYAMLFile(File, Root, Errors))
      continue;
    StringRef Name = sys::path::stem(File);
    if (Name == "cost")
      compileCost(Root, File, Rules.Cost, Errors);
    else if (Name == "advice")
      compileAdvice(Root, File, Rules.Advice, Errors);
    else
      compilePack(Root, File, Rules, Errors);
    std::string Bytes = storeTree(Root);
    OS << "{\"" << Name << "\", StringRef(";
    printBytes(Bytes, OS);
    OS << ",\n    " << Bytes.size() << ")},\n";
  }
  for (const PackDiagnostic &D : Errors)
    errs() << D.str() << '\n';
  if (!Errors.empty())
    return 1;
  std::error_code Code;
  raw_fd_ostream Out(Argv[1], Code);
  Out << Table;
  Out.close();
  if (!Code && !Out.has_error())
    return 0;
  errs() << "cannot write '" << Argv[1] << "'\n";
  return 1;
}
