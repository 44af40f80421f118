//===- extract/Bounds.h - what bounds a loop ------------------------------===//
#ifndef WAITWISE_EXTRACT_BOUNDS_H
#define WAITWISE_EXTRACT_BOUNDS_H

#include "extract/Body.h"

namespace waitwise {

/// Fills in L.Bound, L.Limit and L.Trips from the loop statement \p S.
void boundLoop(Body &B, const clang::Stmt *S, Loop &L);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_BOUNDS_H
