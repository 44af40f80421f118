// The snappy pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=snappy %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <snappy.h>

task blocksBad(const std::string &data, std::string *out) {
  snappy::Compress(data.data(), data.size(), out);
  snappy::Uncompress(data.data(), data.size(), out);
  co_return;
}

task littleOk(const char *data, std::string *out) {
  snappy::Compress(data, 64, out);
  snappy::MaxCompressedLength(64);
  co_return;
}
