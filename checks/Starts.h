//===- checks/Starts.h - what the checks of starts share ------------------===//
#ifndef WAITWISE_CHECKS_STARTS_H
#define WAITWISE_CHECKS_STARTS_H

#include "checks/Check.h"

namespace waitwise {

/// A finding of \p Check about a place that starts work: the start is the sink,
/// the function it stands in the entry. Message and severity are left open.
Finding findingAt(const Solution &S, const WorkStart &W, llvm::StringRef Check);

/// Severity of a thread (or process) for each task; None if it is none, or so
/// many are bounded.
Severity perTaskSeverity(const WorkStart &W);

/// "'handle'", or what is known instead.
std::string workOf(const WorkStart &W);

} // namespace waitwise

#endif // WAITWISE_CHECKS_STARTS_H
