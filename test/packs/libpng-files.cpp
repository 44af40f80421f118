// The libpng pack: image files wait for the disk.
// RUN: waitwise check --fail-on none --checks 'blocking-*' %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <png.h>

task filesBad(png_imagep m, FILE *f, png_bytep row) {
  png_image_begin_read_from_file(m, "f"); // CHECK: :[[#@LINE]]:{{.*}}'png_image_begin_read_from_file' waits for the disk
  png_image_begin_read_from_stdio(m, f); // CHECK: :[[#@LINE]]:{{.*}}'png_image_begin_read_from_stdio' waits for the disk
  png_image_write_to_file(m, "f", 0, row, 0, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'png_image_write_to_file' waits for the disk
  png_image_write_to_stdio(m, f, 0, row, 0, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'png_image_write_to_stdio' waits for the disk
  png_image_begin_read_from_memory(m, row, 64);
  co_return;
}
