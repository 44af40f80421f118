// The libwebp pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=libwebp %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <webp/decode.h>
#include <webp/encode.h>

task encodeBad(const WebPConfig *c, WebPPicture *p, const uint8_t *pixels, uint8_t **out) {
  WebPEncode(c, p);
  WebPEncodeLosslessRGBA(pixels, 1600, 1200, 6400, out);
  co_return;
}

task decodeBad(const uint8_t *data, size_t n, int *width, int *height, WebPIDecoder *d) {
  WebPDecodeRGBA(data, n, width, height);
  WebPIAppend(d, data, n);
  co_return;
}

task factsOk(const uint8_t *data, size_t n, int *width, int *height) {
  WebPGetInfo(data, n, width, height);
  co_return;
}
