//===- runtime/tests/LoopFixture.h - tests that run on both backends ------===//
#ifndef WAITWISE_RUNTIME_TESTS_LOOPFIXTURE_H
#define WAITWISE_RUNTIME_TESTS_LOOPFIXTURE_H

#include "Loop.h"

#include <gtest/gtest.h>

namespace waitwise::runtime {

/// A loop of each backend in turn.
class LoopTest
    : public testing::TestWithParam<std::unique_ptr<Selector> (*)()> {
protected:
  Loop L{GetParam()()};
};

inline std::string
backendName(const testing::TestParamInfo<LoopTest::ParamType> &Backend) {
  return Backend.param == makeEpollSelector ? "epoll" : "uv";
}

#define ON_BOTH_BACKENDS(Suite)                                                \
  INSTANTIATE_TEST_SUITE_P(Both, Suite,                                        \
                           testing::Values(makeEpollSelector, makeUvSelector), \
                           backendName)

} // namespace waitwise::runtime

#endif
