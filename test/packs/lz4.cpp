// The lz4 pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=lz4 %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <lz4.h>
#include <lz4frame.h>
#include <lz4hc.h>

char out[64];

task blocksBad(LZ4_stream_t *s, const char *data, int n) {
  LZ4_compress_default(data, out, n, 64);
  LZ4_compress_fast_continue(s, data, out, n, 64, 1);
  co_return;
}

task bestBad(LZ4_streamHC_t *s, const char *data, int n) {
  LZ4_compress_HC(data, out, n, 64, LZ4HC_CLEVEL_MAX);
  LZ4_compress_HC_continue(s, data, out, n, 64);
  co_return;
}

task decompressBad(LZ4_streamDecode_t *s, const char *data, int n, char *to, int room) {
  LZ4_decompress_safe(data, to, n, room);
  LZ4_decompress_safe_continue(s, data, to, n, room);
  co_return;
}

task framesBad(LZ4F_cctx *c, LZ4F_dctx *d, const char *data, size_t n, size_t *to) {
  LZ4F_compressFrame(out, 64, data, n, nullptr);
  LZ4F_compressUpdate(c, out, 64, data, n, nullptr);
  LZ4F_decompress(d, out, to, data, &n, nullptr);
  co_return;
}

task littleOk(char *to) {
  LZ4_compress_default("x", to, 1, 64);
  LZ4_decompress_safe(to, out, 64, 64);
  LZ4_compressBound(64);
  co_return;
}
