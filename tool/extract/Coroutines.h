//===- extract/Coroutines.h - suspensions ---------------------------------===//
//
// clang spells a co_await out: operand, await_transform, operator co_await,
// await_ready, await_suspend with a handle made on the spot, await_resume. Of
// these the operand's own calls are events; those of the protocol are, if the
// project wrote them; the rest is machinery. The Await event stands where the
// coroutine would be suspended: after await_suspend, before await_resume.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_COROUTINES_H
#define WAITWISE_EXTRACT_COROUTINES_H

#include "extract/Body.h"

#include "clang/AST/StmtCXX.h"

namespace waitwise {

/// Sorts the calls around one suspension; before its elements are recorded.
void prepareSuspension(Body &B, const clang::CoroutineSuspendExpr *E);
/// The same for the promise call of a co_return.
void prepareReturn(Body &B, const clang::CoreturnStmt *S);
/// Records \p E if it belongs to a suspension. False: an ordinary expression.
bool recordSuspension(Body &B, const clang::Expr *E);
/// What is awaited or yielded, as written.
const clang::Expr *suspendedOperand(const clang::CoroutineSuspendExpr *E);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_COROUTINES_H
