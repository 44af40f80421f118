//===- solve/Sizes.h - numbers that are not known, and their names --------===//
//
// A size is known by the slot it is read from: the parameter n, the elements
// of the field items. A slot that was made from one other stands for that.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_SIZES_H
#define WAITWISE_SOLVE_SIZES_H

#include "model/Cost.h"
#include "solve/Analyses.h"

namespace waitwise {

/// What an operand's size is: a number, or a symbol; or neither, where the
/// value is read out of something else (an element of an array).
struct SizeValue {
  std::optional<double> Known;
  SizeId Symbol = None;
};

class Sizes {
public:
  explicit Sizes(const Analyses &A) : A(A) {}

  /// Begins with another function: what its slots were made from.
  void enter(FunctionId F);
  /// The number that a value of the entered function is (Count), or that its
  /// elements are (Elements).
  SizeValue of(const Value &V, Size::What W);
  /// Trips of a loop that nothing bounds, or depth of a recursion.
  SizeId trips(FunctionId F);

  /// The parameter of \p F that a symbol is, or None.
  uint32_t parameter(SizeId S, FunctionId F) const;
  double assumed(SizeId S) const { return double(Table[S].Assumed); }
  Size::What what(SizeId S) const { return Table[S].W; }
  std::vector<Size> take() { return std::move(Table); }

private:
  using Key = std::tuple<FunctionId, Value, Size::What>;
  Value source(Value V, Size::What &W) const;
  SizeId symbol(FunctionId F, const Value &V, Size::What W);
  bool isNumber(const Value &V) const;
  std::string nameOf(FunctionId F, const Value &V) const;

  const Analyses &A;
  FunctionId F = None;
  std::map<Value, Value> MadeFrom; ///< Unknown: from several things.
  std::map<Key, SizeId> Ids;
  std::vector<Size> Table;
  std::vector<std::pair<FunctionId, Value>> Slots; ///< By symbol.
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_SIZES_H
