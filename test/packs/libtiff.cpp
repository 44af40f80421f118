// The libtiff pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --checks 'blocking-*' --require-rules-hit=libtiff %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <tiffio.h>

task filesBad(void *row, uint32_t *pixels) {
  TIFF *t = TIFFOpen("f", "r"); // CHECK: :[[#@LINE]]:{{.*}}'TIFFOpen' waits for the disk
  TIFFReadScanline(t, row, 0); // CHECK: :[[#@LINE]]:{{.*}}'TIFFReadScanline' waits for the disk
  TIFFReadRGBAImage(t, 640, 480, pixels); // CHECK: :[[#@LINE]]:{{.*}}'TIFFReadRGBAImage' waits for the disk
  TIFFClose(t); // CHECK: :[[#@LINE]]:{{.*}}'TIFFClose' waits for the disk
  co_return;
}

task descriptorBad(int fd) {
  TIFFFdOpen(fd, "f", "r"); // CHECK: :[[#@LINE]]:{{.*}}'TIFFFdOpen' waits for the disk
  co_return;
}

tmsize_t move(thandle_t, void *, tmsize_t);
toff_t seek(thandle_t, toff_t, int);
int finish(thandle_t);
toff_t length(thandle_t);

// Read through functions of the program.
task memoryOk(void *row) {
  TIFF *t = TIFFClientOpen("m", "r", nullptr, move, move, seek, finish, length, nullptr, nullptr);
  TIFFReadScanline(t, row, 0);
  TIFFScanlineSize(t);
  TIFFClose(t);
  co_return;
}
