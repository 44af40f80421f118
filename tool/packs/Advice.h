//===- packs/Advice.h - which model suits which work, as used -------------===//
//
//   rules/advice.yaml, a project's own ──CompileAdvice──▶ AdviceTable
//
// The first row that fits a start decides. What a row does not ask for, it does
// not mind.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_ADVICE_H
#define WAITWISE_PACKS_ADVICE_H

#include "model/Start.h"

#include <map>

namespace waitwise {

struct AdviceRow {
  /// Sets of bits; 0: any.
  uint32_t Models = 0, Classes = 0, Latencies = 0, Many = 0;
  std::optional<bool> InterpreterLock, Shared, Program, Serves, Fixed, Pool,
      Offloaded;
  WorkModel Advised = WorkModel::Keep;
  std::string Because;
};

struct AdviceTable {
  std::vector<AdviceRow> Rows;
  std::map<WorkModel, std::string> Costs; ///< Of each model.
  std::map<WorkModel, std::string> How;   ///< Where no pack says.
  uint64_t MostCores = 0; ///< More computing threads than any machine has.

  /// The first row that fits, or null.
  const AdviceRow *find(const WorkStart &W) const;
};

} // namespace waitwise

#endif // WAITWISE_PACKS_ADVICE_H
