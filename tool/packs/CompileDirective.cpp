//===- packs/CompileDirective.cpp - names of directives -------------------===//
//
// `omp`, the name of a directive of OpenMP, and `nowait` where the rule is
// about the directive with that clause; `omp end critical` is where a critical
// section ends.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

#include "support/Suggest.h"

#include "llvm/Frontend/OpenMP/OMP.h"

using namespace llvm;

namespace waitwise {
namespace {

constexpr StringLiteral EndOfCritical = "end critical";

/// Version of the specification that has the names.
constexpr unsigned NamesOf = 52;

/// The names of all directives.
std::vector<StringRef> knownDirectives() {
  std::vector<StringRef> Names = {EndOfCritical};
  for (size_t I = 0; I < omp::Directive_enumSize; ++I)
    if (auto D = omp::Directive(I); D != omp::OMPD_unknown)
      Names.push_back(omp::getOpenMPDirectiveName(D, NamesOf));
  return Names;
}

void checkDirective(PackScope &S, const Node &Written, StringRef Name) {
  StringRef Directive = Name;
  if (!Directive.consume_front("omp ")) {
    S.R.error(Written, "bad directive '" + Name +
                           "': write omp and its name, as in 'omp parallel "
                           "for'");
    return;
  }
  Directive.consume_back(" nowait");
  const std::vector<StringRef> Known = knownDirectives();
  if (!is_contained(Known, Directive))
    S.R.error(Written, "unknown directive '" + Name + "'" +
                           didYouMean(Directive, Known));
}

} // namespace

std::vector<std::string> readDirectives(PackScope &S, const Node &N) {
  std::vector<std::string> Result;
  for (const Node *Written : S.R.texts(N, "directives")) {
    // As in names of types, there are spaces in them.
    Expected<std::vector<std::string>> Names =
        expandName(Written->Text, S.Prefixes, NameOf::Type);
    if (!Names) {
      S.R.error(*Written, "bad directive '" + Written->Text +
                              "': " + toString(Names.takeError()));
      continue;
    }
    for (StringRef Name : *Names) {
      checkDirective(S, *Written, Name);
      Result.push_back(("#pragma " + Name).str());
    }
  }
  return Result;
}

} // namespace waitwise
