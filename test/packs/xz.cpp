// The xz pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=xz %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <lzma.h>

uint8_t out[64];
size_t size;
uint64_t limit;

task streamsBad(lzma_stream *s, const uint8_t *data, size_t n) {
  lzma_code(s, LZMA_FINISH);
  lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, nullptr, data, n, out, &size, sizeof out);
  lzma_stream_buffer_decode(&limit, 0, nullptr, data, &size, n, out, &size, sizeof out);
  co_return;
}

task setupOk(lzma_stream *s) {
  lzma_easy_encoder(s, 6, LZMA_CHECK_CRC64);
  lzma_end(s);
  co_return;
}
