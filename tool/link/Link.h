//===- link/Link.h - summaries → program ----------------------------------===//
#ifndef WAITWISE_LINK_LINK_H
#define WAITWISE_LINK_LINK_H

#include "model/Program.h"

namespace waitwise {

/// Merges summaries entity by entity. The result depends on the set of
/// summaries, not on their order. Summaries must be valid (see readSummary).
Program link(std::vector<Summary> Summaries);

} // namespace waitwise

#endif // WAITWISE_LINK_LINK_H
