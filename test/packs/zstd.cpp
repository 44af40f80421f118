// The zstd pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=zstd %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <zdict.h>
#include <zstd.h>

char out[64];

task compressBad(ZSTD_CCtx *c, const void *data, size_t n) {
  ZSTD_compress(out, 64, data, n, 3);
  ZSTD_compressCCtx(c, out, 64, data, n, 3);
  ZSTD_compress(out, 64, data, n, 19);
  ZSTD_compressCCtx(c, out, 64, data, n, ZSTD_CLEVEL_DEFAULT + 16);
  ZSTD_compress2(c, out, 64, data, n);
  co_return;
}

task streamBad(ZSTD_CCtx *c, ZSTD_DCtx *d, ZSTD_outBuffer *to, ZSTD_inBuffer *from) {
  ZSTD_compressStream2(c, to, from, ZSTD_e_end);
  ZSTD_decompressStream(d, to, from);
  co_return;
}

task decompressBad(ZSTD_DCtx *d, void *to, size_t room, const void *data, size_t n) {
  ZSTD_decompress(to, room, data, n);
  ZSTD_decompressDCtx(d, to, room, data, n);
  co_return;
}

task dictionaryBad(const void *data, size_t n, const size_t *sizes) {
  ZSTD_createCDict(data, n, 3);
  ZDICT_trainFromBuffer(out, 64, data, sizes, 1000);
  co_return;
}

task littleOk(ZSTD_CCtx *c) {
  ZSTD_compress(out, 64, "x", 1, 3);
  ZSTD_CCtx_setParameter(c, ZSTD_c_compressionLevel, 3);
  ZSTD_compressBound(64);
  co_return;
}
