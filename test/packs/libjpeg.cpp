// The libjpeg pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=libjpeg %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <stdio.h>

#include <jpeglib.h>

task decodeBad(jpeg_decompress_struct *d, JSAMPARRAY rows) {
  jpeg_read_header(d, TRUE);
  jpeg_start_decompress(d);
  jpeg_read_scanlines(d, rows, d->output_height);
  jpeg_finish_decompress(d);
  co_return;
}

task encodeBad(jpeg_compress_struct *c, JSAMPARRAY rows) {
  jpeg_start_compress(c, TRUE);
  jpeg_write_scanlines(c, rows, c->image_height);
  jpeg_finish_compress(c);
  co_return;
}

// A few rows, then others may go on.
task rowsOk(jpeg_decompress_struct *d, JSAMPARRAY rows) {
  jpeg_read_scanlines(d, rows, 4);
  co_return;
}
