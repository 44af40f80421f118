// The bzip2 pack: computing, and with bzip2-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=bzip2 %s %S/bzip2-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <stdio.h>

#include <bzlib.h>

char out[64];
unsigned size;

task streamsBad(bz_stream *s, char *data, unsigned n) {
  BZ2_bzCompress(s, BZ_FINISH);
  BZ2_bzDecompress(s);
  BZ2_bzBuffToBuffCompress(out, &size, data, n, 9, 0, 30);
  co_return;
}

task littleOk(char *data) {
  BZ2_bzBuffToBuffCompress(out, &size, data, 64, 9, 0, 30);
  co_return;
}
