//===- solve/NamedContexts.h - contexts that the project names ------------===//
//
// `contexts:` in .waitwise.yaml has the last word: it names, corrects or
// switches off what was found, by the function that has the loop, that is
// called there, or that is handed what is called.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_NAMEDCONTEXTS_H
#define WAITWISE_SOLVE_NAMEDCONTEXTS_H

#include "solve/Contexts.h"

namespace waitwise {

class NamedContexts {
public:
  explicit NamedContexts(const Analyses &A) : A(A) {}

  /// Loops and pools in named functions are what the project says.
  void correct(Discoveries &D);
  /// The same for entries, and adds those that are named.
  void correct(std::vector<ContextEntry> &Entries);
  /// What matched nothing, "FILE:LINE:COLUMN: warning: …".
  std::vector<std::string> warnings() const;

private:
  std::vector<FunctionId> bodiesOf(const NamedContext &N) const;
  bool correctLoop(const NamedContext &N, FunctionId F, Discoveries &D);
  void addHanded(const NamedContext &N, std::vector<ContextEntry> &Entries);
  ContextEntry entry(const NamedContext &N, FunctionId F) const;

  const Analyses &A;
  std::set<const NamedContext *> Matched; ///< Not without effect.
  /// Functions whose loops are what was named: no entries themselves.
  std::set<FunctionId> Loops;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_NAMEDCONTEXTS_H
