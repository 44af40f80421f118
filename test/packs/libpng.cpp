// The libpng pack: decoding and encoding, and with libpng-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=libpng %s %S/libpng-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <png.h>

task decodeBad(png_structp p, png_infop i, png_imagep m, png_bytepp rows, png_bytep row, png_uint_32 n) {
  png_read_image(p, rows);
  png_image_finish_read(m, nullptr, row, 0, nullptr);
  png_read_rows(p, rows, nullptr, n);
  png_process_data(p, i, row, n);
  co_return;
}

task encodeBad(png_structp p, png_bytepp rows, png_uint_32 n) {
  png_write_image(p, rows);
  png_write_rows(p, rows, n);
  co_return;
}

task rowsOk(png_structp p, png_bytep row) {
  png_read_row(p, row, nullptr);
  png_write_row(p, row);
  png_set_expand(p);
  co_return;
}
