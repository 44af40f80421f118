// The brotli pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=brotli %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <brotli/decode.h>
#include <brotli/encode.h>

uint8_t out[64];

task compressBad(const uint8_t *data, size_t n, size_t *size) {
  BrotliEncoderCompress(11, 22, BROTLI_MODE_TEXT, n, data, size, out);
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, n, data, size, out);
  co_return;
}

task streamBad(BrotliEncoderState *e, BrotliDecoderState *d, size_t *in, const uint8_t **from, size_t *room, uint8_t **to) {
  BrotliEncoderCompressStream(e, BROTLI_OPERATION_FINISH, in, from, room, to, nullptr);
  BrotliDecoderDecompressStream(d, in, from, room, to, nullptr);
  co_return;
}

task decompressBad(const uint8_t *data, size_t n, size_t *size) {
  BrotliDecoderDecompress(n, data, size, out);
  co_return;
}

task littleOk(const uint8_t *data, size_t *size) {
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, 64, data, size, out);
  BrotliEncoderMaxCompressedSize(64);
  co_return;
}
