//===- solve/Advise.h - the model that suits ------------------------------===//
//
// The decision is data (rules/advice.yaml); what is worked out here is how it
// is written: with the library that started the work, else with the one that
// its file, else that the program uses most.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_ADVISE_H
#define WAITWISE_SOLVE_ADVISE_H

#include "solve/Analyses.h"

namespace waitwise {

class Adviser {
public:
  explicit Adviser(const Analyses &A);

  /// Settles the model that a start has, and the one that suits.
  void fill(WorkStart &W) const;

  /// More threads than this compute for nobody's good.
  uint64_t mostCores() const { return Table.MostCores; }

private:
  std::string how(const WorkStart &W) const;

  const Analyses &A;
  const AdviceTable &Table;
  /// Calls that a pack's rules are about: in all, and by file.
  std::map<std::string, unsigned> Uses;
  std::map<std::pair<StringId, std::string>, unsigned> UsesIn;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_ADVISE_H
