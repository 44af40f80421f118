//===- runtime/tests/Server.h - the fork server of all tests --------------===//
#ifndef WAITWISE_RUNTIME_TESTS_SERVER_H
#define WAITWISE_RUNTIME_TESTS_SERVER_H

#include "ForkServer.h"

namespace waitwise::runtime {

/// Started by main, before any thread.
ForkServer &forkServer();

} // namespace waitwise::runtime

#endif
