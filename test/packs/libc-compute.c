// Every rule of the libc-compute pack matches a call; callbacks run at once.
// RUN: waitwise check --fail-on none --require-rules-hit=libc-compute %s -- -std=gnu17 -D_GNU_SOURCE \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <crypt.h>
#include <link.h>
#include <regex.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

static int numbers[100], copy[100];
static void *tree;

static int compare(const void *a, const void *b) {
  sleep(1);
  return *(const int *)a - *(const int *)b;
}
static void walk(const void *node, VISIT visit, int depth) {
  (void)node, (void)visit, (void)depth, usleep(20000);
}
static int library(struct dl_phdr_info *i, size_t n, void *d) {
  pause();
  return !i && n && d;
}
// The program's own function of a like name.
static int own_sort(int (*by)(const void *, const void *)) { return !by; }

static void handle(void) {
  regex_t expression;
  size_t count = 100;
  qsort(numbers, 100, sizeof *numbers, compare);
  lfind(&numbers[1], copy, &count, sizeof *numbers, compare);
  bsearch(&numbers[1], copy, 100, sizeof *numbers, compare);
  tsearch(&numbers[1], &tree, compare);
  twalk(tree, walk);
  dl_iterate_phdr(library, NULL);
  crypt("secret", "$y$");
  regcomp(&expression, "a*b", 0);
  regexec(&expression, "text", 0, NULL, 0);
  memcpy(copy, numbers, sizeof copy);
}

int main(void) {
  struct epoll_event events[8];
  int loop = epoll_create1(0);
  for (;;) {
    int ready = epoll_wait(loop, events, 8, own_sort(compare));
    for (int i = 0; i < ready; i++)
      // CHECK-DAG: :[[#@LINE+3]]:{{.*}}warning: 'sleep' (reached through 'handle')
      // CHECK-DAG: :[[#@LINE+2]]:{{.*}}warning: 'usleep' (reached through 'handle')
      // CHECK-DAG: :[[#@LINE+1]]:{{.*}}warning: 'pause' (reached through 'handle')
      handle();
  }
}
