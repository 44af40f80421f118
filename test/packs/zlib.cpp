// The zlib pack: compressing in memory, and with zlib-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=zlib %s %S/zlib-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <zlib.h>

Bytef in[16], out[16];
uLongf size;

task streamsBad(z_stream *s) {
  deflate(s, Z_FINISH);
  inflate(s, Z_SYNC_FLUSH);
  co_return;
}

task buffersBad(const Bytef *data, uLong n) {
  compress(out, &size, data, n);
  compress2(out, &size, data, n, 9);
  uncompress(out, &size, data, n);
  crc32(0, data, n);
  co_return;
}

// Sixteen bytes, or nothing to compress.
task littleOk(z_stream *s, const Bytef *data, uLong n) {
  compress(out, &size, in, 16);
  compress2(out, &size, data, n, 0);
  deflateInit(s, 6);
  deflateEnd(s);
  compressBound(n);
  co_return;
}
