//===- extract/Events.h - statements to events ----------------------------===//
//
// Pass one gives numbers (record), pass two facts (fill); see Body.h.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_EVENTS_H
#define WAITWISE_EXTRACT_EVENTS_H

#include "extract/Body.h"

#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace waitwise {

/// Pass one: numbers the event that \p S makes, if any, and notes what it
/// initialises or assigns.
void record(Body &B, const clang::Stmt *S, bool InDefault = false);
/// The same for one element of a control-flow graph.
void recordElement(Body &B, const clang::CFGElement &Element);
/// The end of a local object's life.
void recordDestroy(Body &B, const clang::VarDecl *Var,
                   clang::SourceLocation Loc);
/// The same for everything below \p Root, in order of evaluation, without
/// control flow.
void recordTree(Body &B, const clang::Stmt *Root, bool InDefault = false);
/// Appends an event of this kind made from \p E.
uint32_t addEvent(Body &B, EventKind Kind, const clang::Expr *E,
                  uint32_t Flags = 0);

/// Pass two: moves first (they give constructions their destinations), then
/// the facts of every event.
void fillTransfers(Body &B);
void fillEvents(Body &B);

/// Visits everything below \p Root that runs with it, operands first: not the
/// bodies of lambdas, not what is never evaluated.
void visitEvaluated(const clang::Stmt *Root,
                    llvm::function_ref<void(const clang::Stmt *)> Visit);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_EVENTS_H
