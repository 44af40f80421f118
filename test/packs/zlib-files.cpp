// The zlib pack: compressed files wait for the disk.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <zlib.h>

Bytef in[16], out[16];

task filesBad(unsigned n) {
  gzFile f = gzopen("f", "w"); // CHECK: :[[#@LINE]]:{{.*}}'gzopen' waits for the disk
  gzwrite(f, in, n); // CHECK: :[[#@LINE]]:{{.*}}'gzwrite' waits for the disk
  gzfwrite(in, 1, n, f); // CHECK: :[[#@LINE]]:{{.*}}'gzfwrite' waits for the disk
  gzclose(f); // CHECK: :[[#@LINE]]:{{.*}}'gzclose' waits for the disk
  co_return;
}

task descriptorBad(int fd, unsigned n) {
  gzFile f = gzdopen(fd, "r");
  gzread(f, out, n); // CHECK: :[[#@LINE]]:{{.*}}'gzread' waits for the disk
  gzfread(out, 1, n, f); // CHECK: :[[#@LINE]]:{{.*}}'gzfread' waits for the disk
  gzgets(f, (char *)out, 16); // CHECK: :[[#@LINE]]:{{.*}}'gzgets' waits for the disk
  co_return;
}

// Only asked, or not a file at all.
task localOk(gzFile f) {
  gzeof(f);
  gzbuffer(f, 65536);
  gzerror(f, nullptr);
  co_return;
}
