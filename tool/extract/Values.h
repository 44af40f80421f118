//===- extract/Values.h - expressions to abstract values ------------------===//
//
// What an expression is worth without running it. Pointers are collapsed (&x,
// *x and x are one slot), fields are taken for all objects of their class, and
// elements are their array. Whatever keeps the value as it is (parentheses,
// casts, temporaries, std::move) is looked through.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_VALUES_H
#define WAITWISE_EXTRACT_VALUES_H

#include "extract/Body.h"

#include <optional>

namespace waitwise {

/// The expression without what keeps its value: parentheses, casts,
/// temporaries, elided copies, std::move.
const clang::Expr *peel(const clang::Expr *E);
/// The expression before implicit conversions, for its static type.
const clang::Expr *asWritten(const clang::Expr *E);
/// True for a construction that nobody wrote: of an argument from a value of
/// another type, or a copy.
bool isConversion(const clang::CXXConstructExpr *C);
/// True for std::move and its like, which are not events.
bool isTransparentCall(const clang::CallExpr *Call);

/// What \p E is worth. May add locals and moves (conditional operators,
/// initialiser lists).
Value valueOf(Body &B, const clang::Expr *E);
/// The constant that \p E is, if clang can tell.
std::optional<Value> constantOf(Unit &U, const clang::Expr *E);
/// The positive constant that an integer does not pass: `min(x, 1000)`.
std::optional<Value> ceilingOf(Unit &U, const clang::Expr *E);

/// Moves \p From into \p To: the arms of a conditional, the elements of an
/// initialiser list into the fields they initialise; a construction gets \p To
/// as its destination.
void transfer(Body &B, Destination To, const clang::Expr *From);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_VALUES_H
