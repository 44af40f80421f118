//===- extract/Skeleton.h - control-flow graph to blocks and events -------===//
//
//   body ──clang::CFG──▶ blocks ──split at try──▶ nodes ──record, fill──▶
//   Blocks, Events, Moves, Loops
//
// clang's graph has no edges for exceptions. A handler is reached from where
// its try block begins: what the try block itself took (guards) has been given
// back by then.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_SKELETON_H
#define WAITWISE_EXTRACT_SKELETON_H

#include "extract/Body.h"

#include "clang/Analysis/CFG.h"

namespace waitwise {

/// A piece of a basic block; usually all of it.
struct Piece {
  const clang::CFGBlock *From = nullptr;
  unsigned Begin = 0, End = 0;                   ///< Elements.
  bool IsLast = true;                            ///< Ends where From ends.
  std::vector<const clang::CFGBlock *> Handlers; ///< Also goes on here.
};

/// Nodes in order of emission, parallel to Function::Blocks.
using Nodes = std::vector<Piece>;

/// Reads the body of \p FD, which has one, and the regions in it.
std::vector<Function> buildSkeletons(Unit &U, const clang::FunctionDecl *FD);

/// What decides the two-way branch at the end of \p Block. Sets \p Swap where
/// the fact holds on the second successor.
Branch branchOf(Body &B, const clang::CFGBlock &Block, bool &Swap);

/// What a condition tests: of `(p = fork())` the call, where it is one.
Value testedValue(Body &B, const clang::Expr *E);

/// Finds the loops of Out.Blocks and what bounds them.
void findLoops(Body &B, const Nodes &All);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_SKELETON_H
