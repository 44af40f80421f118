// The libdeflate pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=libdeflate %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <libdeflate.h>

char out[64];
size_t size;

task blocksBad(libdeflate_compressor *c, libdeflate_decompressor *d, const void *data, size_t n, void *to, size_t room) {
  libdeflate_zlib_compress(c, data, n, to, room);
  libdeflate_gzip_decompress(d, data, n, to, room, &size);
  libdeflate_crc32(0, data, n);
  co_return;
}

task littleOk(libdeflate_compressor *c, const void *data) {
  libdeflate_zlib_compress(c, data, 64, out, sizeof out);
  libdeflate_zlib_compress_bound(c, 64);
  co_return;
}
