//===- solve/Callers.cpp - who calls a function ---------------------------===//
#include "solve/Callers.h"

using namespace waitwise;

Callers::Callers(const Program &P, const CallTable &Calls) {
  size_t N = P.Functions.size();
  First.assign(N + 2, 0);
  for (FunctionId F = 0; F < N; ++F)
    for (const CallEdge &To : Calls[F].all())
      ++First[To.Callee + 2];
  for (size_t I = 2; I < First.size(); ++I)
    First[I] += First[I - 1];
  Sites.resize(First.back());
  // First[F + 1] is where the next one goes, and, in the end, where F ends.
  forEachSite(P, [&](Site S) {
    for (const CallEdge &To : Calls[S.F][S.Event])
      Sites[First[To.Callee + 1]++] = S;
  });
}
