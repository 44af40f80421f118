// The openmp pack: directives hand blocks to workers and take locks, where the flags switch them on.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fopenmp -idirafter /usr/lib/gcc/x86_64-linux-gnu/12/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++17 -fopenmp \
// RUN:   | FileCheck %s --check-prefix=CTX --implicit-check-not='{{^[a-z]+-pool }}'
// RUN: waitwise check --fail-on none --require-rules-hit=openmp %s %S/openmp.c -- -fopenmp -idirafter /usr/lib/gcc/x86_64-linux-gnu/12/include
// RUN: waitwise check --fail-on none %s -- -std=c++17 \
// RUN:   | FileCheck %s --check-prefix=OFF --implicit-check-not={{warning|error}}:
// OFF: nothing to report
#include <cstdio>
#include <unistd.h>

int total;

// CTX: cpu-pool copyOk::(omp teams:2): passed to '#pragma omp teams'

// CTX: cpu-pool eachBad::(omp parallel for:1): passed to '#pragma omp parallel for'
void eachBad(int *values, int n) {
#pragma omp parallel for reduction(+ : total)
  for (int i = 0; i < n; ++i) {
    usleep(21000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
    total += values[i];
  }
}

// Blocks in blocks. What the threads of a team wait for among themselves is how they work.
// CTX: cpu-pool nestedBad::(omp parallel:1): passed to '#pragma omp parallel'
// CTX: cpu-pool nestedBad::(omp parallel:1)::(omp task:1): passed to '#pragma omp task'
void nestedBad(int n) {
#pragma omp parallel
  {
#pragma omp barrier
#pragma omp for nowait
    for (int i = 0; i < n; ++i)
      usleep(22000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms, and blocks a worker
#pragma omp single
    {
#pragma omp task
      usleep(23000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 23 ms
#pragma omp taskwait
    }
#pragma omp sections
    {
#pragma omp section
      total = 1;
    }
  }
}

// Sections of one name are one lock, and the block of each ends where it ends.
void lockedBad(int fd, const char *text) {
#pragma omp critical(log)
  while (text) {
    usleep(25000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 25 ms, while 'omp critical(log)' is held
    text = nullptr;
  }
  usleep(30000);
#pragma omp critical(other)
  total += fd;
}
void sameOk() {
#pragma omp parallel
#pragma omp critical(log)
  total++; // CHECK: :[[#@LINE-1]]:{{.*}}'#pragma omp critical' waits for a lock
}

// CTX: cpu-pool sameOk::(omp parallel:1): passed to '#pragma omp parallel'
// CTX: cpu-pool teamOk::(omp parallel:1): passed to '#pragma omp parallel'
void teamOk(int n) {
#pragma omp parallel
#pragma omp critical(other)
  total += n;
#pragma omp simd
  for (int i = 0; i < n; ++i)
    total += i;
#pragma omp critical
  total = 0;
}

// A block that stays in its function runs where that runs.
void plainOk() {
#pragma omp master
  usleep(40000);
}

// Devices.
void copyOk(int *values, int n) {
#pragma omp target data map(values[0 : n])
  {
#pragma omp target teams distribute parallel for
    for (int i = 0; i < n; ++i)
      ++values[i];
#pragma omp taskyield
  }
#pragma omp teams
  total += n;
}
