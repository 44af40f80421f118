// The stdio pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=stdio %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <cstdio>
#include <cstdlib>
#include <err.h>
#include <stdarg.h>

char buffer[64];
char *line;
size_t size;

task filesBad(int fd) {
  std::fopen("/proc/self/stat", "r"); // the kernel makes it up: no disk
  FILE *f = std::fopen("f", "w+");    // CHECK: :[[#@LINE]]:{{.*}}'fopen' waits for the disk
  fread(buffer, 1, 1, f);             // CHECK: :[[#@LINE]]:{{.*}}'fread' waits for the disk
  fgets(buffer, 8, f);                // CHECK: :[[#@LINE]]:{{.*}}'fgets' waits for the disk
  getline(&line, &size, f);           // CHECK: :[[#@LINE]]:{{.*}}'getline' waits for the disk
  getc(f);                            // CHECK: :[[#@LINE]]:{{.*}}'getc' waits for the disk
  fputc('x', f);                      // CHECK: :[[#@LINE]]:{{.*}}'fputc' waits for the disk
  fprintf(f, "%d", 1);                // CHECK: :[[#@LINE]]:{{.*}}'fprintf' waits for the disk
  fseek(f, 0, SEEK_SET);              // CHECK: :[[#@LINE]]:{{.*}}'fseek' waits for the disk
  fflush(f);                          // CHECK: :[[#@LINE]]:{{.*}}'fflush' waits for the disk
  dprintf(fileno(f), "x");            // CHECK: :[[#@LINE]]:{{.*}}'dprintf' waits for the disk
  freopen("g", "r", f);               // CHECK: :[[#@LINE]]:{{.*}}'freopen' waits for the disk
  fclose(f);                          // hands over what is left in the buffer
  co_return;
}

// Like close(): what is left goes to the page cache.
task closeOk(FILE *f) {
  fclose(f);
  co_return;
}

task consoleBad() {
  scanf("%s", buffer);                // CHECK: :[[#@LINE]]:{{.*}}'scanf' waits for the console
  getchar();                          // CHECK: :[[#@LINE]]:{{.*}}'getchar' waits for the console
  fgets(buffer, 8, stdin);            // CHECK: :[[#@LINE]]:{{.*}}'fgets' waits for the console
  co_return;
}

// Writing to the console is micro.
task consoleOk() {
  printf("%s", buffer);
  puts("x");
  perror("x");
  warn("x");
  fprintf(stderr, "%d", 1);
  fputs("x", stdout);
  fflush(stdout);
  co_return;
}

// In memory: nothing to wait for.
task memoryOk(va_list arguments) {
  FILE *m = fmemopen(buffer, 8, "r");
  fread(buffer, 1, 1, m);
  fclose(m);
  FILE *grows = open_memstream(&line, &size);
  fprintf(grows, "%d", 1);
  fclose(grows);
  FILE *madeUp = fopen("/proc/loadavg", "r"); // By the kernel: no disk.
  fgets(buffer, 8, madeUp);
  fclose(madeUp);
  snprintf(buffer, 8, "%d", 1);
  sprintf(buffer, "%d", 1);
  vsnprintf(buffer, 8, "%d", arguments);
  sscanf(buffer, "%zu", &size);
  free(line);
  co_return;
}
