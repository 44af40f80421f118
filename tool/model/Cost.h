//===- model/Cost.h - what running something costs, as a formula ----------===//
//
//   for (Row &r : rows)            rows.size() · columns · 9  operations
//     for (int c = 0; c < columns; ++c) …
//
// A small sum of products of sizes. A size that is not known is a symbol; to
// compare and to print a time, symbols are given an assumed size.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_COST_H
#define WAITWISE_MODEL_COST_H

#include "model/Value.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace waitwise {

/// Index into the table of a solution's sizes.
using SizeId = uint32_t;

/// A number that is not known: a value that is counted up to, the elements of
/// a container, the trips of a loop that nothing bounds.
struct Size {
  enum What : uint8_t { Count, Elements, Trips } W = Count;
  std::string Name;       ///< "columns", "rows.size()", "trips".
  uint64_t Assumed = 0;   ///< What it is taken to be.
  /// Another function's result, or a local number: nothing says that it grows
  /// with what the program is given.
  bool IsAsked = false;
};

/// Factor · product of Sizes · log^Logs, or 2 to the power of the first size.
struct Term {
  double Factor = 0;                 ///< Operations.
  llvm::SmallVector<SizeId, 3> Sizes; ///< Sorted; one for each power.
  uint8_t Logs = 0;                  ///< Of the largest size.
  bool IsExponential = false;

  friend bool operator==(const Term &, const Term &) = default;
};

/// Gives each symbol the number it is taken to be.
using SizeOf = llvm::function_ref<double(SizeId)>;

class Formula {
public:
  Formula() = default;
  explicit Formula(double Operations);
  explicit Formula(const Term &Only) : Terms{Only} {}

  llvm::ArrayRef<Term> terms() const { return Terms; }
  bool isZero() const { return Terms.empty(); }
  void add(const Formula &Other);
  void scale(double By);
  void multiply(SizeId By, uint8_t Logs = 0);
  void makeExponential(SizeId In);
  /// Replaces symbols: each term is handed to \p Change, which may edit it.
  void substitute(llvm::function_ref<void(Term &)> Change);
  /// Operations, if the symbols are what \p Sizes says.
  double evaluate(SizeOf Sizes) const;
  static double evaluate(const Term &T, SizeOf Sizes);
  /// The term that weighs most; null if there is none.
  const Term *dominant(SizeOf Sizes) const;
  /// Keeps the terms that weigh most, where there are too many to read.
  void simplify(SizeOf Sizes);

private:
  void normalise();
  std::vector<Term> Terms; ///< Sorted, no two alike.
};

/// "14 n^2 + 3 n", "9 w·h", "2^n"; "0" for nothing.
std::string toString(const Formula &F, llvm::ArrayRef<Size> Sizes);
/// The same for one term.
std::string toString(const Term &T, llvm::ArrayRef<Size> Sizes);

/// What a function mostly does.
enum class WorkClass : uint8_t { CpuBound, IoBound, Mixed, Light, Unknown };
llvm::StringRef toString(WorkClass C);

/// What one call of a function costs.
struct FunctionCost {
  Formula Computes;      ///< Operations.
  Formula Slice;         ///< … of its longest stretch between two yields;
                         ///< empty where it is the same.
  double ComputesNs = 0; ///< With the sizes that are assumed.
  double SliceNs = 0;
  double WaitsNs = 0;    ///< What it waits, as a rule.
  bool Yields = false;   ///< Slice is not the whole.
  bool HasUnknown = false; ///< Calls something that nobody knows.
  WorkClass Class = WorkClass::Unknown;
  /// Where most of the slice goes: a call, with whom it runs if that is the
  /// program's own, or else a loop.
  uint32_t HeavyEvent = None, HeavyLoop = None;
  uint32_t HeavyCallee = None;
  double HeavyNs = 0;    ///< What that call takes, once.
  uint32_t WaitEvent = None; ///< The call that waits most.

  const Formula &slice() const { return Yields ? Slice : Computes; }
};

} // namespace waitwise

#endif // WAITWISE_MODEL_COST_H
